"""Words that one of two questions writes with a slip of the pen."""

from collections.abc import Mapping, Sequence

from curriculum_tools.likeness.background import is_common

#: Shorter words differ from others by one letter too often.
_LEAST_LETTERS = 5
#: Words compared on each side, which bounds the work for very long questions.
_MOST = 12


def slips(
    only_a: Sequence[str], only_b: Sequence[str], written: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return which of the unshared words are one word with a slip, each at most once.

    `written` gives canonical words as they are written.
    """
    found: list[tuple[str, str]] = []
    left = list(only_b[:_MOST])
    for x in only_a[:_MOST]:
        for y in left:
            if _is_slip(x, y, written):
                found.append((x, y))
                left.remove(y)
                break
    return found


def _is_slip(x: str, y: str, written: Mapping[str, str]) -> bool:
    """Return whether one word is the other with a slip; two well-known words are two words."""
    one, other = written.get(x, x), written.get(y, y)
    if min(len(one), len(other)) < _LEAST_LETTERS or abs(len(one) - len(other)) > 1:
        return False
    if not (one.isalpha() and other.isalpha()) or (is_common(x) and is_common(y)):
        return False
    return _within_one_slip(one, other)


def _within_one_slip(one: str, other: str) -> bool:
    """Return whether one letter is more, less, another, or has changed places with the next.

    Not the first, for a getter is no setter, nor one more at the end ("reduce", "reducer").
    """
    if one[0] != other[0]:
        return False
    place = 1
    while place < min(len(one), len(other)) and one[place] == other[place]:
        place += 1
    x, y = one[place:], other[place:]
    if len(x) == len(y):
        return x[1:] == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])
    return bool(x and y) and (x[1:] == y if len(x) > len(y) else x == y[1:])
