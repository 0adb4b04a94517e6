"""The block structure of a Markdown text, as a tree of line ranges."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

BLANKS = " \t"  # what CommonMark takes for a blank inside a line, and nothing else


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


PARENTS = (NodeKind.LIST, NodeKind.ITEM)  # the only nodes that have children


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


def is_blank(line: str) -> bool:
    """Tell whether a line is blank as CommonMark has it: nothing but spaces and tabs."""
    return not line.strip(BLANKS)
