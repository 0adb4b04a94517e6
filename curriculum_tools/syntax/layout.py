"""Laying out lines of Markdown: indentation, blank lines between blocks, labels."""

import re
from collections.abc import Iterable, Iterator

from curriculum_tools.model.content import Block, BlockKind

_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]")
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
        yield from block.text.split("\n")
        before = block
    if before is not None and before.kind not in _MAY_FOLLOW:
        yield ""


def apart(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield blocks each with a blank line after it, but the items of one list close together."""
    before = None
    for block in blocks:
        if before is not None and not (_ITEM.match(before.text) and _ITEM.match(block.text)):
            yield ""
        yield from block.text.split("\n")
        before = block
    if before is not None:
        yield ""


def indented(lines: Iterable[str], columns: int) -> Iterator[str]:
    """Yield lines so many columns to the right; blank ones stay empty."""
    return (" " * columns + line if line else "" for line in lines)
