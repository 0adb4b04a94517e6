"""Whether a line is what a template says, and where in it the parts stand."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from curriculum_tools.model.content import Text
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.model.templates import Carrier, Template
from curriculum_tools.syntax.visible import Visible, visible

_WORD = re.compile(r"[A-Za-z]+")


class TemplateMatch(NamedTuple):
    """A line that a template matches: the places of its text and number in the source.

    The leaf is the text with the link that it is the text of; `letters` are each by itself, where
    several options are named.
    """

    template: Template
    text: Text
    number: Text | None
    groups: dict[str, Text]
    leaf: Span
    letters: tuple[Text, ...]


def match_line(
    templates: Iterable[Template],
    carrier: Carrier,
    piece: Piece,
    level: int = 0,
    number: Text | None = None,
) -> TemplateMatch | None:
    """Return the first match of a line among the templates of its carrier and level.

    `number` is that of the list item in which the line stands.
    """
    for template in templates:
        if template.carrier is not carrier or template.level != level:
            continue
        if template.is_counted and number is None:
            continue
        seen = visible(" ".join(piece.text.split("\n")), keeps_bold=template.keeps_bold)
        match = template.pattern.fullmatch(seen.text)
        if not match:
            continue
        named = [name for name, value in match.groupdict().items() if value]
        groups = {name: _part(seen, piece, *match.span(name)) for name in named}
        letters = tuple(_part(seen, piece, place, place + 1) for place in _letters(match))
        own = groups.get("n", number)
        if "text" in groups:
            first, last = seen.span(*match.span("text"))
        else:
            first, last = 0, len(piece.text)
        words = " ".join(piece.text[first:last].split())
        text = Text(words, Span(piece.start + first, piece.start + last))
        if "text" in groups:
            groups["text"] = text
        around = [w for w in seen.wholes if w[0] < first and last <= w[1]]
        first, last = min(around, default=(first, last))
        leaf = Span(piece.start + first, piece.start + last)
        return TemplateMatch(template, text, own, groups, leaf, letters)
    return None


def _part(seen: Visible, piece: Piece, start: int, end: int) -> Text:
    """Return a part of what is seen of a line, with its place in the source."""
    first, last = seen.span(start, end)
    return Text(seen.text[start:end], Span(piece.start + first, piece.start + last))


def _letters(match: re.Match[str]) -> Iterator[int]:
    """Yield where the letters of options stand, without the words between them."""
    if match.groupdict().get("letter"):
        for word in _WORD.finditer(match.string, *match.span("letter")):
            if word.group().casefold() != "and":
                yield from range(*word.span())


def joined_piece(pieces: list[Piece]) -> Piece:
    """Join the lines of a text as they stand, so that offsets in it are offsets in the source."""
    if len(pieces) == 1:
        return pieces[0]
    first = pieces[0]
    text = first.text
    for piece in pieces[1:]:
        gap = piece.start - first.start - len(text)
        text += " " * max(1, gap) + piece.text
    return Piece(text, first.start)
