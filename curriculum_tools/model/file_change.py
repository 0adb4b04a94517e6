"""What became of a file since an earlier version of it, line by line.

Lines are counted from 1 as git counts them: they end with LF and nothing else.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Hunk(NamedTuple):
    """New lines in place of old ones; there may be none of either.

    `first` is the first new line; where there is none, the line before which lines were removed.
    """

    first: int
    lines: int
    lines_before: int


@dataclass(frozen=True, slots=True)
class FileChange:
    """The hunks of a file in their order, and its text before; a new file has None of either."""

    hunks: tuple[Hunk, ...] | None = None
    before: str | None = None

    def touches(self, first: int, last: int) -> bool:
        """Tell whether any of these lines is new or was changed."""
        if self.hunks is None:
            return True
        return any(hunk.first <= last and first < hunk.first + hunk.lines for hunk in self.hunks)

    def line_before(self, line: int) -> int:
        """Return the number that an untouched line had before."""
        grown = (h.lines - h.lines_before for h in self.hunks or () if h.first <= line)
        return line - sum(grown)
