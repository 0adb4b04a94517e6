"""Where a text names chapters and topics by their numbers: "see 9.12", "chapters 3 and 4"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.model.source import Span

_NUMBER = re.compile(
    r"(?P<what>\b(?:topics?|sections?|chapters?|see|§)[ \t]*|[,;]\s*|\s+(?:and|or|to)\s+)?"
    r"(?<![\d.])(?P<number>\d+(?:\.\d+)*)(?![\d.]*\d)",
    re.IGNORECASE,
)
_JOINING = (",", ";", "and", "or", "to")


class Reference(NamedTuple):
    """A number in a text, with its span there; `is_named` where a word says that it is one."""

    number: str
    span: Span
    is_named: bool
    is_chapter: bool


def references(text: str) -> Iterator[Reference]:
    """Yield the numbers in a text; a list such as "topics 9.1, 9.2 and 9.3" names each."""
    is_named = is_chapter = False
    last = -1
    for match in _NUMBER.finditer(text):
        word = (match["what"] or "").strip().lower()
        goes_on = word in _JOINING and match.start() == last
        if not goes_on:
            is_named = bool(word) and word not in _JOINING
            is_chapter = "chapter" in word
        last = match.end()
        yield Reference(match["number"], Span(*match.span("number")), is_named, is_chapter)
