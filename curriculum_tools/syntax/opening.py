"""What a line of text must not begin with, for Markdown to take it for text."""

import re

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
    """Tell whether a text at the beginning of a line may be read as a block of another kind."""
    return bool(_OPENING.match(text))
