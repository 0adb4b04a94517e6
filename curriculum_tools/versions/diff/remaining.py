"""Pairing what two versions have, step by step, each item once."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)
Key = Callable[[T], Hashable]


class Remaining(Generic[T]):
    """What each version has that is not paired yet, in its order; no item stands there twice."""

    def __init__(self, before: Iterable[T], after: Iterable[T]) -> None:
        self.before: list[T] = list(before)
        self.after: list[T] = list(after)

    def take_equal(self, key: Key[T], key_after: Key[T] | None = None) -> list[tuple[T, T]]:
        """Take the pairs whose keys are equal, the first with the first."""
        waiting: dict[Hashable, list[T]] = {}
        for item in reversed(self.after):
            waiting.setdefault((key_after or key)(item), []).append(item)
        pairs = [(item, others.pop()) for item in self.before if (others := waiting.get(key(item)))]
        self.take(pairs)
        return pairs

    def take(self, pairs: Sequence[tuple[T, T]]) -> None:
        """Take what is paired."""
        ones, others = {one for one, _ in pairs}, {other for _, other in pairs}
        self.before = [item for item in self.before if item not in ones]
        self.after = [item for item in self.after if item not in others]


def in_order(places: Iterable[tuple[int, int]]) -> bool:
    """Tell whether what is paired stands in the same order in both versions."""
    others = [after for _, after in sorted(places)]
    return all(a < b for a, b in pairwise(others))
