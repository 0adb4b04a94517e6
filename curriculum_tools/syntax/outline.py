"""The outline of a guide: which headings open chapters and topics, and under which numbers.

A heading is taken by itself where its level and its number say the same. Where they do not, or the
number is written in another manner, the headings around it decide: numbers count up by one, and a
topic's begins with its chapter's. What is read so although it is malformed is a fault, whose edits
make of it what it was read as; where neighbours leave more than one reading, it is left alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from curriculum_tools.model.content import Role
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.number_style import NumberStyle, Parts, style_of
from curriculum_tools.syntax.numbers import Manner, Number, misread_number, read_number

#: How a number is written where no other manner is usual.
USUAL = {Role.CHAPTER: NumberStyle(after=". "), Role.TOPIC: NumberStyle()}
#: So many others must agree before one heading that is written otherwise is odd.
FEWEST_ALIKE = 2


class HeadingFault(NamedTuple):
    """What is malformed about a heading, and the edits that mend it."""

    message: str
    span: Span
    edits: tuple[tuple[Span, str], ...]
    is_safe: bool


@dataclass(slots=True)
class Line:
    """A line that is a heading, or seems to be meant as one, and what is made of it.

    `level` is that of the heading, as printed until it is mended, 0 for a line without number
    signs; `marks` is the span of the signs, or of what stands in their place. A line that
    `is_meant` as a heading is none to Markdown.
    """

    first: int
    level: int
    text: Piece
    marks: Span
    is_heading: bool = True
    is_meant: bool = False
    number: Number | None = None
    role: Role | None = None
    is_numbered: bool = False
    faults: list[HeadingFault] = field(default_factory=list)

    @property
    def parts(self) -> Parts:
        """The accepted number; empty where there is none."""
        return self.number.parts if self.number and self.is_numbered else ()

    def span(self, start: int, end: int) -> Span:
        """Return the span of a part of the text, given by its places there."""
        return Span(self.text.start + start, self.text.start + end)


def read_outline(lines: Sequence[Line], dialect: Dialect) -> None:
    """Decide for each line which section it opens, and which number it has."""
    _Outline(lines, dialect).read()


class _Outline:
    def __init__(self, lines: Sequence[Line], dialect: Dialect) -> None:
        self._lines = lines
        self._levels = {form.role: form.level for form in dialect.headings}
        self._roles = {form.level: form.role for form in dialect.headings}

    def read(self) -> None:
        for line in self._lines:
            line.number = read_number(line.text.text)
            line.role = self._roles.get(line.level)
        for role in (Role.TOPIC, Role.CHAPTER):
            self._accept_sure(role)
            self._accept_alike(role)
        for role in (Role.CHAPTER, Role.TOPIC):
            self._accept_fitting(role)
        self._mend_levels()
        self._mend_numbers()
        self._mend_shapes()
        for role in (Role.CHAPTER, Role.TOPIC):
            self._mend_manners(role)

    def _of(self, role: Role) -> list[Line]:
        return [line for line in self._lines if line.role is role and line.is_heading]

    def _accept_sure(self, role: Role) -> None:
        """Accept the numbers that are written as the dialect has them."""
        for line in self._of(role):
            if line.number and _is_sure(line.number, role):
                line.is_numbered = True

    def _accept_alike(self, role: Role) -> None:
        """Accept numbers in another manner that most headings of a level have, counting up."""
        lines = self._of(role)
        manners: dict[tuple[Manner, int], list[Line]] = {}
        for line in lines:
            if line.number and not line.is_numbered and len(line.number.parts) <= 2:
                key = line.number.manner, len(line.number.parts)
                manners.setdefault(key, []).append(line)
        for alike in manners.values():
            if len(alike) < FEWEST_ALIKE or 2 * len(alike) < len(lines):
                continue
            if _count_up(alike) or (role is Role.CHAPTER and self._are_borne_out(alike)):
                for line in alike:
                    line.is_numbered = True

    def _are_borne_out(self, chapters: Sequence[Line]) -> bool:
        """Tell whether the topics below most of some chapters begin with the chapters' numbers."""
        firsts: dict[int, Parts] = {}
        first: Parts = ()
        for line in reversed(self._lines):
            if line.role is Role.TOPIC and len(line.parts) > 1:
                first = line.parts[:1]
            elif line.role is Role.CHAPTER:
                firsts[line.first], first = first, ()
        numbers = [(line.number.parts, firsts[line.first]) for line in chapters if line.number]
        return 2 * sum(number == first for number, first in numbers) > len(numbers)

    def _accept_fitting(self, role: Role) -> None:
        """Accept numbers in another manner that fit between their numbered neighbours."""
        if not self._most_are_numbered(role):
            return
        for place, line in enumerate(self._lines):
            number = line.number
            if line.role is role and number and not line.is_numbered and line.is_heading:
                line.is_numbered = number.parts in self._expected(place, role)

    def _most_are_numbered(self, role: Role) -> bool:
        lines = self._of(role)
        numbered = [line for line in lines if line.is_numbered]
        return len(numbered) >= FEWEST_ALIKE and 2 * len(numbered) >= len(lines)

    def _mend_levels(self) -> None:
        """Read numbered headings of a wrong level as what their numbers say they are."""
        if not self._is_numbered_in_two_parts():
            return
        for place, line in enumerate(self._lines):
            number = line.number
            if not (number and line.is_heading):
                continue
            role = Role.TOPIC if len(number.parts) == 2 else Role.CHAPTER
            if len(number.parts) > 2 or role is line.role or line.level == self._levels[role]:
                continue
            if not self._is_written_as(role, number) or self._counts_up_with_others(place):
                continue
            if number.parts not in self._expected(place, role) or self._is_borne(line):
                continue
            line.role, line.is_numbered = role, True
            level, printed = self._levels[role], line.level
            line.level = level
            what = "chapter's" if role is Role.CHAPTER else "topic's"
            message = f"{number.text} is a {what} number: write {'#' * level}"
            edits = ((line.marks, "#" * level),)
            is_marked = line.marks.end - line.marks.start == printed
            span = line.marks if is_marked else line.span(number.head, number.end)
            line.faults.append(HeadingFault(message, span, edits if is_marked else (), is_marked))

    def _is_written_as(self, role: Role, number: Number) -> bool:
        """Tell whether a number is in the form, or in the manner, of those of a kind."""
        manners = {line.number.manner for line in self._of(role) if line.parts and line.number}
        return _is_sure(number, role) or (role is Role.TOPIC and number.manner in manners)

    def _counts_up_with_others(self, place: int) -> bool:
        """Tell whether a heading below topics counts on from another one of its level there."""
        line = self._lines[place]
        if line.level <= max(self._levels.values()):
            return False
        before = self._lines[:place][::-1]
        above = next((other for other in before if other.level <= line.level), None)
        if above is None or above.level != line.level or not (above.number and line.number):
            return False
        (*prefix, last), (*others, earlier) = line.number.parts, above.number.parts
        is_alike = above.number.manner.prefix == line.number.manner.prefix
        return is_alike and prefix == others and last == earlier + 1

    def _is_numbered_in_two_parts(self) -> bool:
        topics = [line for line in self._of(Role.TOPIC) if len(line.parts) == 2]
        return len(topics) >= FEWEST_ALIKE and 2 * len(topics) >= len(self._of(Role.TOPIC))

    def _is_borne(self, line: Line) -> bool:
        """Tell whether another heading of the right level has the same number."""
        return any(
            other is not line
            and other.is_numbered
            and other.number
            and line.number
            and other.parts == line.number.parts
            for other in self._lines
        )

    def _mend_numbers(self) -> None:
        """Read the numbers that are not written as numbers are, where one is expected."""
        in_two_parts = self._is_numbered_in_two_parts()
        for place, line in enumerate(self._lines):
            role = line.role
            if role is None or line.is_numbered or not line.is_heading:
                continue
            if not self._most_are_numbered(role) or (role is Role.TOPIC and not in_two_parts):
                continue
            for expected in sorted(self._expected(place, role)):
                if found := misread_number(line.text.text, expected):
                    self._mend_number(line, role, expected, found)
                    break

    def _mend_number(self, line: Line, role: Role, parts: Parts, found: tuple[int, int]) -> None:
        start, end = found
        text = line.text.text
        numbered = [other for other in self._of(role) if other.parts]
        style = _style(numbered, role)
        written = style.number(parts)
        rest = len(text) - len(text[end:].lstrip(" \t.:)：、–—-"))
        mended = style.head(parts) if rest < len(text) else style.head(parts).rstrip()
        line.number = Number(written, _usual_manner(numbered), start, start, end, rest, len(text))
        line.is_numbered = True
        message = f"a malformed number: {text[start:end].strip()} should be {written}"
        edit = (line.span(start, rest), mended)
        line.faults.append(HeadingFault(message, line.span(start, end), (edit,), True))

    def _mend_shapes(self) -> None:
        """Read lines as headings that lack the blank behind their signs, or the signs."""
        for place, line in enumerate(self._lines):
            if line.is_heading:
                continue
            if line.level:
                self._mend_blank(place, line)
            elif line.number:
                self._mend_bold(place, line)

    def _mend_blank(self, place: int, line: Line) -> None:
        role = self._roles.get(line.level)
        line.is_heading = True
        line.role = role
        number = line.number
        if role and number and self._most_are_numbered(role):
            fits = _is_sure(number, role) or number.parts in self._expected(place, role)
            line.is_numbered = fits
        message = f"a blank is missing after {'#' * line.level}"
        edit = (Span(line.marks.end, line.marks.end), " ")
        line.faults.append(HeadingFault(message, line.marks, (edit,), True))

    def _mend_bold(self, place: int, line: Line) -> None:
        number = line.number
        if not number or len(number.parts) > 2:
            return
        role = Role.TOPIC if len(number.parts) == 2 else Role.CHAPTER
        if not self._most_are_numbered(role) or number.parts not in self._expected(place, role):
            return
        if self._is_borne(line):
            return
        line.is_heading, line.role, line.is_numbered = True, role, True
        line.level = self._levels[role]
        title = line.text.text[number.head : number.title_end].rstrip(" *_")
        whole = Span(line.marks.start, line.text.end)
        message = f"a bold line where a heading is meant: write {'#' * line.level} {number.text}"
        edit = (whole, f"{'#' * line.level} {title}")
        line.faults.append(HeadingFault(message, whole, (edit,), True))

    def _mend_manners(self, role: Role) -> None:
        """Report the one number that is written otherwise than all others of its kind."""
        numbered = [line for line in self._of(role) if line.is_numbered and line.number]
        manners = Counter(line.number.manner for line in numbered if line.number)
        if len(manners) != 2 or len(numbered) <= FEWEST_ALIKE + 1:
            return
        (usual, _), (odd, count) = manners.most_common(2)
        if count > 1:
            return
        style = _style([x for x in numbered if x.number and x.number.manner == usual], role)
        for line in numbered:
            number = line.number
            if number and number.manner == odd and not line.faults:
                text = line.text.text
                has_title = number.title < len(text)
                head = style.head(number.parts)
                edit = line.span(number.head, number.title), head if has_title else head.rstrip()
                is_closed = re.search(r"[*_~<]", text[number.end : number.title])
                message = f"this {role} should be numbered as the others are: {head.rstrip()}"
                span = line.span(number.head, number.end)
                line.faults.append(HeadingFault(message, span, () if is_closed else (edit,), True))

    def _expected(self, place: int, role: Role) -> set[Parts]:
        """Return the numbers that may stand at a place, by the numbers before and after it."""
        before = self._nearest(reversed(self._lines[:place]), role)
        after = self._nearest(iter(self._lines[place + 1 :]), role)
        found = {_first(role)} if before is None else {_successor(before, role)}
        if after is None or (after.role is not role):
            return found
        earlier = (*after.parts[:-1], after.parts[-1] - 1)
        return found if earlier in found else {*found, earlier}

    def _nearest(self, lines: Iterator[Line], role: Role) -> Line | None:
        """Return the nearest numbered line; chapters look at chapters, topics at both."""
        numbered = (line for line in lines if line.parts)
        return next((x for x in numbered if role is Role.TOPIC or x.role is Role.CHAPTER), None)


