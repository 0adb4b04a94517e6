"""The leaves of a guide: what the parser marked, and markup in between."""

from collections.abc import Iterable

from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import Leaf, LeafKind, Mark


def tile(text: str, marks: Iterable[Mark]) -> tuple[Leaf, ...]:
    """Cover a text with leaves: one for each mark, sorted by place, and markup for the rest."""
    leaves = []
    last = 0
    for start, end, kind in marks:
        if start == end:
            continue
        if start > last:
            leaves.append(Leaf(LeafKind.MARKUP, last, text[last:start]))
        leaves.append(Leaf(kind, start, text[start:end]))
        last = end
    if last < len(text):
        leaves.append(Leaf(LeafKind.MARKUP, last, text[last:]))
    return tuple(leaves)


def render(guide: Guide) -> str:
    """Return the text of a guide, joined from its leaves."""
    return "".join(leaf.text for leaf in guide.leaves)
