"""Setting words in lines of a width, where some of them are coloured."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from curriculum_tools.output.cells import width
from curriculum_tools.output.harmless import harmless

Paint = Callable[[str], str]


class Word(NamedTuple):
    """A harmless word; `is_glued` says that no blank goes before it, though a line may end."""

    text: str
    paint: Paint = str
    is_glued: bool = False


def wrapped(words: Iterable[Word], room: int) -> Iterator[str]:
    """Yield lines of at most `room` cells; a word that is longer than a line is divided."""
    line: list[str] = []
    used = 0
    for word in words:
        for piece in _pieces(word, room):
            gap = 0 if piece.is_glued or not line else 1
            cells = width(piece.text)
            if line and used + gap + cells > room:
                yield "".join(line)
                line, used, gap = [], 0, 0
            # what begins a line could be a command to a runner that does not begin a text
            text = piece.text if line else harmless(piece.text)
            line.append(" " * gap + piece.paint(text))
            used += gap + cells
    if line:
        yield "".join(line)


def _pieces(word: Word, room: int) -> Iterator[Word]:
    rest = word
    while width(rest.text) > room:
        end = max(1, room)
        while width(rest.text[:end]) > room and end > 1:
            end -= 1
        yield rest._replace(text=rest.text[:end])
        rest = rest._replace(text=rest.text[end:], is_glued=True)
    yield rest
