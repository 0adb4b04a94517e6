"""Pairs of items that stand in an order. Items are numbers from 0."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from curriculum_tools.facts.cycles import Edge


class PartialOrder:
    """Pairs of items, the first before the second, with all pairs that follow from them."""

    def __init__(self, pairs: Iterable[Edge] = ()) -> None:
        self._before: defaultdict[int, set[int]] = defaultdict(set)
        self._after: defaultdict[int, set[int]] = defaultdict(set)
        for pair in pairs:
            self.add(pair)

    def add(self, pair: Edge) -> bool:
        """Put one item before another; return False, and do nothing, if it stands after it."""
        first, second = pair
        if first == second or self.has((second, first)):
            return False
        if not self.has(pair):
            earlier, later = {first, *self._before[first]}, {second, *self._after[second]}
            for item in earlier:
                self._after[item] |= later
            for item in later:
                self._before[item] |= earlier
        return True

    def has(self, pair: Edge) -> bool:
        """Return whether the first item stands before the second."""
        return pair[1] in self._after.get(pair[0], ())

    def pairs(self) -> Iterator[Edge]:
        """Yield all pairs."""
        return ((first, second) for first, later in self._after.items() for second in later)
