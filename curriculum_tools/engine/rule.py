"""What a rule is."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import RuleDescription

if TYPE_CHECKING:  # rules are listed without reading a guide
    from collections.abc import Callable, Iterator

    from curriculum_tools.facts.facts import Facts
    from curriculum_tools.model.finding import Defect
    from curriculum_tools.model.guide import Guide
    from curriculum_tools.model.surroundings import Surroundings


class Group(StrEnum):
    """The groups of rules, in the order of the rule list."""

    STRUCTURE = "structure"
    NUMBERING = "numbering"
    FIELDS = "fields"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    NOTES = "notes"
    LINKS = "links"
    CONTENTS = "contents"
    CHARACTERS = "characters"
    FRONT_MATTER = "front-matter"
    ORDER = "order"
    TRANSLATIONS = "translations"
    PREREQUISITES = "prerequisites"
    REGRESSIONS = "regressions"
    SUPPRESSIONS = "suppressions"


GuideCheck: TypeAlias = "Callable[[Facts], Iterator[Defect]]"
SurroundingsCheck: TypeAlias = "Callable[[Facts, Surroundings], Iterator[Defect]]"
AgainstCheck: TypeAlias = "Callable[[Facts, Guide], Iterator[Defect]]"


class Rule(NamedTuple):
    """A rule: its id, which says what is wrong, and one check.

    A check sees a guide alone, a guide with its surroundings, or a guide with an earlier version of
    it; a rule without a check is reported by the engine itself. `doc` is its page: what is wrong,
    why, and a bad and a good example. A rule that is not `on` runs only if it is named.
    """

    id: str
    group: Group
    severity: Severity
    doc: str | None
    check: "GuideCheck | None" = None
    check_around: "SurroundingsCheck | None" = None
    check_against: "AgainstCheck | None" = None
    on: bool = True

    @property
    def summary(self) -> str:
        """The first line of the page: what is wrong, in one sentence."""
        return (self.doc or "").strip().partition("\n")[0]

    @property
    def description(self) -> RuleDescription:
        """The rule as reports describe it."""
        page = (self.doc or "").strip().partition("\n")[2].strip()
        why = page.partition("\n## ")[0].strip()
        return RuleDescription(self.id, self.group, self.severity, self.on, self.summary, why, page)
