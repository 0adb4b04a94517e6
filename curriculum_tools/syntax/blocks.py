"""The block structure of a Markdown text, as a tree of line ranges.

markdown-it finds the blocks (CommonMark 0.31 and tables); its inline pass is left out, and so
are its rules for blocks of which the text shows no sign. It skips what is nested beyond a limit
together with everything after it; here reading goes on after the part that is nested too deep.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

MAX_NESTING = 40  # 20 lists in lists; each level costs two Python frames and a pass over its lines
MAX_DEFINITION = 20  # lines of a link definition
MAX_TAG = 100_000  # code points of a line that begins with an HTML tag
BLANKS = " \t"  # what CommonMark takes for a blank inside a line, and nothing else

_SIGNS = {  # a rule of markdown-it, and what every block that it finds must hold
    "table": re.compile(r"\|"),
    "fence": re.compile(r"```|~~~"),
    "blockquote": re.compile(r">"),
    "hr": re.compile(r"([-*_])[ \t]*+\1[ \t]*+\1[ \t]*+$", re.MULTILINE),
    "reference": re.compile(r"\]:"),
    "html_block": re.compile(r"<"),
    "lheading": re.compile(r"[-=][ \t]*+$", re.MULTILINE),
}
_COMMENT_LINE = re.compile(r"^[ \t]*+<!--[^-\n]*+(?:-(?!->)[^-\n]*+)*+-->[ \t]*+$", re.MULTILINE)
# What Python and markdown-it strip from a text's ends although it is no blank of CommonMark's.
_STRIPPED = re.compile("[\0\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
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
_PARENTS = (NodeKind.LIST, NodeKind.ITEM)


@dataclass(slots=True)
class Node:
    """A block: its half-open range of lines counted from 0, and what it holds.

    `content` is the text of a heading or paragraph without the marks and indentation of its
    containers, some rare characters replaced; `level` is that of a heading. Only lists and
    their items have children. A node is complete once `read_blocks` has returned it.
    """

    kind: NodeKind
    first: int
    end: int
    level: int = 0
    content: str = ""
    children: list["Node"] = field(default_factory=list)


class Blocks(NamedTuple):
    """The lines of a text without their ends, its top-level nodes, and its HTML comments.

    A comment that has its lines for itself is no node and interrupts nothing, as if its lines
    were blank: people put comments at column 1 between the items of a list without wanting to
    end it. `comments` maps the first line of each to the line after it. It lists comments that
    stand in code, too; those lie in the node of the code.
    """

    lines: list[str]
    nodes: list[Node]
    comments: Mapping[int, int]


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


def headings_within(text: str) -> Iterator[tuple[int, str]]:
    """Yield the headings of a text, those in lists and quotes too: line from 0, and content."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    tokens = _tokens(normal, normal.split("\n"))
    for token, content in pairwise(tokens):
        if token.type == "heading_open" and token.map:
            yield token.map[0], content.content


def is_blank(line: str) -> bool:
    """Tell whether a line is blank as CommonMark has it: nothing but spaces and tabs."""
    return not line.strip(BLANKS)


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
        if node.kind in _PARENTS:
            yield from _longer_comments(node.children, lines)
        elif node.kind is NodeKind.HTML and node.end - node.first > 1:
            head, tail = lines[node.first].strip(BLANKS), lines[node.end - 1].rstrip(BLANKS)
            if head.startswith("<!--") and tail.find("-->") == len(tail) - len("-->"):
                yield node.first, node.end


@cache
def _markdown(left_out: tuple[str, ...]) -> "MarkdownIt":
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    markdown.block.ruler.at("reference", _short_definition)
    markdown.block.ruler.at(
        "html_block", _short_tag, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    return markdown.disable(list(left_out))


def _short_definition(state: "StateBlock", line: int, end: int, silent: bool) -> bool:
    """Apply markdown-it's rule for link definitions, which takes its time over a long one."""
    from markdown_it.rules_block import reference

    whole, state.lineMax = state.lineMax, min(state.lineMax, line + MAX_DEFINITION)
    try:
        return reference(state, line, end, silent)
    finally:
        state.lineMax = whole


def _short_tag(state: "StateBlock", line: int, end: int, silent: bool) -> bool:
    """Apply markdown-it's rule for HTML, which takes much memory for a tag without end."""
    from markdown_it.rules_block import html_block

    is_short = state.eMarks[line] - state.bMarks[line] <= MAX_TAG
    return is_short and html_block(state, line, end, silent)


def _nodes(text: str, lines: list[str]) -> list[Node]:
    return _tree(_tokens(_STRIPPED.sub("\ufffd", text), lines), lines)


def _tokens(text: str, lines: list[str]) -> list["Token"]:
    from markdown_it.rules_block import StateBlock

    markdown = _markdown(tuple(rule for rule, sign in _SIGNS.items() if not sign.search(text)))
    tokens: list[Token] = []
    state = StateBlock(text, markdown, {}, tokens)
    line = 0
    while line < state.lineMax:
        seen = len(tokens)
        markdown.block.tokenize(state, line, state.lineMax)
        line = _cut_where_too_deep(tokens, seen, state.lineMax, lines)
    return tokens


def _cut_where_too_deep(tokens: list["Token"], seen: int, line_count: int, lines: list[str]) -> int:
    """Shorten a list that swallowed the rest of the text; give the line to go on from."""
    new = range(len(tokens) - 1, seen - 1, -1)
    deepest = next((tokens[i] for i in new if tokens[i].map and tokens[i].nesting == 1), None)
    if not deepest or not deepest.map or deepest.level < MAX_NESTING - 1:
        return line_count
    outermost = next(tokens[i] for i in new if tokens[i].map and tokens[i].level == 0)
    if not outermost.map or outermost.map[1] < line_count:
        return line_count
    for number in range(deepest.map[0] + 1, line_count):
        line = lines[number]
        if _OUTER_LINE.match(line) and (line.startswith("#") or is_blank(lines[number - 1])):
            outermost.map[1] = number
            return number
    return line_count


def _tree(tokens: list["Token"], lines: list[str]) -> list[Node]:
    root = Node(NodeKind.LIST, 0, len(lines))
    parent: Node | None = root  # None inside what is owned as mere text
    above: list[Node | None] = []
    for token in tokens:
        if token.nesting < 0:
            parent = above.pop()
            continue
        node = None
        if parent is None:
            pass
        elif token.type == "inline":
            parent.content = token.content
        elif token.map and parent.kind in _PARENTS:
            node = _node(token, token.map, parent.end, lines)
            parent.children.append(node)
        if token.nesting > 0:
            above.append(parent)
            parent = node
    return root.children


def _node(token: "Token", token_lines: list[int], limit: int, lines: list[str]) -> Node:
    first, end = token_lines
    end = min(end, limit)  # markdown-it lets a list that is nested too deep run on
    while end > first + 1 and is_blank(lines[end - 1]):
        end -= 1
    kind = _NODE_KINDS[token.type]
    return Node(kind, first, end, int(token.tag[1]) if kind is NodeKind.HEADING else 0)
