"""Two texts beside each other, with the words marked that differ."""

from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.likeness import normalise
from curriculum_tools.likeness.word_runs import word_runs


class MarkedWords(NamedTuple):
    """Words of a text as they stand there, and whether the other text has others for them."""

    text: str
    differs: bool


def marked_words(a: str, b: str) -> tuple[tuple[MarkedWords, ...], tuple[MarkedWords, ...]]:
    """Return both texts as runs of words; case, quotes and marks make no difference."""
    runs = list(_runs(a.split(), b.split()))
    one, other = ([run[side] for run in runs if run[side].text] for side in (0, 1))
    return tuple(one), tuple(other)


def _runs(a: list[str], b: list[str]) -> Iterator[tuple[MarkedWords, MarkedWords]]:
    at, to = 0, 0
    for run in word_runs(*([normalise(word) or word for word in words] for words in (a, b))):
        one, other = a[at : at + len(run.a)], b[to : to + len(run.b)]
        at, to = at + len(run.a), to + len(run.b)
        yield MarkedWords(" ".join(one), run.differs), MarkedWords(" ".join(other), run.differs)
