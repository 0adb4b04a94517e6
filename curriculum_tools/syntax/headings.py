"""Headings: their number and title, and which of them open a chapter or a topic."""

import re

from curriculum_tools.model.guide import Heading, Text
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.blocks import Node
from curriculum_tools.syntax.body import Body, Piece, joined

CHAPTER_LEVEL = 2
TOPIC_LEVEL = 3

_TOPIC_NUMBER = re.compile(
    r"(?P<number>\d+(?:\.\d+)+)[.:)]?(?:\s+|$)|(?P<single>\d+)[.:)](?:\s+|$)"
)
_CHAPTER_NUMBER = re.compile(
    r"(?:chapter\s+(?P<number>\d+)\s*[.:)–—-]?|(?P<single>\d+)[.:)])(?:\s+|$)", re.IGNORECASE
)


def section_level(body: Body, node: Node, level_above: int, is_list_next: bool) -> int:
    """Tell what a heading opens: a chapter (2), a topic (3), or nothing (0).

    A numbered heading of a deeper level straight in a chapter is a topic that skips a level.
    """
    if node.level in (CHAPTER_LEVEL, TOPIC_LEVEL):
        return node.level
    if node.level > TOPIC_LEVEL and level_above == CHAPTER_LEVEL and is_list_next:
        return TOPIC_LEVEL if _TOPIC_NUMBER.match(_pieces(body, node)[0].text) else 0
    return 0


def read_heading(body: Body, node: Node, section: int) -> Heading:
    """Read a heading; it has a number only where it opens a chapter (2) or a topic (3)."""
    pieces = _pieces(body, node)
    start = body.text_start(node.first)
    span = Span(start, body.starts[node.end - 1] + len(body.lines[node.end - 1]))
    pattern = {CHAPTER_LEVEL: _CHAPTER_NUMBER, TOPIC_LEVEL: _TOPIC_NUMBER}.get(section)
    match = pattern.match(pieces[0].text) if pattern else None
    number = None
    if match:
        group = "number" if match["number"] else "single"
        head = pieces[0]
        number = Text(
            match[group], Span(head.start + match.start(group), head.start + match.end(group))
        )
        pieces[0] = Piece(head.text[match.end() :], head.start + match.end())
    return Heading(node.level, number, joined(pieces), span)


def _pieces(body: Body, node: Node) -> list[Piece]:
    """Give the lines of a heading's text, without the number signs of an ATX heading."""
    if node.end - node.first > 1:
        return body.pieces(node)
    line = body.lines[node.first]
    marks = body.text_start(node.first) - body.starts[node.first] + node.level
    start = len(line) - len(line[marks:].lstrip())
    return [Piece(line[start : start + len(node.content)], body.starts[node.first] + start)]
