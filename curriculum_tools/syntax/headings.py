"""Headings: their number and title, and which of them open a chapter or a topic."""

import re

from curriculum_tools.model.guide import Heading, Text
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.blocks import BLANKS, Node
from curriculum_tools.syntax.body import Body, Piece, joined

CHAPTER_LEVEL = 2
TOPIC_LEVEL = 3

_TOPIC_NUMBER = re.compile(
    r"(?:(?P<number>\d++(?:\.\d++)++)[.:)]?|(?P<single>\d++)[.:)])(?:\s+[–—-])?(?:\s+|$)"
)
_CHAPTER_NUMBER = re.compile(
    r"(?:chapter\s+(?P<number>\d+)[.:)]?|(?P<single>\d+)[.:)])(?:\s*[–—-])?(?:\s+|$)",
    re.IGNORECASE,
)
_NUMBERS = {CHAPTER_LEVEL: _CHAPTER_NUMBER, TOPIC_LEVEL: _TOPIC_NUMBER}


def section_level(body: Body, node: Node, above: int, is_list_next: bool) -> int:
    """Tell what a heading opens: a chapter (2), a topic (3), or nothing (0).

    A numbered heading of a deeper level that has a list below it is a topic that skips a level,
    unless it stands below a topic of a level `above` its own.
    """
    if node.level in (CHAPTER_LEVEL, TOPIC_LEVEL):
        return node.level
    if (
        node.level > TOPIC_LEVEL
        and is_list_next
        and (above == CHAPTER_LEVEL or above >= node.level)
    ):
        return TOPIC_LEVEL if _TOPIC_NUMBER.match(_pieces(body, node)[0].text) else 0
    return 0


def read_heading(body: Body, node: Node, section: int) -> Heading:
    """Read a heading; it has a number only where it opens a chapter (2) or a topic (3)."""
    pieces = _pieces(body, node)
    head = pieces[0]
    match = _NUMBERS[section].match(head.text) if section else None
    number = None
    if match:
        group = "number" if match["number"] else "single"
        start, end = match.span(group)
        number = Text(match[group], Span(head.start + start, head.start + end))
        pieces[0] = Piece(head.text[match.end() :], head.start + match.end())
    span = Span(body.text_start(node.first), body.line_end(node.end - 1))
    return Heading(node.level, number, joined(pieces), span)


def _pieces(body: Body, node: Node) -> list[Piece]:
    """Give the lines of a heading's text, without the number signs of an ATX heading."""
    if node.end - node.first > 1:
        return body.pieces(node)
    line = body.lines[node.first]
    marks = body.text_start(node.first) - body.starts[node.first] + node.level
    start = len(line) - len(line[marks:].lstrip(BLANKS))
    return [Piece(line[start : start + len(node.content)], body.starts[node.first] + start)]
