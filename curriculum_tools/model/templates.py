"""A dialect as the lines that its authors write: Markdown with placeholders."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Carrier(StrEnum):
    """What kind of line a template is."""

    HEADING = "heading"
    LISTED_HEADING = "heading in a list item"
    ITEM = "list item"
    NUMBERED_ITEM = "numbered list item"
    SUMMARY = "summary"
    DIV = "div"
    ROW = "row of a table"
    LINE = "line"


class Template(NamedTuple):
    """A line of Markdown with placeholders.

    `pattern` matches the text of a line of the `carrier`, without the carrier's own marks; its
    groups are named as the placeholders are. `level` is that of a heading; what `is_counted` has a
    number in the place of a bullet. A template `keeps_bold` where it names bold type itself, else
    all emphasis is taken off a line before it is compared.
    """

    text: str
    carrier: Carrier
    pattern: re.Pattern[str]
    level: int = 0
    is_counted: bool = False
    keeps_bold: bool = False

    @property
    def placeholders(self) -> frozenset[str]:
        """The names of its placeholders."""
        return frozenset(self.pattern.groupindex)


class Numbers(StrEnum):
    """How the numbers of questions run."""

    GUIDE = "guide"  # through the whole guide
    CHAPTER = "chapter"  # anew in each chapter
    LIST = "list"  # as the items of a list, which count by themselves
    FREE = "free"


class AnswerForm(StrEnum):
    """Where the answer to a question stands, if no template says."""

    NONE = "none"  # there are no answers
    REST = "rest"  # all below the question
    DETAILS = "<details>"  # what is folded below it


class Translations(NamedTuple):
    """Which files are translations, and of which others; paths are from the config's folder.

    Each of the `patterns` matches the path of a translation, with a form of languages of its own,
    the likeliest first. Their groups are named as the placeholders of `of` are.
    """

    of: str
    patterns: tuple[re.Pattern[str], ...]

    def originals_of(self, path: str) -> tuple[str, ...]:
        """Return what a file may be a translation of, the likeliest first."""
        matches = (pattern.fullmatch(path) for pattern in self.patterns)
        found = dict.fromkeys(self._filled(match.groupdict()) for match in matches if match)
        return tuple(original for original in found if original != path)

    def language_of(self, path: str) -> str | None:
        """Return the language of a translation, as its path has it; None where it has none."""
        matches = (pattern.fullmatch(path) for pattern in self.patterns)
        groups = next((match.groupdict() for match in matches if match), {})
        return groups.get("lang")

    def _filled(self, groups: Mapping[str, str | None]) -> str:
        """Return the path of an original; a folder that is none leaves no slash behind."""
        original = self.of
        for name, value in groups.items():
            if value is None:
                original = original.replace(f"{{{name}}}/", "")
            original = original.replace(f"{{{name}}}", value or "")
        return original


@dataclass(frozen=True, slots=True)
class Templates:
    """How guides of one dialect write what they hold.

    Where `topic_is_file` each file is one topic, and `chapter_is_file` likewise. Questions stand
    only `within` headings or divs of these names (globs), where there are any. A guide that
    `has_contents` may list what it holds by links to it. `order` is the page, or the path in a data
    file, that gives the order of the files, and `prerequisites` the path in one to what topics
    build on. Links to pages may be written with the ending that `links` is, in place of that of
    the file. `translations` are other files of the project; `pairs` have the names of files that
    have the headings of those beside them, by the names of these. All of it stands in a config, or
    `is_detected` in a text that none tells of.
    """

    chapters: tuple[Template, ...] = ()
    topics: tuple[Template, ...] = ()
    questions: tuple[Template, ...] = ()
    options: tuple[Template, ...] = ()
    answers: tuple[Template, ...] = ()
    counts: tuple[Template, ...] = ()
    answer_form: AnswerForm = AnswerForm.NONE
    topic_is_file: bool = False
    chapter_is_file: bool = False
    within: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    numbers: Numbers = Numbers.GUIDE
    has_contents: bool = True
    order: str = ""
    prerequisites: str = ""
    pairs: Mapping[str, str] = field(default_factory=dict)
    links: str = ""
    translations: Translations | None = None
    others: Mapping[str, "Templates"] = field(default_factory=dict)
    is_detected: bool = False

    @property
    def has_divs(self) -> bool:
        """Whether divs hold questions, answers or sections."""
        carriers = {template.carrier for template in (*self.questions, *self.answers)}
        named = (*self.within, *self.sections)
        return Carrier.DIV in carriers or any(name.startswith(":::") for name in named)

    @property
    def has_answers(self) -> bool:
        """Whether questions have answers that stand by themselves."""
        return bool(self.answers) or self.answer_form is not AnswerForm.NONE
