"""The body of a topic: which of its bullets and paragraphs are fields, and all the rest."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from curriculum_tools.model.guide import Block, Field, FieldKind, Question
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.body import Body, Piece, width
from curriculum_tools.syntax.fields import FieldReader
from curriculum_tools.syntax.heads import Head, item_head, read_head
from curriculum_tools.syntax.labels import Labels
from curriculum_tools.syntax.leaves import Mark


@dataclass(slots=True)
class TopicReader:
    """Reads the nodes below a topic's heading into fields and blocks, in their order.

    Questions that stand in a list of their own, but further to the right than the bullet of the
    questions field above them, are questions of that field: `indent` is the column of its bullet
    while it may go on, and `more` are the questions that it does not hold yet.
    """

    body: Body
    labels: Labels
    marks: list[Mark]
    fields: list[Field]
    blocks: list[Block]
    indent: int | None = None
    more: list[Question] = field(default_factory=list)
    reader: FieldReader = field(init=False)

    def __post_init__(self) -> None:
        self.reader = FieldReader(self.body, self.marks)

    def read(self, nodes: list[Node]) -> None:
        """Read the nodes of one topic."""
        index = 0
        while index < len(nodes):
            node = nodes[index]
            index += 1
            if node.kind is NodeKind.LIST:
                for item in node.children:
                    self._item(item)
            elif node.kind is NodeKind.PARAGRAPH:
                index = self._paragraph(nodes, index)
            else:
                self.blocks.append(self.body.block(node, self.marks))
                if node.kind is not NodeKind.HTML:  # a comment between questions ends no field
                    self._close()
        self._close()

    def _paragraph(self, nodes: list[Node], following: int) -> int:
        """Read a paragraph and, if it has a label, the lists below it; give the next index."""
        self._close()
        paragraph = nodes[following - 1]
        *heads, last = self._heads(self.body.pieces(paragraph))
        if not last.is_field:
            self.blocks.append(self.body.block(paragraph, self.marks))
            return following
        for head in heads:
            span = Span(head.pieces[0].start, head.pieces[-1].end)
            self.fields.append(self.reader.field(head, span, []))
        first = following
        while following < len(nodes) and self._continues(nodes[following]):
            following += 1
        span = Span(last.pieces[0].start, self.body.line_end(nodes[following - 1].end - 1))
        self.fields.append(self.reader.field(last, span, nodes[first:following]))
        return following

    def _heads(self, pieces: list[Piece]) -> list[Head]:
        """Split a paragraph that begins as a field where further lines begin as fields, too."""
        head = read_head(pieces, self.labels)
        if head.kind is None or len(pieces) == 1:
            return [head]
        first_lines = [
            i for i, piece in enumerate(pieces) if i == 0 or read_head([piece], self.labels).kind
        ]
        return [
            read_head(pieces[i:j], self.labels) for i, j in pairwise([*first_lines, len(pieces)])
        ]

    def _continues(self, node: Node) -> bool:
        """Tell whether a node is a list of plain items, which belongs to a label above it."""
        if node.kind is not NodeKind.LIST:
            return False
        head = item_head(node.children[0], self.body, self.labels)
        return not (head and (head.is_field or head.is_labelled))

    def _item(self, item: Node) -> None:
        head = item_head(item, self.body, self.labels)
        if head and head.is_field:
            self._close()
            span = Span(self.body.text_start(item.first), self.body.line_end(item.end - 1))
            self.fields.append(self.reader.field(head, span, item.children[1:]))
            if head.kind is FieldKind.QUESTIONS:
                self.indent = self._indent(item)
        elif head and head.is_labelled:
            self._close()
            block = self.body.block(item, self.marks)
            self.blocks.append(replace(block, label=head.label_text))
        elif self.indent is None or self._indent(item) <= self.indent:
            self.blocks.append(self.body.block(item, self.marks))
        elif question := self.reader.question(item):
            self.more.append(question)

    def _indent(self, item: Node) -> int:
        start = self.body.starts[item.first]
        return width(self.body.source.text[start : self.body.text_start(item.first)])

    def _close(self) -> None:
        """Let the questions field that may go on be complete."""
        if self.more:
            last = self.fields[-1]
            span = Span(last.span.start, self.more[-1].extent.end)
            self.fields[-1] = replace(last, questions=(*last.questions, *self.more), span=span)
            self.more.clear()
        self.indent = None