def _first(role: Role) -> Parts:
    return (1,) if role is Role.CHAPTER else (1, 1)


def _successor(before: Line, role: Role) -> Parts:
    """Return the number after a line's: of the first topic, where the line is its chapter."""
    if role is Role.TOPIC and before.role is Role.CHAPTER:
        return before.parts[0], 1
    return (*before.parts[:-1], before.parts[-1] + 1)


def _is_sure(number: Number, role: Role) -> bool:
    """Tell whether a number is one by its form: 1.2 of a topic, 2. or Chapter 2 of a chapter."""
    prefix, mark = number.manner
    if role is Role.CHAPTER:
        return len(number.parts) == 1 and (prefix == "chapter" or (not prefix and bool(mark)))
    return not prefix and (len(number.parts) > 1 or bool(mark))


def _count_up(lines: Sequence[Line]) -> bool:
    """Tell whether at least half of some numbers follow on the one before."""
    parts = [line.number.parts for line in lines if line.number]
    steps = sum(
        after[:-1] != before[:-1] or after[-1] in (before[-1] + 1, before[-1])
        for before, after in pairwise(parts)
    )
    return parts[0][-1] in (0, 1) and 2 * steps >= len(parts) - 1


def _usual_manner(lines: Sequence[Line]) -> Manner:
    """Return the manner in which most of some numbers are written."""
    found = Counter(line.number.manner for line in lines if line.number)
    return found.most_common(1)[0][0] if found else Manner("", "")


def _style(lines: Sequence[Line], role: Role) -> NumberStyle:
    """Return how the numbers of some headings are written."""
    return style_of([(x.text.text, x.number) for x in lines if x.number], USUAL[role])
