"""The head of a field: the bold label that a bullet or a paragraph begins with."""

import re
from typing import NamedTuple

from curriculum_tools.model.content import Text
from curriculum_tools.model.dialect import Dialect, FieldSpec
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.body import Body
from curriculum_tools.syntax.labels import COLONS, BoldLabel, bold_label

_COLONS = "".join(COLONS)
_PLAIN_LABEL = re.compile(
    rf"(?P<marks>\*{{3}}|[*_]?)(?P<label>[^\W\d_][^*_{_COLONS}]*?)(?<![ \t])[ \t]*"
    rf"(?:[{_COLONS}](?P=marks)|(?P=marks)[ \t]*[{_COLONS}])"
)


class Head(NamedTuple):
    """The lines that a field may begin with, the bold label at their head, and what it names.

    A placeholder for notes is a field without a label.
    """

    pieces: list[Piece]
    label: BoldLabel | None
    spec: FieldSpec | None

    @property
    def is_field(self) -> bool:
        """Whether a known field begins here."""
        return self.spec is not None

    @property
    def label_text(self) -> Text | None:
        """The label with its place."""
        if not self.label:
            return None
        start = self.pieces[0].start
        return Text(self.label.text, Span(start + self.label.start, start + self.label.end))

    @property
    def is_labelled(self) -> bool:
        """Whether the bold words are a label and not the beginning of a sentence."""
        if not self.label:
            return False
        return self.label.has_colon or not self._after_label().text.strip(" \t\\")

    @property
    def value(self) -> list[Piece]:
        """What stands after the label, but for a backslash that stands there alone."""
        first = self._after_label()
        if first.text.strip() == "\\":
            first = Piece("", first.start)
        return [first, *self.pieces[1:]]

    def _after_label(self) -> Piece:
        first, cut = self.pieces[0], self.label.value_start if self.label else 0
        return Piece(first.text[cut:], first.start + cut)


def read_head(pieces: list[Piece], dialect: Dialect) -> Head:
    """Read the head of a text from its lines."""
    label = bold_label(pieces[0].text)
    spec = dialect.field_labelled(label.text) if label else None
    if spec is None and (placeholder := dialect.field_held(pieces[0].text)):
        return Head(pieces, None, placeholder)
    return Head(pieces, label, spec)


def plain_label(piece: Piece, dialect: Dialect) -> Text | None:
    """Return the label of a field that a line begins with, but not in bold type."""
    match = _PLAIN_LABEL.match(piece.text)
    if not match or not dialect.field_labelled(match["label"]):
        return None
    start, end = match.span("label")
    return Text(match["label"], Span(piece.start + start, piece.start + end))


def item_head(item: Node, body: Body, dialect: Dialect) -> Head | None:
    """Read the head of a list item; None where the item does not begin with a text."""
    if item.children and is_text(item.children[0]) and item.children[0].first == item.first:
        return read_head(body.pieces(item.children[0]), dialect)
    return None


def is_text(node: Node) -> bool:
    """Tell a paragraph, or one that an empty bullet below it makes a setext heading."""
    is_setext = node.kind is NodeKind.HEADING and node.end - node.first > 1
    return is_setext or node.kind is NodeKind.PARAGRAPH
