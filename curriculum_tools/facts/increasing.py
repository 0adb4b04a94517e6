"""What of a sequence of numbers stands in order: its heaviest increasing part."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Optional


class _End(NamedTuple):
    """The last number of a part of the sequence, with the weight of the part."""

    number: int
    weight: int
    place: int
    before: Optional["_End"]


def heaviest_increasing(
    numbers: Sequence[int | None], weights: Sequence[int] | None = None
) -> set[int]:
    """Return the places of the heaviest strictly increasing part (Fredman 1975, with weights).

    A number weighs 1 if no weights are given; what has no number or weighs 0 is left out. Of parts
    of one weight it is that of the least numbers, and of equal numbers the first.
    """
    front: list[_End] = []  # of the best parts so far, by rising number and weight
    for place, number in enumerate(numbers):
        weight = weights[place] if weights is not None else 1
        if number is None or not weight:
            continue
        at = bisect_left(front, number, key=lambda end: end.number)
        before = front[at - 1] if at else None
        end = _End(number, weight + (before.weight if before else 0), place, before)
        if at < len(front) and front[at].number == number and front[at].weight >= end.weight:
            continue
        stop = at
        while stop < len(front) and front[stop].weight <= end.weight:
            stop += 1
        front[at:stop] = [end]
    kept = set()
    last = front[-1] if front else None
    while last:
        kept.add(last.place)
        last = last.before
    return kept
