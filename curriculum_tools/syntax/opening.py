"""What a line of text must not begin with, for Markdown to take it for text."""

import re

from curriculum_tools.syntax.block_reader import read_blocks
from curriculum_tools.syntax.blocks import NodeKind

#: What any such text begins with, and some others.
_OPENING = re.compile(
    r"#{1,6}(?:[ \t]|$)"  # a heading
    r"|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)"  # an item of a list
    r"|>"  # a quote
    r"|`{3,}[^`]*$|~{3,}"  # code
    r"|([-_*])(?:[ \t]*\1){2,}[ \t]*$"  # a line across the page
    r"|</?[A-Za-z][^\s>/]*(?:[\s/>]|$)|<[!?]"  # HTML
    r"|\[[^\[\]]*\]:"  # where a link leads
)


def opens_block(text: str) -> bool:
    """Tell whether a text on a line of its own is read as a block that is no paragraph."""
    if not _OPENING.match(text):
        return False
    return [node.kind for node in read_blocks(text).nodes] != [NodeKind.PARAGRAPH]
