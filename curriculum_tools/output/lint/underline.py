"""A line of a guide cut to fit a terminal, around the span that is to be underlined."""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from curriculum_tools.model.source import Span
from curriculum_tools.output.display_width import ELLIPSIS, TAB, display_width
from curriculum_tools.output.sanitize import defuse_commands, sanitize

_CONTEXT = 8  # code points looked at for each column of width: marks that combine take none


class UnderlinedLine(NamedTuple):
    """A line as it is shown, and the columns from 0 that are to be underlined."""

    text: str
    column: int
    length: int


def underline(line: str, span: Span, room: int) -> UnderlinedLine:
    """Return a line of a guide in at most `room` columns, cut around a span of it.

    The span is clamped to the line; one that is empty, or beyond the end, takes one column.
    """
    line = defuse_commands(line)
    start = min(span.start, len(line))
    end = min(max(span.end, start), len(line))
    if len(line) <= room and line.isascii() and line.isprintable():
        return UnderlinedLine(line, start, max(1, end - start))
    first = max(0, start - room * _CONTEXT)
    last = min(len(line), start + room * _CONTEXT)
    row = _Row.of(line[first:last], cut_left=first > 0, cut_right=last < len(line))
    return row.underlined(start - first, min(end, last) - first, max(room, 3))


class _Row(NamedTuple):
    """The pieces shown for the code points of a line, and the columns in front of each."""

    pieces: list[str]
    before: list[int]
    cut_left: bool
    cut_right: bool

    @classmethod
    def of(cls, text: str, *, cut_left: bool, cut_right: bool) -> "_Row":
        pieces = [TAB if character == "\t" else sanitize(character) for character in text]
        before = list(accumulate(map(display_width, pieces), initial=0))
        return cls(pieces, before, cut_left, cut_right)

    def underlined(self, start: int, end: int, room: int) -> UnderlinedLine:
        left, right = self._window(start, end, room)
        dots_before = ELLIPSIS if left > 0 or self.cut_left else ""
        dots_after = ELLIPSIS if right < len(self.pieces) or self.cut_right else ""
        text = f"{dots_before}{''.join(self.pieces[left:right])}{dots_after}"
        column = self.before[start] - self.before[left] + len(dots_before)
        length = self.before[min(end, right)] - self.before[min(start, right)]
        return UnderlinedLine(text, column, max(1, length))

    def _window(self, start: int, end: int, room: int) -> tuple[int, int]:
        """Return the first piece to show and the one after the last."""
        total = self.before[-1]
        if total <= room and not self.cut_left and not self.cut_right:
            return 0, len(self.pieces)
        if not self.cut_left and (self.before[end] < room or self.before[start] <= room // 3):
            return 0, self._fitting(0, room - len(ELLIPSIS))
        inside = room - 2 * len(ELLIPSIS)
        marked = min(self.before[end] - self.before[start], inside)
        wanted = min(self.before[start] - (inside - marked) // 2, total - inside)
        column = self.before[bisect_left(self.before, max(0, wanted))]
        left = min(bisect_right(self.before, column) - 1, start)  # past marks that combine
        return left, self._fitting(left, inside)

    def _fitting(self, left: int, room: int) -> int:
        """Return the end of the pieces from `left` on that fit; combining marks come along."""
        right = bisect_left(self.before, self.before[left] + room + 1) - 1
        return max(left, right)
