"""Words that one of two questions spells otherwise: with a slip, or as two words."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from curriculum_tools.likeness.background import is_common

#: Shorter words differ from others by one letter too often.
_LEAST_LETTERS = 5
#: Words compared on each side, which bounds the work for very long questions.
_MOST = 12


class Respelling(NamedTuple):
    """Canonical words of one question that stand for some of another."""

    a: tuple[str, ...]
    b: tuple[str, ...]


def respellings(
    only_a: Sequence[str], only_b: Sequence[str], written: dict[str, str]
) -> list[Respelling]:
    """Return which of the unshared words are others in another spelling.

    `written` gives each canonical word as it is written. No word counts twice.
    """
    found: list[Respelling] = []
    left_a, left_b = list(only_a[:_MOST]), list(only_b[:_MOST])
    for x in tuple(left_a):
        for y in left_b:
            if _is_slip(x, y, written):
                found.append(Respelling((x,), (y,)))
                left_a.remove(x)
                left_b.remove(y)
                break
    found += (Respelling(two, (one,)) for two, one in _parted(left_a, left_b, written))
    found += (Respelling((one,), two) for two, one in _parted(left_b, left_a, written))
    return found


def _parted(
    some: list[str], others: list[str], written: dict[str, str]
) -> list[tuple[tuple[str, str], str]]:
    """Return neighbours among some words that are one of the others: "data base", "database"."""
    whole = {written.get(word, word): word for word in others}
    pairs = pairwise(some)
    joined = (((x, y), written.get(x, x) + written.get(y, y)) for x, y in pairs)
    return [(two, whole[name]) for two, name in joined if name in whole]


def _is_slip(x: str, y: str, written: dict[str, str]) -> bool:
    """Return whether one word is the other with a slip: one letter more, less, other or moved."""
    one, other = written.get(x, x), written.get(y, y)
    if min(len(one), len(other)) < _LEAST_LETTERS or abs(len(one) - len(other)) > 1:
        return False
    if not (one.isalpha() and other.isalpha()) or (is_common(x) and is_common(y)):
        return False
    return _within_one_slip(one, other)


def _within_one_slip(one: str, other: str) -> bool:
    """Return whether two words have a Damerau-Levenshtein distance of at most 1."""
    place = 0
    while place < min(len(one), len(other)) and one[place] == other[place]:
        place += 1
    x, y = one[place:], other[place:]
    if len(x) == len(y):
        return x[1:] == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])
    return x[1:] == y if len(x) > len(y) else x == y[1:]
