"""Where a text names a chapter or topic by its number: "see 9.12", "topics 9.1, 9.2 and 9.3"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_REFERENCE = re.compile(
    r"(?P<what>\b(?:topics?|sections?|chapters?|see|§)[ \t]*|[,;]\s*|(?<!\s)\s+(?:and|or|to)\s+)?"
    r"(?<![\d.])(?P<number>\d+(?:\.\d+)*)(?![\d.]*\d)",
    re.IGNORECASE,
)
_LINKS = ("", ",", ";", "and", "or", "to")


class NamedNumber(NamedTuple):
    """A number and its place in a text; `what` is "chapter", "topic", or "" for a bare one."""

    number: str
    start: int
    end: int
    what: str


def named_numbers(text: str) -> Iterator[NamedNumber]:
    """Yield the numbers in a text, each with what the words in front of it say it is of.

    In a list, what is said of the first number is said of all.
    """
    what = ""
    last = -1
    for match in _REFERENCE.finditer(text):
        word = (match["what"] or "").strip().lower()
        if word not in _LINKS:
            what = "chapter" if "chapter" in word else "topic"
        elif not word or match.start() != last:
            what = ""
        last = match.end()
        yield NamedNumber(match["number"], match.start("number"), last, what)
