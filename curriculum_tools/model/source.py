"""A text and the places in it: offsets, lines, columns."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import add
from typing import NamedTuple

BYTE_ORDER_MARK = "\ufeff"

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range of a text, in code points from 0."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Tell whether the other span lies in this one."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place in a text as people count it: line and column from 1, columns in code points."""

    line: int
    column: int


class Piece(NamedTuple):
    """A part of one line of a text, and its offset there."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after the last code point."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Source:
    """A text under the name its user knows it by.

    Lines end with LF, CRLF or CR and nothing else. A byte order mark is no column.
    Bytes that are no UTF-8 stand in the text as lone surrogates (PEP 383), one each.
    """

    path: str
    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of each line's first code point; the last entry may be an empty line."""
        if "\r" in self.text:
            return (0, *(end.end() for end in _LINE_END.finditer(self.text)))
        lines = self.text.split("\n")  # without their ends, which are one each
        return tuple(map(add, accumulate(map(len, lines), initial=0), range(len(lines))))

    @property
    def line_count(self) -> int:
        """How many lines there are; a text that ends with a line end has no line after it."""
        starts = self.line_starts
        return len(starts) - 1 if starts[-1] == len(self.text) and len(starts) > 1 else len(starts)

    def position(self, offset: int) -> Position:
        """Give the line and column of an offset between 0 and the length of the text."""
        line = bisect_right(self.line_starts, offset)
        column = offset - self.line_starts[line - 1] + 1
        if line == 1 and column > 1 and self.text.startswith(BYTE_ORDER_MARK):
            column -= 1
        return Position(line, column)

    def offset(self, position: Position) -> int:
        """Give the offset of a position; the inverse of `position`."""
        offset = self.line_starts[position.line - 1] + position.column - 1
        if position.line == 1 and self.text.startswith(BYTE_ORDER_MARK):
            offset += 1
        return offset

    def line(self, number: int) -> str:
        """Give a line, counted from 1, without its end and without the byte order mark."""
        line = self.slice(self.line_span(number))
        return line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line

    def line_span(self, number: int) -> Span:
        """Give the span of a line, counted from 1, without its end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line_of(self, offset: int) -> int:
        """Give the number of the line, from 1, in which an offset lies."""
        return bisect_right(self.line_starts, offset)

    def slice(self, span: Span) -> str:
        """Give the text of a span."""
        return self.text[span.start : span.end]
