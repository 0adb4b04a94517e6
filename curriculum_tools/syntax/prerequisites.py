"""The topics that a prerequisites field names."""

import re
from collections.abc import Iterator

from curriculum_tools.model.content import Text
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.inline import code_spans, mask

_LINKED = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
_NAME = re.compile(r"[^,;]+")
_NONE = re.compile(r"(?:none|n/a|nothing|[-–—])", re.IGNORECASE)
_DASH = re.compile(r"[-–—]")


def read_prerequisites(pieces: list[Piece], marks: list[Mark]) -> Iterator[Text]:
    """Yield the names in a list that commas or semicolons divide, each with its place.

    A title may itself hold a comma; whoever looks the names up joins neighbours again. Words for
    "none" are names only beside others.
    """
    found = [name for piece in pieces for name in _names(piece)]
    if all(_NONE.fullmatch(name.text) for name in found):
        return
    for name in found:
        if not _DASH.fullmatch(name.text):
            marks.append(Mark(*name.span, LeafKind.TEXT))
            yield name


def _names(piece: Piece) -> Iterator[Text]:
    visible = mask(piece.text, (span.outer for span in code_spans(piece.text)))
    visible = _LINKED.sub(lambda link: "x" * len(link.group()), visible)
    for match in _NAME.finditer(visible.replace("\\", " ")):
        name = piece.text[match.start() : match.end()]
        text = name.strip().strip("\\").strip().rstrip(". ")
        if text.strip("-–—.") or _DASH.fullmatch(text):
            start = piece.start + match.start() + name.index(text)
            yield Text(text, Span(start, start + len(text)))
