"""The blocks that markdown-it finds in a text (CommonMark 0.31 and tables).

Its inline pass is left out, and so are its rules for blocks of which the text shows no sign. It
skips what is nested beyond a limit together with everything after it; here reading goes on after
the part that is nested too deep. Imported is it when the first block is read.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from curriculum_tools.syntax.blocks import PARENTS, Node, NodeKind, is_blank

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

MAX_NESTING = 40  # 20 lists in lists; each level costs two Python frames and a pass over its lines
MAX_DEFINITION = 20  # lines of a link definition
MAX_TAG = 100_000  # code points of a line that begins with an HTML tag

_SIGNS = {  # a rule of markdown-it, and what every block that it finds must hold
    "table": r"\|",
    "fence": r"```|~~~",
    "blockquote": r">",
    "hr": r"(?m)([-*_])[ \t]*+\1[ \t]*+\1[ \t]*+$",
    "reference": r"\]:",
    "html_block": r"<",
    "lheading": r"(?m)[-=][ \t]*+$",
}
_OUTER_LINE = re.compile(r"[^\s>*+\-\d]")  # can stand in no list and no quote, after a blank line
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


class MarkdownBlocks:
    """Reads the blocks of a text one by one; its line ends are LF.

    `written` are the lines of the text as they are in the source: blank ones end no node.
    """

    def __init__(self, text: str, written: list[str]) -> None:
        self._text = text
        self._written = written

    def read(self, line: int) -> tuple[list[Node], int]:
        """Return the block at a line, which must begin there, and the line after it.

        There is no node where the block is a link definition.
        """
        tokens, line = self._tokens(line)
        return _tree(tokens, self._written), line

    def tokens(self) -> "Iterator[Token]":
        """Yield the tokens of all blocks."""
        line = 0
        while line < self._state.lineMax:
            tokens, line = self._tokens(line)
            yield from tokens

    @cached_property
    def _state(self) -> "StateBlock":
        from markdown_it.rules_block import StateBlock

        left_out = (rule for rule, sign in _SIGNS.items() if not re.search(sign, self._text))
        return StateBlock(self._text, _markdown(tuple(left_out)), {}, [])

    def _tokens(self, line: int) -> "tuple[list[Token], int]":
        state = self._state
        state.tokens = []
        state.line = line = state.skipEmptyLines(line)
        if line < state.lineMax:
            rules = state.md.block.ruler.getRules("")
            any(rule(state, line, state.lineMax, False) for rule in rules)
            line = self._cut_where_too_deep(state.tokens, state.line)
        return state.tokens, line

    def _cut_where_too_deep(self, tokens: "list[Token]", line: int) -> int:
        """Shorten a list that swallowed the rest of the text; return the line to go on from."""
        opened = (token for token in reversed(tokens) if token.nesting == 1)
        deepest = next((token for token in opened if token.map), None)
        if line < self._state.lineMax or not deepest or deepest.level < MAX_NESTING - 1:
            return line
        outermost = tokens[0]
        assert deepest.map
        assert outermost.map
        for number in range(deepest.map[0] + 1, line):
            text, above = self._written[number], self._written[number - 1]
            if _OUTER_LINE.match(text) and (text.startswith("#") or is_blank(above)):
                outermost.map[1] = number
                return number
        return line


def headings_within(text: str) -> Iterator[tuple[int, str]]:
    """Yield the headings of a text, those in lists and quotes too: line from 0, and content."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    for token, content in pairwise(MarkdownBlocks(normal, normal.split("\n")).tokens()):
        if token.type == "heading_open" and token.map:
            yield token.map[0], content.content


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
        elif token.map and parent.kind in PARENTS:
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
