"""The fields of a topic: which bullets and paragraphs they are, and what stands in them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from curriculum_tools.model.guide import (
    Block,
    BlockKind,
    Field,
    FieldKind,
    LeafKind,
    Question,
    Text,
)
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.body import Body, Piece, joined, width
from curriculum_tools.syntax.labels import BoldLabel, Labels, bold_label
from curriculum_tools.syntax.leaves import Mark
from curriculum_tools.syntax.notes import is_placeholder, read_notes
from curriculum_tools.syntax.prerequisites import split_prerequisites

_BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]*")


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines that a field may begin with, the bold label at their head, and its kind."""

    pieces: list[Piece]
    label: BoldLabel | None
    kind: FieldKind | None

    @property
    def label_text(self) -> Text | None:
        """The label with its place."""
        if not self.label:
            return None
        start = self.pieces[0].start
        return Text(self.label.text, Span(start + self.label.start, start + self.label.end))

    @property
    def is_labelled(self) -> bool:
        """Tell a label from bold words that a sentence begins with."""
        if not self.label:
            return False
        return self.label.has_colon or not self._after_label().text.strip(" \t\\")

    @property
    def value(self) -> list[Piece]:
        """What stands after the label of a field, but for a backslash that stands there alone."""
        first = self._after_label() if self.kind else self.pieces[0]
        if first.text.strip() == "\\":
            first = Piece("", first.start)
        return [first, *self.pieces[1:]]

    def _after_label(self) -> Piece:
        first, cut = self.pieces[0], self.label.value_start if self.label else 0
        return Piece(first.text[cut:], first.start + cut)


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
        if not (last.kind or is_placeholder(last.pieces[0].text)):
            self.blocks.append(self.body.block(paragraph, self.marks))
            return following
        for head in heads:
            self._field(head, head.pieces[0].start, head.pieces[-1].end, [])
        first = following
        while following < len(nodes) and self._continues(nodes[following]):
            following += 1
        end = self.body.line_end(nodes[following - 1].end - 1)
        self._field(last, last.pieces[0].start, end, nodes[first:following])
        return following

    def _heads(self, pieces: list[Piece]) -> list[_Head]:
        """Split a paragraph that begins as a field where further lines begin as fields, too."""
        head = self._head(pieces)
        if head.kind is None or len(pieces) == 1:
            return [head]
        first_lines = [i for i, piece in enumerate(pieces) if i == 0 or self._head([piece]).kind]
        return [self._head(pieces[i:j]) for i, j in pairwise([*first_lines, len(pieces)])]

    def _continues(self, node: Node) -> bool:
        """Tell whether a node is a list of plain items, which belongs to a label above it."""
        if node.kind is not NodeKind.LIST:
            return False
        head = self._item_head(node.children[0])
        return not (head and (self._is_field(head) or head.is_labelled))

    def _head(self, pieces: list[Piece]) -> _Head:
        label = bold_label(pieces[0].text)
        return _Head(pieces, label, self.labels.kind_of(label.text) if label else None)

    def _item_head(self, item: Node) -> _Head | None:
        if item.children and _is_text(item.children[0]) and item.children[0].first == item.first:
            return self._head(self.body.pieces(item.children[0]))
        return None

    def _is_field(self, head: _Head) -> bool:
        return head.kind is not None or is_placeholder(head.pieces[0].text)

    def _item(self, item: Node) -> None:
        start = self.body.text_start(item.first)
        line_start = self.body.starts[item.first]
        indent = width(self.body.source.text[line_start:start])
        head = self._item_head(item)
        if head and self._is_field(head):
            self._close()
            self._field(head, start, self.body.line_end(item.end - 1), item.children[1:])
            if head.kind is FieldKind.QUESTIONS:
                self.indent = indent
        elif head and head.is_labelled:
            self._close()
            block = self.body.block(item, self.marks)
            self.blocks.append(replace(block, label=head.label_text))
        elif self.indent is None or indent <= self.indent:
            self.blocks.append(self.body.block(item, self.marks))
        elif question := self._question(item):
            self.more.append(question)

    def _close(self) -> None:
        """Let the questions field that may go on be complete."""
        if self.more:
            last = self.fields[-1]
            span = Span(last.span.start, self.more[-1].extent.end)
            self.fields[-1] = replace(last, questions=(*last.questions, *self.more), span=span)
            self.more.clear()
        self.indent = None

    def _field(self, head: _Head, start: int, end: int, rest: list[Node]) -> None:
        """Read a field from its head and from the nodes below."""
        label = head.label_text if head.kind else None
        if label:
            self.marks.append(Mark(*label.span, LeafKind.LABEL))
        read = {
            FieldKind.DESCRIPTION: self._description,
            FieldKind.NOTES: self._notes,
            FieldKind.PREREQUISITES: self._prerequisites,
            FieldKind.QUESTIONS: self._questions,
        }[head.kind or FieldKind.NOTES]
        self.fields.append(read(label, Span(start, end), head.value, rest))

    def _description(
        self, label: Text | None, span: Span, value: list[Piece], rest: list[Node]
    ) -> Field:
        text, blocks = self._text(value), self._blocks(rest)
        return Field(FieldKind.DESCRIPTION, label, span, text, blocks=blocks)

    def _notes(self, label: Text | None, span: Span, value: list[Piece], rest: list[Node]) -> Field:
        notes = tuple(
            entry for pieces in self._lines(value, rest) for entry in read_notes(pieces, self.marks)
        )
        text = None if notes else self._text(value)
        blocks = self._blocks(node for node in rest if node.kind is not NodeKind.LIST)
        return Field(FieldKind.NOTES, label, span, text, notes, blocks=blocks)

    def _prerequisites(
        self, label: Text | None, span: Span, value: list[Piece], rest: list[Node]
    ) -> Field:
        names = tuple(
            name
            for pieces in self._lines(value, rest)
            for name in split_prerequisites(pieces, self.marks)
        )
        text = None if names else self._text(value)
        blocks = self._blocks(node for node in rest if node.kind is not NodeKind.LIST)
        kind = FieldKind.PREREQUISITES
        return Field(kind, label, span, text, prerequisites=names, blocks=blocks)

    def _questions(
        self, label: Text | None, span: Span, value: list[Piece], rest: list[Node]
    ) -> Field:
        text = self._text(value)
        items = [item for node in rest if node.kind is NodeKind.LIST for item in node.children]
        questions = [question for item in items if (question := self._question(item))]
        blocks = self._blocks(node for node in rest if node.kind is not NodeKind.LIST)
        if text and items:
            blocks = (Block(BlockKind.PARAGRAPH, text.text, text.span), *blocks)
        elif text:
            questions.append(Question(text.text, text.span, text.span))
        return Field(FieldKind.QUESTIONS, label, span, questions=tuple(questions), blocks=blocks)

    def _question(self, item: Node) -> Question | None:
        """Read a question from its list item; None where the item is empty."""
        if not item.children:
            return None
        start = self.body.text_start(item.first)
        extent = Span(start, self.body.line_end(item.end - 1))
        first, *rest = item.children
        text = None
        if _is_text(first):
            text = self._text(self.body.pieces(first))
        if text is None:
            content = self._content_start(item, start)
            text = Text("", Span(content, content))
        if _is_text(first):
            return Question(text.text, text.span, extent, self._blocks(rest))
        begin = text.span.start if first.first == item.first else None
        head = self.body.block(first, self.marks, begin)
        return Question(text.text, text.span, extent, (head, *self._blocks(rest)))

    def _content_start(self, item: Node, start: int) -> int:
        bullet = _BULLET.match(self.body.source.text, start, self.body.line_end(item.first))
        return bullet.end() if bullet else start

    def _text(self, pieces: list[Piece]) -> Text | None:
        text = joined(pieces)
        if not text.text:
            return None
        self.marks.append(Mark(*text.span, LeafKind.TEXT))
        return text

    def _lines(self, value: list[Piece], rest: list[Node]) -> Iterator[list[Piece]]:
        """Yield the value of a field, then the first paragraph of each item listed below it."""
        yield value
        for node in rest:
            if node.kind is NodeKind.LIST:
                for item in node.children:
                    if item.children and _is_text(item.children[0]):
                        yield self.body.pieces(item.children[0])

    def _blocks(self, nodes: Iterable[Node]) -> tuple[Block, ...]:
        return tuple([self.body.block(node, self.marks) for node in nodes])


def _is_text(node: Node) -> bool:
    """Tell a paragraph, or one that an empty bullet below it makes a setext heading."""
    is_setext = node.kind is NodeKind.HEADING and node.end - node.first > 1
    return is_setext or node.kind is NodeKind.PARAGRAPH
