"""Laying out lines of Markdown: indentation, blank lines between blocks, labels."""

import re
from collections.abc import Iterable, Iterator

from curriculum_tools.model.content import Block, BlockKind
from curriculum_tools.syntax.opening import opens_block

_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]")
_LIKE_HEADING = re.compile(
    r"##|\d{1,3}(?:[.]\d{1,3})*[.:)]?(?:\s|$)|(?P<marks>\*\*|__)\S.*(?P=marks):?$"
)
_TAG = re.compile(r"</?[a-zA-Z]")
_MAY_BE_HEADINGS = {BlockKind.PARAGRAPH, BlockKind.OTHER}
#: What may follow a line of text without a blank line and is still read as what it is.
_MAY_FOLLOW = {BlockKind.CODE, BlockKind.LIST, BlockKind.QUOTE}


def labelled(label: str, value: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield a field; a paragraph in place of a value stands on the line of the label."""
    if not value and blocks and blocks[0].kind is BlockKind.PARAGRAPH:
        value, blocks = blocks[0].text, blocks[1:]
    if value or blocks:
        yield f"- **{label}**: {value}".rstrip()
        yield from indented(below(blocks), 2)


def below(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield blocks below a line of text, with a blank line where the block needs one."""
    before = None
    for block in blocks:
        if before is not None or block.kind not in _MAY_FOLLOW:
            yield ""
        yield from _as_it_is(block).split("\n")
        before = block
    if before is not None and before.kind not in _MAY_FOLLOW:
        yield ""


def apart(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield blocks each with a blank line after it, but the items of one list close together."""
    before = None
    for block in blocks:
        if before is not None and not (_ITEM.match(before.text) and _ITEM.match(block.text)):
            yield ""
        yield from _no_heading(block).split("\n")
        before = block
    if before is not None:
        yield ""


def _no_heading(block: Block) -> str:
    """Return a block's text; one that could be meant as a heading stands a column to the right."""
    is_line = block.kind in _MAY_BE_HEADINGS and "\n" not in block.text
    is_like_one = is_line and _LIKE_HEADING.match(block.text)
    return f" {block.text}" if is_like_one else _as_it_is(block)


def _as_it_is(block: Block) -> str:
    """Return a block's text; that of a paragraph which would open another block is escaped.

    It was a paragraph only for where it stood: beside a label, or in the middle of one. Tags stay,
    for an escaped one would be seen.
    """
    text = block.text
    is_as_before = block.kind is not BlockKind.PARAGRAPH or _TAG.match(text)
    if is_as_before or not opens_block(text):
        return text
    digits = len(text) - len(text.lstrip("0123456789"))
    return f"{text[:digits]}\\{text[digits:]}"


def indented(lines: Iterable[str], columns: int) -> Iterator[str]:
    """Yield lines so many columns to the right; blank ones stay empty."""
    return (" " * columns + line if line else "" for line in lines)
