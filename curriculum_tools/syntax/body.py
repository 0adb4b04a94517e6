"""The body of a guide, below its front matter: its lines, and where in the source each begins."""

from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.guide import Block, BlockKind, LeafKind, Text
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.blocks import Node, NodeKind, is_blank
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
        return self.starts[line] + len(text) - len(text.lstrip(" \t"))

    def pieces(self, node: Node) -> list[Piece]:
        """Give the lines of a paragraph or heading without the marks of its containers.

        markdown-it removes marks and blanks only from the two ends of a line, so a line of its
        content is the end of the source's line, but for blanks.
        """
        pieces = []
        for number, content in enumerate(node.content.split("\n"), node.first):
            length = len(content.strip())
            line = self.lines[number].rstrip()
            start = len(line) - length
            pieces.append(Piece(line[start:], self.starts[number] + start))
        return pieces

    def block(self, node: Node, start: int, marks: list[Mark]) -> Block:
        """Give a node that begins at an offset as a block, and mark its leaf."""
        kind = _BLOCK_KINDS[node.kind]
        last = node.end - 1
        span = Span(start, max(start, self.starts[last] + len(self.lines[last])))
        if kind is BlockKind.PARAGRAPH:
            text = joined(self.pieces(node)).text
        else:
            text = self._dedented(node, start)
        marks.append(Mark(_LEAF_KINDS.get(kind, LeafKind.OTHER), span))
        return Block(kind, text, span)

    def _dedented(self, node: Node, start: int) -> str:
        first = self.lines[node.first]
        head = start - self.starts[node.first]
        columns = width(first[:head])
        rest = (without_indent(line, columns) for line in self.lines[node.first + 1 : node.end])
        return "\n".join([first[head:], *rest])

    def is_blank(self, line: int) -> bool:
        """Tell whether a line holds nothing but spaces and tabs."""
        return is_blank(self.lines[line])


def joined(pieces: list[Piece]) -> Text:
    """Join the lines of a text by one space each; blanks at either end do not belong to it."""
    filled = [piece for piece in pieces if piece.text.strip()]
    if not filled:
        start = pieces[0].start if pieces else 0
        return Text("", Span(start, start))
    first, last = filled[0], filled[-1]
    start = first.end - len(first.text.lstrip())
    end = last.start + len(last.text.rstrip())
    return Text(" ".join(piece.text.strip() for piece in filled), Span(start, end))


def width(text: str) -> int:
    """Give how many columns a text takes, with tabs."""
    columns = 0
    for character in text:
        columns += TAB_STOP - columns % TAB_STOP if character == "\t" else 1
    return columns


def without_indent(line: str, columns: int) -> str:
    """Remove at most so many columns of spaces and tabs; what is left of a tab becomes spaces."""
    seen = 0
    for index, character in enumerate(line):
        if seen >= columns or character not in " \t":
            return " " * max(0, seen - columns) + line[index:]
        seen += TAB_STOP - seen % TAB_STOP if character == "\t" else 1
    return ""
