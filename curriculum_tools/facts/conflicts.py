"""What a merge left undone: the markers that git writes around two versions of the same lines."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.facts.regions import Regions
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Span

_MARKER = re.compile(r"(?<![^\r\n])(?:<{7}|>{7})(?:[ \t][^\r\n]*|(?![^\r\n]))")


class MarkerConflict(NamedTuple):
    """A conflict: the line of its first marker, and of its last if that is still there.

    Where only the last marker was left, that is the first. What stands between the two has the
    markers of the versions (`|||||||`, `=======`), which mean nothing anywhere else.
    """

    first: Span
    last: Span | None = None

    @property
    def span(self) -> Span:
        """The span of the whole conflict."""
        return Span(self.first.start, (self.last or self.first).end)


def find_conflicts(text: str, regions: Regions) -> Iterator[MarkerConflict]:
    """Yield the conflicts of a text, in their order; markers in code blocks are examples."""
    opened: Span | None = None
    for match in _MARKER.finditer(text):
        if regions.kind_at(match.start()) is LeafKind.CODE:
            continue
        marker = Span(*match.span())
        if text[marker.start] == "<":
            if opened:
                yield MarkerConflict(opened)
            opened = marker
        else:
            yield MarkerConflict(opened, marker) if opened else MarkerConflict(marker)
            opened = None
    if opened:
        yield MarkerConflict(opened)
