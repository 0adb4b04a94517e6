"""What is wrong with a run of numbers that should count up by one.

The heaviest strictly increasing part of the run is taken to be right; what stands outside it is
odd, and belongs into the gap in which it stands. So one wrong number is one fault, and not a
repetition, a gap and a disorder at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from curriculum_tools.facts.increasing import heaviest_increasing


class OddityKind(StrEnum):
    """How a number is odd."""

    DUPLICATE = "duplicate"
    OUT_OF_ORDER = "out-of-order"
    MISSING = "missing"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Oddity:
    """An item of a run that is odd.

    `expected` is the number it should have, where its place leaves one; `is_sure` says that
    its place leaves no other. `twin` is the item that has the same number. For SKIPPED the
    item is right but numbers before it, from `skipped[0]` to `skipped[1]`, are nowhere.
    """

    index: int
    kind: OddityKind
    expected: int | None = None
    is_sure: bool = False
    twin: int | None = None
    skipped: tuple[int, int] | None = None


class RunItem(NamedTuple):
    """An item of a run: its number, if any, and how much speaks for it; 0 if nothing does."""

    number: int | None
    weight: int = 1


def oddities(
    items: Sequence[RunItem], first: int = 1, elsewhere: frozenset[int] = frozenset()
) -> list[Oddity]:
    """Give what is odd in a run that should begin at `first` (0 is accepted too).

    Numbers in `elsewhere` are not skipped but stand in another place.
    """
    right = heaviest_increasing([item.number for item in items], [item.weight for item in items])
    kept = _prefer_fillable(items, right, first)
    found = _place_the_odd(items, kept, first)
    numbers = [item.number for item in items]
    for oddity in found:
        numbers[oddity.index] = oddity.expected
    present = elsewhere | {items[o.index].number or 0 for o in found}
    return sorted([*found, *_gaps(numbers, kept, first, present)], key=lambda o: o.index)


def _prefer_fillable(items: Sequence[RunItem], kept: set[int], first: int) -> set[int]:
    """Of two items with one number keep the one whose twin can fill a gap: 3, 5, 5 is 3, 4, 5."""
    chosen = set(kept)
    by_number = {items[index].number: index for index in kept}
    previous = first - 1
    for index in sorted(kept):
        number = items[index].number or 0
        twin = index + 1
        follows = twin < len(items) and twin not in kept and items[twin].number == number
        if follows and previous < number - 1 and by_number[number] == index:
            chosen ^= {index, twin}
        previous = number
    return chosen


def _place_the_odd(items: Sequence[RunItem], kept: set[int], first: int) -> list[Oddity]:
    """Give each item outside the kept ones the number that its gap leaves for it."""
    owners = {items[index].number: index for index in sorted(kept)}
    last = max((number for number in owners if number is not None), default=first - 1)
    found: list[Oddity] = []
    below, begin = first - 1, 0
    for end in [*sorted(kept), len(items)]:
        above = items[end].number if end < len(items) else None
        waiting = []
        for index in range(begin, end):
            number = items[index].number
            fits_here = number is not None and below < number < (above or last + 1)
            if not fits_here and _is_wanted_elsewhere(number, owners, first, last):
                found.append(Oddity(index, OddityKind.OUT_OF_ORDER))
            else:
                waiting.append(index)
        room = len(waiting) if above is None else above - below - 1
        for step, index in enumerate(waiting, 1):
            expected = below + step if step <= room else None
            if expected is None or expected != items[index].number:
                found.append(_oddity(items, index, expected, room == len(waiting), owners))
        below, begin = above if above is not None else below, end + 1
    return found


def _is_wanted_elsewhere(
    number: int | None, owners: dict[int | None, int], first: int, last: int
) -> bool:
    """Tell whether a number is right and only its place is wrong: no other item has it."""
    return number is not None and first <= number < last and number not in owners


def _oddity(
    items: Sequence[RunItem],
    index: int,
    expected: int | None,
    is_sure: bool,
    owners: dict[int | None, int],
) -> Oddity:
    number = items[index].number
    is_sure = is_sure and expected is not None
    if number is None:
        return Oddity(index, OddityKind.MISSING, expected, is_sure)
    twin = owners.setdefault(number, index)
    if twin != index:
        return Oddity(index, OddityKind.DUPLICATE, expected, is_sure, twin)
    return Oddity(index, OddityKind.OUT_OF_ORDER, expected, is_sure)


def _gaps(
    numbers: list[int | None], kept: set[int], first: int, present: frozenset[int] | set[int]
) -> list[Oddity]:
    found = []
    previous: int | None = None
    for index, number in enumerate(numbers):
        if number is None:
            continue
        low = first if previous is None else previous + 1
        if index in kept and low < number and not _all_in(present, low, number):
            found.append(Oddity(index, OddityKind.SKIPPED, skipped=(low, number - 1)))
        previous = number
    return found


def _all_in(present: frozenset[int] | set[int], low: int, high: int) -> bool:
    return high - low <= len(present) and all(number in present for number in range(low, high))
