"""The prose of a guide: its leaves that are no code, no comment and no front matter."""

from typing import NamedTuple

from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import Leaf, LeafKind
from curriculum_tools.syntax.inline import CodeSpan, code_spans

_UNREAD = {LeafKind.CODE, LeafKind.HTML, LeafKind.FRONT_MATTER, LeafKind.BOM}
_TEXTUAL = {LeafKind.TITLE, LeafKind.TEXT, LeafKind.OTHER, LeafKind.LABEL}


class Prose(NamedTuple):
    """Leaves and code spans of the prose, each in the order of the text."""

    leaves: tuple[Leaf, ...]
    code_spans: tuple[CodeSpan, ...]


def read_prose(guide: Guide) -> Prose:
    """Collect the prose of a guide."""
    leaves = tuple(leaf for leaf in guide.leaves if leaf.kind not in _UNREAD)
    texts = [leaf for leaf in leaves if leaf.kind in _TEXTUAL]
    return Prose(
        leaves,
        tuple(
            span for leaf in texts if "`" in leaf.text for span in code_spans(leaf.text, leaf.start)
        ),
    )
