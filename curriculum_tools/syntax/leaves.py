"""The leaves of a guide: what the parser marked, and markup in between."""

from collections.abc import Iterable
from typing import NamedTuple

from curriculum_tools.model.guide import Guide, Leaf, LeafKind
from curriculum_tools.model.source import Span


class Mark(NamedTuple):
    """A span of the source that the parser has named."""

    kind: LeafKind
    span: Span


def tile(text: str, marks: Iterable[Mark]) -> tuple[Leaf, ...]:
    """Cover a text with leaves: one for each mark, sorted by place, and markup for the rest."""
    leaves = []
    last = 0
    for kind, span in marks:
        if span.start > last:
            leaves.append(Leaf(LeafKind.MARKUP, last, text[last : span.start]))
        if span.end > span.start:
            leaves.append(Leaf(kind, span.start, text[span.start : span.end]))
            last = span.end
    if last < len(text):
        leaves.append(Leaf(LeafKind.MARKUP, last, text[last:]))
    return tuple(leaves)


def render(guide: Guide) -> str:
    """Give back the text of a guide from its leaves."""
    return "".join(leaf.text for leaf in guide.leaves)
