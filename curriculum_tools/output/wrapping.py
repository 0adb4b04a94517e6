"""Words set in lines of a width, where some of them are coloured."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from curriculum_tools.output.display_width import display_width
from curriculum_tools.output.sanitize import sanitize

Paint = Callable[[str], str]


class Word(NamedTuple):
    """A sanitized word; a glued one has no blank in front of it, though a line may end there."""

    text: str
    paint: Paint = str
    is_glued: bool = False


def wrap_words(words: Iterable[Word], room: int) -> Iterator[str]:
    """Yield lines of at most `room` columns; a word that is longer than a line is divided."""
    line: list[str] = []
    used = 0
    for word in words:
        for piece in _pieces(word, room):
            gap = 0 if piece.is_glued or not line else 1
            columns = display_width(piece.text)
            if line and used + gap + columns > room:
                yield "".join(line)
                line, used, gap = [], 0, 0
            # a word could be a command to a workflow runner once it begins a line
            text = piece.text if line else sanitize(piece.text)
            line.append(" " * gap + piece.paint(text))
            used += gap + columns
    if line:
        yield "".join(line)


def wrap_text(text: str, room: int, lead: str = "") -> Iterator[str]:
    """Yield a sanitized text in lines of at most `room` columns, the first after a lead.

    The others are indented by as much.
    """
    margin = " " * len(lead)
    for number, line in enumerate(wrap_words(map(Word, text.split()), room - len(lead))):
        yield f"{margin if number else lead}{line}\n"


def _pieces(word: Word, room: int) -> Iterator[Word]:
    """Yield a word in pieces that fit a line; mostly it is one."""
    start = 0
    while len(word.text) - start > room or display_width(word.text[start:]) > room:
        end = start + max(1, room)
        while end > start + 1 and display_width(word.text[start:end]) > room:
            end -= 1
        yield Word(word.text[start:end], word.paint, word.is_glued or start > 0)
        start = end
    yield Word(word.text[start:], word.paint, word.is_glued or start > 0)
