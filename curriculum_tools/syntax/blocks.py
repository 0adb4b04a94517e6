"""The block structure of a Markdown text, as a tree of line ranges.

markdown-it finds the blocks (CommonMark 0.31 and tables); its inline pass is left out. It
skips what is nested beyond a limit together with everything after it; here reading goes on
after the part that is nested too deep.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_NESTING = 40  # 20 lists in lists; each level costs two Python frames and a pass over its lines

_COMMENT_LINE = re.compile(r"^[ \t]*<!--(?:(?!-->).)*-->[ \t]*$", re.MULTILINE)
_OUTER_LINE = re.compile(r"[^\s>*+\-\d]")  # can stand in no list and no quote, after a blank line


class NodeKind(StrEnum):
    """What a node of the block tree is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    CODE = "code"
    HTML = "html"
    QUOTE = "quote"
    TABLE = "table"
    RULE = "rule"


_NODE_KINDS = {
    "heading_open": NodeKind.HEADING,
    "paragraph_open": NodeKind.PARAGRAPH,
    "bullet_list_open": NodeKind.LIST,
    "ordered_list_open": NodeKind.LIST,
    "list_item_open": NodeKind.ITEM,
    "fence": NodeKind.CODE,
    "code_block": NodeKind.CODE,
    "html_block": NodeKind.HTML,
    "blockquote_open": NodeKind.QUOTE,
    "table_open": NodeKind.TABLE,
    "hr": NodeKind.RULE,
}
_PARENTS = {NodeKind.LIST, NodeKind.ITEM}


@dataclass(slots=True)
class Node:
    """A block: its half-open range of lines counted from 0, and what it holds.

    `content` is the text of a heading or paragraph as markdown-it gives it, without the marks
    and indentation of its containers; `level` is that of a heading. Only lists and their items
    have children. A node is complete once `read_blocks` has returned it.
    """

    kind: NodeKind
    first: int
    end: int
    content: str = ""
    level: int = 0
    children: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Blocks:
    """The lines of a text without their ends, its top-level nodes, and its comment lines.

    A line that holds nothing but one HTML comment is no node and interrupts no list: people put
    comments at column 1 between the items of a list without wanting to end it.
    """

    lines: list[str]
    nodes: list[Node]
    comment_lines: tuple[int, ...]


def read_blocks(text: str) -> Blocks:
    """Read the block structure of a text whose line ends are LF, CRLF or CR."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = normal.split("\n")
    comments: tuple[int, ...] = ()
    if "<!--" in normal:
        found = [match.start() for match in _COMMENT_LINE.finditer(normal)]
        comments = _line_numbers(normal, found)
        normal = _COMMENT_LINE.sub("", normal)
    nodes = _tree(_tokens(normal.replace("\0", "\ufffd"), lines), lines)
    return Blocks(lines, nodes, comments)


def is_blank(line: str) -> bool:
    """Tell whether a line is blank as CommonMark has it: nothing but spaces and tabs."""
    return not line.strip(" \t")


def _line_numbers(text: str, offsets: list[int]) -> tuple[int, ...]:
    numbers = []
    line = last = 0
    for offset in offsets:
        line += text.count("\n", last, offset)
        last = offset
        numbers.append(line)
    return tuple(numbers)


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")


def _tokens(text: str, lines: list[str]) -> list["Token"]:
    from markdown_it.rules_block import StateBlock

    markdown = _markdown()
    tokens: list[Token] = []
    state = StateBlock(text, markdown, {}, tokens)
    line = 0
    while line < state.lineMax:
        seen = len(tokens)
        markdown.block.tokenize(state, line, state.lineMax)
        line = _cut_where_too_deep(tokens[seen:], state.lineMax, lines)
    return tokens


def _cut_where_too_deep(tokens: list["Token"], line_count: int, lines: list[str]) -> int:
    """Shorten a list that swallowed the rest of the text; give the line to go on from."""
    outermost = next((t for t in reversed(tokens) if t.level == 0 and t.map), None)
    if not outermost or not outermost.map or outermost.map[1] < line_count:
        return line_count
    deepest = next((t for t in reversed(tokens) if t.map and t.nesting == 1), None)
    if not deepest or not deepest.map or deepest.level < MAX_NESTING - 1:
        return line_count
    for number in range(deepest.map[0] + 1, line_count):
        line = lines[number]
        if _OUTER_LINE.match(line) and (line.startswith("#") or is_blank(lines[number - 1])):
            outermost.map[1] = number
            return number
    return line_count


def _tree(tokens: list["Token"], lines: list[str]) -> list[Node]:
    roots: list[Node] = []
    open_nodes: list[Node | None] = []  # None for what is owned by its parent as mere text
    for token in tokens:
        if token.nesting == -1:
            open_nodes.pop()
            continue
        parent = open_nodes[-1] if open_nodes else None
        if token.type == "inline" and parent:
            parent.content = token.content
        kind = _NODE_KINDS.get(token.type)
        is_listed = not open_nodes or (parent is not None and parent.kind in _PARENTS)
        node = None
        if kind and token.map and is_listed:
            node = Node(kind, token.map[0], _last_filled(token.map, lines))
            node.level = int(token.tag[1]) if kind is NodeKind.HEADING else 0
            (parent.children if parent else roots).append(node)
        if token.nesting == 1:
            open_nodes.append(node)
    return roots


def _last_filled(lines_map: list[int], lines: list[str]) -> int:
    """Give the end of a range of lines without the blank ones that trail it."""
    first, end = lines_map
    while end > first + 1 and (end > len(lines) or is_blank(lines[end - 1])):
        end -= 1
    return end
