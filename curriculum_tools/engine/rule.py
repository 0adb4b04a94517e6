"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import RuleDescription
from curriculum_tools.model.surroundings import Surroundings


class Group(StrEnum):
    """The groups of rules, in the order in which they are listed."""

    STRUCTURE = "structure"
    NUMBERING = "numbering"
    FIELDS = "fields"
    QUESTIONS = "questions"
    NOTES = "notes"
    LINKS = "links"
    CHARACTERS = "characters"
    FRONT_MATTER = "front-matter"
    PREREQUISITES = "prerequisites"
    REGRESSIONS = "regressions"
    SUPPRESSIONS = "suppressions"


GuideCheck: TypeAlias = Callable[[Facts], Iterator[Defect]]
SurroundingsCheck: TypeAlias = Callable[[Facts, Surroundings], Iterator[Defect]]
AgainstCheck: TypeAlias = Callable[[Facts, Guide], Iterator[Defect]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, which says what is wrong, and one check.

    A check sees a guide alone, a guide with what lies around it, or a guide with an earlier
    version of it; a rule without any is made by the engine itself. `doc` is its page: what,
    why, and a bad and a good example. A rule that is not `on` runs only when it is named.
    """

    id: str
    group: Group
    severity: Severity
    doc: str | None
    check: GuideCheck | None = None
    check_around: SurroundingsCheck | None = None
    check_against: AgainstCheck | None = None
    on: bool = True

    @property
    def summary(self) -> str:
        """The first line of the page: what is wrong, in one sentence."""
        return (self.doc or "").strip().partition("\n")[0]

    @property
    def description(self) -> RuleDescription:
        """What a report says of the rule."""
        page = (self.doc or "").strip().partition("\n")[2].strip()
        why = page.partition("\n## ")[0].strip()
        return RuleDescription(self.id, self.group, self.severity, self.on, self.summary, why, page)
