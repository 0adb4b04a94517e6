"""Reads the block structure of a Markdown text, setting its HTML comments aside."""

import re
from collections.abc import Iterator

from curriculum_tools.syntax.block_scanner import scan_blocks
from curriculum_tools.syntax.blocks import BLANKS, PARENTS, Blocks, Node, NodeKind
from curriculum_tools.syntax.markdown_blocks import MarkdownBlocks

_COMMENT_LINE = re.compile(r"^[ \t]*+<!--[^-\n]*+(?:-(?!->)[^-\n]*+)*+-->[ \t]*+$", re.MULTILINE)
# What Python and markdown-it strip from a text's ends although it is no blank of CommonMark's.
_STRIPPED = re.compile("[\0\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


def read_blocks(text: str) -> Blocks:
    """Read the block structure of a text whose line ends are LF, CRLF or CR."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    lines = normal.split("\n")
    if "<!--" not in normal:
        return Blocks(lines, _nodes(normal, lines), {})
    comments = {number: number + 1 for number in _comment_lines(normal)}
    normal = _COMMENT_LINE.sub("", normal)
    nodes = _nodes(normal, lines)
    if longer := dict(_longer_comments(nodes, lines)):
        comments |= longer
        kept = normal.split("\n")
        for first, end in longer.items():
            kept[first:end] = [""] * (end - first)
        nodes = _nodes("\n".join(kept), lines)
    return Blocks(lines, nodes, comments)


def _comment_lines(text: str) -> Iterator[int]:
    """Yield the numbers of the lines that hold one comment and nothing else."""
    line = last = 0
    for match in _COMMENT_LINE.finditer(text):
        line += text.count("\n", last, match.start())
        last = match.start()
        yield line


def _longer_comments(nodes: list[Node], lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of comments that take several lines and share none of them."""
    for node in nodes:
        if node.kind in PARENTS:
            yield from _longer_comments(node.children, lines)
        elif node.kind is NodeKind.HTML and node.end - node.first > 1:
            head, tail = lines[node.first].strip(BLANKS), lines[node.end - 1].rstrip(BLANKS)
            if head.startswith("<!--") and tail.find("-->") == len(tail) - len("-->"):
                yield node.first, node.end


def _nodes(text: str, lines: list[str]) -> list[Node]:
    plain = _STRIPPED.sub("\ufffd", text)
    return scan_blocks(plain.split("\n"), lines, MarkdownBlocks(plain, lines))
