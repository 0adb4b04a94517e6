"""The outline of a guide: which headings open chapters and topics, and under which numbers.

A heading is taken by itself where its level and its number say the same. Where they do not, the
headings around it decide: numbers count up by one, a topic's begins with its chapter's, and a
chapter stands above its first topic. So a line is read as what fits between its neighbours and is
nowhere else, whatever its level and shape; `mending` says how it should be written. What fits
nowhere is left as it is.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from curriculum_tools.model.content import Role
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.numbers import Manner, Number, misread_number, read_number

Parts = tuple[int, ...]

#: So many others must agree before one heading that is written otherwise is odd.
FEWEST_ALIKE = 2


class Shape(Enum):
    """How a line is made a heading; all but the first two are none to Markdown."""

    SIGNS = "number signs"
    UNDERLINED = "underlined"
    NO_BLANK = "no blank behind the signs"
    INSET = "indented, in a quote or in a list"
    BOLD = "bold type"
    PLAIN = "a line with a number"


class HeadingFault(NamedTuple):
    """What is malformed about a heading, and the edits that mend it."""

    message: str
    span: Span
    edits: tuple[tuple[Span, str], ...]


@dataclass(slots=True)
class Line:
    """A line that is a heading, or seems to be meant as one, and what is made of it.

    It takes the lines from `first` to `end` and the span `whole`; `marks` is the span of its number
    signs. `printed` is the level that it is written in, 0 in a bold or plain line, and `level` the
    one that it is meant in. A line that `is_meant` as a heading is none to Markdown. One that
    `is_counted` opens no section and counts up with its neighbours: steps of a topic.
    """

    first: int
    end: int
    printed: int
    text: Piece
    whole: Span
    marks: Span
    shape: Shape = Shape.SIGNS
    is_meant: bool = False
    is_heading: bool = True
    level: int = 0
    number: Number | None = None
    role: Role | None = None
    is_numbered: bool = False
    is_misread: bool = False
    is_counted: bool = False
    faults: list[HeadingFault] = field(default_factory=list)

    @property
    def parts(self) -> Parts:
        """The accepted number; empty where there is none."""
        return self.number.parts if self.number and self.is_numbered else ()

    def span(self, start: int, end: int) -> Span:
        """Return the span of a part of the text, given by its places there."""
        return Span(self.text.start + start, self.text.start + end)


class LineReading(NamedTuple):
    """What a line may be: a chapter or topic with a number."""

    role: Role
    number: Number
    is_misread: bool = False


class _Around(NamedTuple):
    """The accepted numbers around a line; empty where there is none.

    `above` and `below` are those of the nearest chapters or topics, `chapter_above` and
    `chapter_below` those of the nearest chapters. `opens` tells that a chapter without a number
    stands between the line and the topic above.
    """

    above: Parts
    below: Parts
    chapter_above: Parts
    chapter_below: Parts
    opens: bool

    def topics(self) -> set[Parts]:
        """Return the numbers that a topic may have here."""
        above, below = self.above, self.below
        found: set[Parts] = {(1, 1)}
        if above:
            found = {(above[0], above[1] + 1 if above[1:] else 1)}
        if self.opens and len(above) > 1:
            found.add((above[0] + 1, 1))
        if len(below) > 1 and below[-1] > 1:
            found.add((*below[:-1], below[-1] - 1))
        return found

    def chapters(self) -> set[Parts]:
        """Return the numbers that a chapter may have here."""
        above, below = self.chapter_above, self.chapter_below
        found: set[Parts] = {(above[0] + 1,) if above else (1,)}
        if below and below[0] > 1:
            found.add((below[0] - 1,))
        return found


def read_outline(lines: Sequence[Line], dialect: Dialect) -> None:
    """Decide for each line which section it opens, and which number it has."""
    _Outline(lines, dialect).read()


class _Outline:
    def __init__(self, lines: Sequence[Line], dialect: Dialect) -> None:
        self._lines = lines
        self._levels = {form.role: form.level for form in dialect.headings}
        self._roles = {form.level: form.role for form in dialect.headings}
        for line in lines:
            line.level = line.printed
            line.number = read_number(line.text.text)
            line.role = self._roles.get(line.level) if line.is_heading else None
        self._has_two_parts = self._topics_have_two_parts()
        for before, after in pairwise(lines):
            if _counts_on(before, after):
                before.is_counted = after.is_counted = True

    def read(self) -> None:
        for role in (Role.CHAPTER, Role.TOPIC):
            self._accept_sure(role)
            self._accept_alike(role)
        while self._accept_fitting():
            pass
        self._accept_topics_as_chapters()
        for line in self._of(Role.TOPIC):
            if line.number and _is_sure(line.number, Role.TOPIC):
                line.is_numbered = True  # a number, if not one that fits

    def _of(self, role: Role) -> list[Line]:
        return [line for line in self._lines if line.role is role and line.is_heading]

    def _topics_have_two_parts(self) -> bool:
        """Tell whether topics are numbered with their chapter's number: 1.2."""
        own = self._of(Role.TOPIC)
        in_two = [line for line in self._lines if line.number and len(line.number.parts) == 2]
        alike = [line for line in in_two if line.role is Role.TOPIC]
        return len(in_two) >= FEWEST_ALIKE and bool(alike) and 2 * len(alike) >= len(own)

    def _accept_sure(self, role: Role) -> None:
        """Accept the numbers that are written as the dialect has them."""
        for line in self._of(role):
            number = line.number
            if number and _is_sure(number, role):
                is_single = role is Role.TOPIC and len(number.parts) == 1
                line.is_numbered = not (is_single and self._has_two_parts)

    def _accept_alike(self, role: Role) -> None:
        """Accept numbers in another manner that most headings of a level have, counting up."""
        lines = self._of(role)
        manners: dict[tuple[Manner, int], list[Line]] = {}
        for line in lines:
            most = 1 if role is Role.CHAPTER else 2
            if line.number and not line.is_numbered and len(line.number.parts) <= most:
                key = line.number.manner, len(line.number.parts)
                manners.setdefault(key, []).append(line)
        for alike in manners.values():
            if len(alike) >= FEWEST_ALIKE and 2 * len(alike) >= len(lines) and _count_up(alike):
                for line in alike:
                    line.is_numbered = True

    def _accept_fitting(self) -> bool:
        """Accept what fits between its neighbours; tell whether there was any."""
        usual = {role for role in self._levels if self._most_are_numbered(role)}
        borne = {line.parts for line in self._lines if line.parts}
        is_changed = False
        for line, around in self._around():
            if line.is_numbered:
                continue
            for reading in self._readings(line, around):
                parts = reading.number.parts
                if parts not in borne and self._fits(line, reading, around, usual):
                    self._accept(line, reading)
                    borne.add(parts)
                    is_changed = True
                    break
        return is_changed

    def _accept_topics_as_chapters(self) -> None:
        """Accept headings of chapters' level as topics whose number begins with their chapter's.

        Such a number may be wrong, too, but it is that of a topic.
        """
        if not self._has_two_parts:
            return
        for line, around in self._around():
            number = line.number
            if line.role is not Role.CHAPTER or line.is_numbered or not number:
                continue
            is_topic = len(number.parts) == 2 and _is_sure(number, Role.TOPIC)
            if is_topic and around.chapter_above == number.parts[:1]:
                self._accept(line, LineReading(Role.TOPIC, number))

    def _around(self) -> Iterator[tuple[Line, _Around]]:
        """Yield each line with the numbers around it, those above as they are by then."""
        below: list[tuple[Parts, Parts]] = []
        any_below: Parts = ()
        chapter_below: Parts = ()
        for line in reversed(self._lines):
            below.append((any_below, chapter_below))
            any_below = line.parts or any_below
            chapter_below = line.parts if _is_chapter(line) else chapter_below
        above: Parts = ()
        chapter_above: Parts = ()
        opens = False
        for line, (after, chapter_after) in zip(self._lines, reversed(below), strict=True):
            yield line, _Around(above, after, chapter_above, chapter_after, opens)
            above = line.parts or above
            chapter_above = line.parts if _is_chapter(line) else chapter_above
            opens = not line.parts and (opens or line.role is Role.CHAPTER)

    def _readings(self, line: Line, around: _Around) -> Iterator[LineReading]:
        """Yield what a line may be, the likeliest first."""
        number = line.number
        if number and line.role:
            yield LineReading(line.role, number)
        if line.is_heading and line.role is Role.TOPIC and self._has_two_parts:
            yield from _misread(line, Role.TOPIC, around.topics())
        if line.is_heading and line.role is Role.CHAPTER:
            yield from _misread(line, Role.CHAPTER, {around.below[:1]} | around.chapters())
        if number and self._has_two_parts and len(number.parts) <= 2:
            role = Role.TOPIC if len(number.parts) == 2 else Role.CHAPTER
            if role is not line.role:
                yield LineReading(role, number)

    def _fits(self, line: Line, reading: LineReading, around: _Around, usual: set[Role]) -> bool:
        """Tell whether a line can be read so, by the numbers around it."""
        role, parts = reading.role, reading.number.parts
        is_own = line.role is role
        if line.is_counted or (line.shape is Shape.INSET and line.printed != self._levels[role]):
            return False
        if line.shape is Shape.PLAIN and role is Role.CHAPTER and around.below != (*parts, 1):
            return False
        if role is Role.TOPIC:
            return parts in around.topics() and (is_own <= (role in usual))
        has_topics = around.below[:1] == parts and around.below[1:] in ((0,), (1,))
        if has_topics and around.above[:1] != parts:
            return role in usual or not any(self._of(role)) or is_own
        may_be = role in usual and parts in around.chapters()
        return may_be and (is_own or (line.is_heading and _is_sure(reading.number, role)))

    def _accept(self, line: Line, reading: LineReading) -> None:
        line.role, line.number, line.is_misread = reading
        line.is_numbered = line.is_heading = True
        line.level = self._levels[reading.role]

    def _most_are_numbered(self, role: Role) -> bool:
        lines = self._of(role)
        numbered = [line for line in lines if line.is_numbered]
        return bool(numbered) and 2 * len(numbered) >= len(lines)


def _is_chapter(line: Line) -> bool:
    return line.role is Role.CHAPTER and bool(line.parts)


def _misread(line: Line, role: Role, expected: set[Parts]) -> Iterator[LineReading]:
    """Yield the numbers that a text may begin with, were they written as numbers are."""
    for parts in sorted(filter(None, expected)):
        if number := misread_number(line.text.text, parts):
            yield LineReading(role, number, is_misread=True)


def _counts_on(before: Line, after: Line) -> bool:
    """Tell whether two neighbours of one level that open no section are numbered 1, 2."""
    if before.role or after.role or before.printed != after.printed:
        return False
    if not (before.number and after.number and len(before.number.parts) == 1):
        return False
    return after.number.parts == (before.number.parts[0] + 1,)


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


def manner_of(lines: Sequence[Line], role: Role) -> Counter[Manner]:
    """Count the manners in which the numbers of chapters or topics are written."""
    alike = (x.number for x in lines if x.role is role and x.is_numbered and not x.is_misread)
    return Counter(number.manner for number in alike if number)
