"""Lines that fit a terminal."""

import textwrap
from collections.abc import Iterator


def wrapped(text: str, width: int, lead: str = "") -> Iterator[str]:
    """Yield a text in lines of at most `width`, after a lead that the others are indented by."""
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return (f"{line}\n" for line in lines)
