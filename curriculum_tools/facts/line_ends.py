"""How the lines of a text end."""

import re
from collections.abc import Mapping
from typing import NamedTuple

LINE_END = re.compile(r"\r\n|\n|\r")


class LineEnds(NamedTuple):
    """How often each kind of line end is used, and the kind that new lines should have.

    That is the one used most; of those used equally often, the one used first.
    """

    counts: Mapping[str, int]
    usual: str


def read_line_ends(text: str) -> LineEnds:
    """Count the line ends of a text."""
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    first = LINE_END.search(text)
    first_end = first.group() if first else "\n"
    usual = max(counts, key=lambda end: (counts[end], end == first_end))
    return LineEnds({end: count for end, count in counts.items() if count}, usual)


def with_line_ends(text: str, end: str = "\n") -> str:
    """Return a text whose lines all end alike."""
    return LINE_END.sub(end, text) if "\r" in text or end != "\n" else text
