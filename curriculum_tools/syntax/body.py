"""The body of a guide, below its front matter: its lines, and where in the source each begins."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.model.content import Block, BlockKind, Text
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece, Source, Span
from curriculum_tools.syntax.blocks import BLANKS, Node, NodeKind
from curriculum_tools.syntax.opening import opens_block

TAB_STOP = 4  # CommonMark 0.31, 2.2
_TOO_DEEP = 4  # columns to the right of a block, where no other begins (4.4)

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
_LISTS = (NodeKind.LIST, NodeKind.ITEM)
_MARKS = re.compile(r"(?:[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]))*[ \t]*")
_LEAF_KINDS = {
    BlockKind.PARAGRAPH: LeafKind.TEXT,
    BlockKind.CODE: LeafKind.CODE,
    BlockKind.HTML: LeafKind.HTML,
}


class Body(NamedTuple):
    """The lines of a guide's body without their ends, and the offset of each in the source."""

    source: Source
    lines: list[str]
    starts: list[int]

    def text_start(self, line: int) -> int:
        """Return the offset of a line's first character that is no space or tab."""
        text = self.lines[line]
        return self.starts[line] + len(text) - len(text.lstrip(BLANKS))

    def line_end(self, line: int) -> int:
        """Return the offset after a line's last character."""
        return self.starts[line] + len(self.lines[line])

    def pieces(self, node: Node) -> list[Piece]:
        """Return the lines of a paragraph or setext heading without blanks and containers' marks.

        Containers have marks on the first line only, so what markdown-it left of that line is
        its end, and of the others only blanks are gone.
        """
        first, *more = node.content.split("\n")
        line = self.lines[node.first].rstrip(BLANKS)
        start = len(line) - len(first.rstrip(BLANKS))
        pieces = [Piece(line[start:], self.starts[node.first] + start)]
        for number, _ in enumerate(more, node.first + 1):
            pieces.append(Piece(self.lines[number].strip(BLANKS), self.text_start(number)))
        return pieces

    def text(self, node: Node) -> str:
        """Return the source of a node without the indentation of what contains it."""
        return self._dedented(node, self.text_start(node.first))

    def number(self, line: int) -> int:
        """Return the number of a line of the body in the source, from 1."""
        return self.source.line_of(self.starts[line])

    def column(self, node: Node) -> int:
        """Return how many columns stand before a node on its first line."""
        return width(self.source.text[self.starts[node.first] : self.text_start(node.first)])

    def block(self, node: Node, marks: list[Mark], start: int | None = None) -> Block:
        """Return a node as a block and mark its leaf; it begins its line, else at `start`."""
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
        """Return the lines of a node so many columns to the left as it begins from the margin.

        An item of a list may begin left of the first one; its lines move only so far as it does.
        Tabs around the marks of a list become blanks, for they would not move along.
        """
        head = start - self.starts[node.first]
        columns = most = width(self.lines[node.first][:head])
        items = {item.first: item for item in node.children if node.kind is NodeKind.LIST}
        code = set(_fenced_lines(node)) if node.kind in _LISTS else range(node.first, node.end)
        texts = dict(self._texts_like_blocks(node))
        lines = [self.lines[node.first][head:]]
        if node.first not in code:
            lines = [without_indent(_settled(self.lines[node.first], head), columns)]
        for number in range(node.first + 1, node.end):
            if number in items:
                columns = min(most, self.column(items[number]))
            line = texts.get(number, self.lines[number])
            lines.append(without_indent(line if number in code else _settled(line), columns))
        return "\n".join(lines)

    def _texts_like_blocks(self, node: Node) -> Iterator[tuple[int, str]]:
        """Yield further lines of texts that begin as a block does, so that they go on being none.

        They are by their indentation alone, which is less where the node has moved.
        """
        if node.kind in _LISTS:
            for child in node.children:
                yield from self._texts_like_blocks(child)
        elif node.kind is NodeKind.QUOTE or node.kind is NodeKind.PARAGRAPH:
            head = self.text_start(node.first) - self.starts[node.first]
            if node.kind is NodeKind.PARAGRAPH:
                head = self.pieces(node)[0].start - self.starts[node.first]
            before = " " * (width(self.lines[node.first][:head]) + _TOO_DEEP)
            for number in range(node.first + 1, node.end):
                text = self.lines[number].strip(BLANKS)
                if opens_block(text) and not text.startswith(">"):
                    yield number, before + text


def _fenced_lines(node: Node) -> Iterator[int]:
    """Yield the lines of the code in a list."""
    for child in node.children:
        if child.kind is NodeKind.CODE:
            yield from range(child.first + 1, child.end)
        yield from _fenced_lines(child)


def _settled(line: str, head: int = 0) -> str:
    """Return a line with blanks for the tabs around the marks of lists.

    What stands before `head` becomes blanks, too.
    """
    marks = _MARKS.match(line, head)
    end = marks.end() if marks else head
    before = width(line[:head])
    return " " * before + line[:end].expandtabs(TAB_STOP)[before:] + line[end:]


def joined(pieces: list[Piece]) -> Text:
    """Join the lines of a text by one space each; blanks at either end do not belong to it.

    What only looks like a blank stays where the text without it would be read as something else.
    """
    if len(pieces) > 1:
        pieces = [piece for piece in pieces if piece.text.strip()] or pieces[:1]
    text = _joined(pieces, None)
    if all(piece.text.strip() == piece.text.strip(BLANKS) for piece in pieces):
        return text
    return _joined(pieces, BLANKS) if opens_block(text.text) else text


def _joined(pieces: list[Piece], edges: str | None) -> Text:
    """Join lines without some characters at their ends, or anything that looks like a blank."""
    first, last = pieces[0], pieces[-1]
    start = first.start + len(first.text) - len(first.text.lstrip(edges))
    text = first.text.strip(edges)
    if first is last:
        return Text(text, Span(start, start + len(text)))
    end = last.start + len(last.text.rstrip(edges))
    lines = [_unbroken(line.strip(edges)) for line, _ in pieces[:-1]]
    return Text(" ".join([*lines, last.text.strip(edges)]), Span(start, end))


def _unbroken(line: str) -> str:
    """Return a line without the backslash that breaks it; before a space that would be seen."""
    if line.endswith("\\") and (len(line) - len(line.rstrip("\\"))) % 2:
        return line[:-1].rstrip(BLANKS)
    return line


def width(text: str) -> int:
    """Return how many columns a text takes, with tabs."""
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
