"""What stands in a field: a text, references, names, or questions with what hangs below them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
from curriculum_tools.syntax.body import Body, Piece, joined
from curriculum_tools.syntax.heads import Head, is_text
from curriculum_tools.syntax.leaves import Mark
from curriculum_tools.syntax.notes import read_notes
from curriculum_tools.syntax.prerequisites import split_prerequisites

_BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]*")


@dataclass(frozen=True, slots=True)
class FieldReader:
    """Reads fields, and marks the leaves in them."""

    body: Body
    marks: list[Mark]

    def field(self, head: Head, span: Span, rest: list[Node]) -> Field:
        """Read a field from its head and from the nodes below."""
        label = head.label_text if head.kind else None
        if label:
            self.marks.append(Mark(*label.span, LeafKind.LABEL))
        match head.kind:
            case FieldKind.DESCRIPTION:
                return self._description(label, span, head.value, rest)
            case FieldKind.QUESTIONS:
                return self._questions(label, span, head.value, rest)
            case FieldKind.PREREQUISITES:
                return self._prerequisites(label, span, head.value, rest)
            case _:
                return self._notes(label, span, head.value, rest)

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
        questions = [question for item in items if (question := self.question(item))]
        blocks = self._blocks(node for node in rest if node.kind is not NodeKind.LIST)
        if text and items:
            blocks = (Block(BlockKind.PARAGRAPH, text.text, text.span), *blocks)
        elif text:
            questions.append(Question(text.text, text.span, text.span))
        return Field(FieldKind.QUESTIONS, label, span, questions=tuple(questions), blocks=blocks)

    def question(self, item: Node) -> Question | None:
        """Read a question from its list item; None where the item is empty."""
        if not item.children:
            return None
        start = self.body.text_start(item.first)
        extent = Span(start, self.body.line_end(item.end - 1))
        first, *rest = item.children
        has_text = is_text(first)
        text = self._text(self.body.pieces(first)) if has_text else None
        if text is None:
            content = self._content_start(item, start)
            text = Text("", Span(content, content))
        blocks = self._blocks(rest)
        if not has_text:
            begin = text.span.start if first.first == item.first else None
            blocks = (self.body.block(first, self.marks, begin), *blocks)
        return Question(text.text, text.span, extent, blocks)

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
                    if item.children and is_text(item.children[0]):
                        yield self.body.pieces(item.children[0])

    def _blocks(self, nodes: Iterable[Node]) -> tuple[Block, ...]:
        return tuple([self.body.block(node, self.marks) for node in nodes])
