"""The body of a guide, below its front matter: its lines, and where in the source each begins."""

from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.guide import Block, BlockKind, LeafKind, Text
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.blocks import BLANKS, Node, NodeKind
from curriculum_tools.syntax.leaves import Mark

TAB_STOP = 4  # CommonMark 0.31, 2.2

_BLOCK_KINDS = {
    NodeKind.HEADING: BlockKind.HEADING,
    NodeKind.PARAGRAPH: BlockKind.PARAGRAPH,
    NodeKind.LIST: BlockKind.LIST,
    NodeKind.ITEM: BlockKind.LIST,
    NodeKind.CODE: BlockKind.CODE,
    NodeKind.HTML: BlockKind.HTML,
    NodeKind.QUOTE: BlockKind.QUOTE,
    NodeKind.TABLE: BlockKind.TABLE,
    NodeKind.RULE: BlockKind.OTHER,
}
_LEAF_KINDS = {
    BlockKind.PARAGRAPH: LeafKind.TEXT,
    BlockKind.CODE: LeafKind.CODE,
    BlockKind.HTML: LeafKind.HTML,
}


class Piece(NamedTuple):
    """A part of one line, and its offset in the source."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after the last code point."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a guide's body without their ends, and the offset of each in the source."""

    source: Source
    lines: list[str]
    starts: list[int]

    def text_start(self, line: int) -> int:
        """Give the offset of a line's first character that is no space or tab."""
        text = self.lines[line]
        return self.starts[line] + len(text) - len(text.lstrip(BLANKS))

    def line_end(self, line: int) -> int:
        """Give the offset after a line's last character."""
        return self.starts[line] + len(self.lines[line])

    def pieces(self, node: Node) -> list[Piece]:
        """Give the lines of a paragraph or setext heading without blanks and containers' marks.

        Containers have marks on the first line only, so what markdown-it left of that line is
        its end, and of the others only blanks are gone.
        """
        content = node.content.split("\n")
        line = self.lines[node.first].rstrip(BLANKS)
        start = len(line) - len(content[0].rstrip(BLANKS))
        further = range(node.first + 1, node.first + len(content))
        return [
            Piece(line[start:], self.starts[node.first] + start),
            *[Piece(self.lines[n].strip(BLANKS), self.text_start(n)) for n in further],
        ]

    def block(self, node: Node, marks: list[Mark], start: int | None = None) -> Block:
        """Give a node as a block, and mark its leaf; it begins its line unless `start` is given."""
        if start is None:
            start = self.text_start(node.first)
        kind = _BLOCK_KINDS[node.kind]
        span = Span(start, max(start, self.line_end(node.end - 1)))
        if kind is BlockKind.PARAGRAPH:
            text = joined(self.pieces(node)).text
        else:
            text = self._dedented(node, start)
        marks.append(Mark(*span, _LEAF_KINDS.get(kind, LeafKind.OTHER)))
        return Block(kind, text, span)

    def _dedented(self, node: Node, start: int) -> str:
        first = self.lines[node.first]
        head = start - self.starts[node.first]
        columns = width(first[:head])
        rest = (without_indent(line, columns) for line in self.lines[node.first + 1 : node.end])
        return "\n".join([first[head:], *rest])


def joined(pieces: list[Piece]) -> Text:
    """Join the lines of a text by one space each; blanks at either end do not belong to it."""
    filled = [piece for piece in pieces if piece.text and not piece.text.isspace()]
    if not filled:
        start = pieces[0].start
        return Text("", Span(start, start))
    first, last = filled[0], filled[-1]
    start = first.end - len(first.text.lstrip())
    end = last.start + len(last.text.rstrip())
    return Text(" ".join([piece.text.strip() for piece in filled]), Span(start, end))


def width(text: str) -> int:
    """Give how many columns a text takes, with tabs."""
    if "\t" not in text:
        return len(text)
    columns = 0
    for character in text:
        columns += TAB_STOP - columns % TAB_STOP if character == "\t" else 1
    return columns


def without_indent(line: str, columns: int) -> str:
    """Remove at most so many columns of spaces and tabs; what is left of a tab becomes spaces."""
    seen = 0
    for index, character in enumerate(line):
        if seen >= columns or character not in BLANKS:
            return " " * max(0, seen - columns) + line[index:]
        seen += TAB_STOP - seen % TAB_STOP if character == "\t" else 1
    return ""
