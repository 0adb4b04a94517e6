"""What nearly all questions of a project have, where each of its files is only a part of it.

It is told by counts, which a cache keeps, so that no guide need be read for it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from curriculum_tools.facts.expected import nearly_all
from curriculum_tools.model.surroundings import Habit


class HabitCount(NamedTuple):
    """How many questions have something, of those that may."""

    having: int = 0
    asked: int = 0


def habits_of(counts: Iterable[tuple[HabitCount, ...]]) -> frozenset[Habit]:
    """Return what nearly all questions of several guides have."""
    by_habit = zip(Habit, zip(*counts, strict=True), strict=False)
    return frozenset(
        habit
        for habit, each in by_habit
        if nearly_all(sum(count.having for count in each), sum(count.asked for count in each))
    )
