"""The fields of a topic: which bullets they are, and what stands in them."""

import re
from dataclasses import dataclass, replace

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

_BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?P<space>[ \t]*)")


@dataclass(frozen=True, slots=True)
class _Head:
    """The paragraph a bullet begins with, and the bold label at its head."""

    pieces: list[Piece]
    label: BoldLabel | None
    kind: FieldKind | None

    @property
    def label_text(self) -> Text | None:
        if not self.label:
            return None
        start = self.pieces[0].start
        return Text(self.label.text, Span(start + self.label.start, start + self.label.end))


@dataclass(slots=True)
class TopicReader:
    """Reads the nodes below a topic's heading into fields and blocks, in their order."""

    body: Body
    labels: Labels
    marks: list[Mark]
    fields: list[Field]
    blocks: list[Block]
    questions_indent: int | None = None  # columns before the bullet of an open list of questions

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
                index = self._paragraph(nodes, index - 1)
            else:
                self._block(node, self.body.text_start(node.first))
                if node.kind is not NodeKind.HTML:  # a comment between questions ends no field
                    self.questions_indent = None

    def _paragraph(self, nodes: list[Node], index: int) -> int:
        """Read a paragraph, as a field with the lists below it if it has a label; give the next index."""
        head = self._head(nodes[index])
        following = index + 1
        if head.kind is None:
            self._block(nodes[index], self.body.text_start(nodes[index].first))
            self.questions_indent = None
            return following
        while following < len(nodes) and self._continues(nodes[following]):
            following += 1
        self._field(head, nodes[index:following], self.body.text_start(nodes[index].first))
        return following

    def _continues(self, node: Node) -> bool:
        """Tell whether a node is a list of plain items, which belongs to a label above it."""
        if node.kind is not NodeKind.LIST or not node.children[0].children:
            return False
        first = node.children[0].children[0]
        return first.kind is not NodeKind.PARAGRAPH or self._head(first).label is None

    def _head(self, paragraph: Node) -> _Head:
        pieces = self.body.pieces(paragraph)
        label = bold_label(pieces[0].text)
        return _Head(pieces, label, self.labels.kind_of(label.text) if label else None)

    def _item(self, item: Node) -> None:
        start = self.body.text_start(item.first)
        indent = width(self.body.lines[item.first][: start - self.body.starts[item.first]])
        first = item.children[0] if item.children else None
        if first and first.kind is NodeKind.PARAGRAPH and first.first == item.first:
            head = self._head(first)
            if head.kind or is_placeholder(head.pieces[0].text):
                self._field(head, item.children, start)
                if self.fields[-1].kind is FieldKind.QUESTIONS:
                    self.questions_indent = indent
                return
            if head.label and _is_label(head.label, head.pieces[0]):
                self._block(item, start, head)
                self.questions_indent = None
                return
        if self.questions_indent is None or indent <= self.questions_indent:
            self._block(item, start)
        elif question := self._question(item, start):
            last = self.fields[-1]
            span = Span(last.span.start, self._end(item))
            self.fields[-1] = replace(last, questions=(*last.questions, question), span=span)

    def _block(self, node: Node, start: int, head: _Head | None = None) -> None:
        block = self.body.block(node, start, self.marks)
        self.blocks.append(replace(block, label=head.label_text) if head else block)

    def _field(self, head: _Head, nodes: list[Node], start: int) -> None:
        """Read a field from its nodes: a paragraph with the label, then what stands below it."""
        field = Field(
            head.kind or FieldKind.NOTES,
            head.label_text if head.kind else None,
            Span(start, self._end(nodes[-1])),
        )
        value = head.pieces
        if field.label and head.label:
            self.marks.append(Mark(LeafKind.LABEL, field.label.span))
            cut = head.label.value_start
            value = [Piece(value[0].text[cut:], value[0].start + cut), *value[1:]]
        read = {
            FieldKind.DESCRIPTION: self._description,
            FieldKind.NOTES: self._notes,
            FieldKind.PREREQUISITES: self._prerequisites,
            FieldKind.QUESTIONS: self._questions,
        }[field.kind]
        self.fields.append(read(field, _without_stray_backslash(value), nodes[1:]))
        self.questions_indent = None

    def _description(self, field: Field, value: list[Piece], rest: list[Node]) -> Field:
        return replace(field, text=self._text(value), blocks=self._rest(rest))

    def _notes(self, field: Field, value: list[Piece], rest: list[Node]) -> Field:
        lines = [value, *(self.body.pieces(node) for node in _listed_paragraphs(rest))]
        notes = tuple(entry for pieces in lines for entry in read_notes(pieces, self.marks))
        text = None if notes else self._text(value)
        others = [node for node in rest if node.kind is not NodeKind.LIST]
        return replace(field, text=text, notes=notes, blocks=self._rest(others))

    def _prerequisites(self, field: Field, value: list[Piece], rest: list[Node]) -> Field:
        lines = [value, *(self.body.pieces(node) for node in _listed_paragraphs(rest))]
        names = tuple(name for pieces in lines for name in split_prerequisites(pieces, self.marks))
        text = None if names else self._text(value)
        others = [node for node in rest if node.kind is not NodeKind.LIST]
        return replace(field, text=text, prerequisites=names, blocks=self._rest(others))

    def _questions(self, field: Field, value: list[Piece], rest: list[Node]) -> Field:
        questions: list[Question] = []
        blocks: list[Block] = []
        text = self._text(value)
        lists = [node for node in rest if node.kind is NodeKind.LIST]
        if text and lists:
            blocks.append(Block(BlockKind.PARAGRAPH, text.text, text.span))
        elif text:
            questions.append(Question(text.text, text.span, text.span))
        for node in rest:
            if node.kind is NodeKind.LIST:
                found = (
                    self._question(item, self.body.text_start(item.first)) for item in node.children
                )
                questions += filter(None, found)
            else:
                blocks.append(self.body.block(node, self.body.text_start(node.first), self.marks))
        return replace(field, questions=tuple(questions), blocks=tuple(blocks))

    def _question(self, item: Node, start: int) -> Question | None:
        """Read a question from its list item; None where the item is empty."""
        if not item.children:
            return None
        head, rest = item.children[0], item.children
        content = self._content_start(item, start)
        text = Text("", Span(content, content))
        if head.kind is NodeKind.PARAGRAPH:
            text = self._text(self.body.pieces(head)) or text
            rest = item.children[1:]
        blocks = []
        for node in rest:
            begin = content if node.first == item.first else self.body.text_start(node.first)
            blocks.append(self.body.block(node, begin, self.marks))
        return Question(text.text, text.span, Span(start, self._end(item)), tuple(blocks))

    def _content_start(self, item: Node, start: int) -> int:
        line_end = self.body.starts[item.first] + len(self.body.lines[item.first])
        bullet = _BULLET.match(self.body.source.text, start, line_end)
        return bullet.end() if bullet else start

    def _text(self, pieces: list[Piece]) -> Text | None:
        text = joined(pieces)
        if not text.text:
            return None
        self.marks.append(Mark(LeafKind.TEXT, text.span))
        return text

    def _rest(self, nodes: list[Node]) -> tuple[Block, ...]:
        return tuple(
            self.body.block(node, self.body.text_start(node.first), self.marks) for node in nodes
        )

    def _end(self, node: Node) -> int:
        return self.body.starts[node.end - 1] + len(self.body.lines[node.end - 1])


def _is_label(label: BoldLabel, line: Piece) -> bool:
    """Tell a label from bold words that a sentence begins with."""
    return label.has_colon or not line.text[label.value_start :].strip(" \t\\")


def _listed_paragraphs(nodes: list[Node]) -> list[Node]:
    return [
        child
        for node in nodes
        if node.kind is NodeKind.LIST
        for item in node.children
        for child in item.children[:1]
        if child.kind is NodeKind.PARAGRAPH
    ]


def _without_stray_backslash(pieces: list[Piece]) -> list[Piece]:
    """Drop a backslash that stands alone after a label."""
    head = pieces[0]
    return [Piece("", head.start), *pieces[1:]] if head.text.strip() == "\\" else pieces
