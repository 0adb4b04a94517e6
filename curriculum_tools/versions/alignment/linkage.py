"""Joining what is alike, pair by pair: average link, best first, two bands.

Of items that may be alike, the two clusters with the best mean of the pairs between them join,
as long as that is sure; then it goes on as if the doubtful ones joined too, and each of those
joins is a doubt. Clusters that both hold an item of one version never join.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

Pair = tuple[int, int]


class Bands(NamedTuple):
    """From which mean on two clusters join, and from which on they may be the same."""

    sure: float
    doubtful: float


class Group(NamedTuple):
    """Items that are the same, by their places; `confidence` is the weakest of its joins."""

    items: tuple[int, ...]
    confidence: float


class Maybe(NamedTuple):
    """Two groups, by their places, that may be the same."""

    a: int
    b: int
    confidence: float


class Linked(NamedTuple):
    """The groups, by their first item, and the doubts about them, best first."""

    groups: tuple[Group, ...]
    maybes: tuple[Maybe, ...]


class PairRulings(NamedTuple):
    """Pairs of items that are the same, and that are not, whatever they look like."""

    same: Collection[Pair]
    different: Collection[Pair]


def linked(
    versions: Sequence[frozenset[int]],
    links: Mapping[Pair, float],
    bands: Bands,
    rulings: PairRulings,
) -> Linked:
    """Join items.

    `versions` says for each item where it stands; `links` how alike two items are, the lower place
    first, and nothing where they are not alike at all. Equal means are taken in the items' order.
    """
    forest = _Forest(versions, links, rulings)
    forest.join(bands.sure)
    sure = forest.groups()
    place_of = {item: place for place, group in enumerate(sure) for item in group.items}
    between: dict[Pair, float] = {}
    for (a, b), link in links.items():
        x, y = sorted((place_of[a], place_of[b]))
        between[x, y] = between.get((x, y), 0.0) + link
    maybes = []
    for one, other, mean in forest.join(bands.doubtful):
        best = max(
            (between[pair] / (len(sure[pair[0]].items) * len(sure[pair[1]].items)), pair)
            for pair in _pairs({place_of[i] for i in one}, {place_of[i] for i in other})
            if pair in between
        )
        maybes.append(Maybe(*best[1], mean))
    maybes.sort(key=lambda maybe: (-maybe.confidence, maybe.a, maybe.b))
    return Linked(sure, tuple(maybes))


def _pairs(some: set[int], others: set[int]) -> Iterable[Pair]:
    return ((min(a, b), max(a, b)) for a in some for b in others)


class _Forest:
    """Clusters that grow together; each is known by its first item."""

    def __init__(
        self, versions: Sequence[frozenset[int]], links: Mapping[Pair, float], rulings: PairRulings
    ) -> None:
        self._items = {item: [item] for item in range(len(versions))}
        self._versions = dict(enumerate(versions))
        self._weakest = dict.fromkeys(self._items, 1.0)
        self._apart: dict[int, set[int]] = {item: set() for item in self._items}
        self._sums: dict[int, dict[int, float]] = {item: {} for item in self._items}
        for (a, b), link in sorted(links.items()):
            self._sums[a][b] = self._sums[b][a] = link
        root = list(self._items)
        for a, b in sorted(rulings.same):
            one, other = sorted((root[a], root[b]))
            if one != other:
                for item in self._items[other]:
                    root[item] = one
                self._merge(one, other)
        for a, b in rulings.different:
            one, other = root[a], root[b]
            if one != other:  # else the rulings contradict each other, and "same" holds
                self._apart[one].add(other)
                self._apart[other].add(one)

    def groups(self) -> tuple[Group, ...]:
        """The clusters as they are now."""
        return tuple(
            Group(tuple(sorted(items)), self._weakest[root])
            for root, items in sorted(self._items.items())
        )

    def join(self, least: float) -> list[tuple[list[int], list[int], float]]:
        """Join what is alike by at least `least`; give what was joined, and how alike it was."""
        heap = [
            (-mean, a, b, len(self._items[a]), len(self._items[b]))
            for a, sums in self._sums.items()
            for b in sums
            if a < b and (mean := self._mean(a, b)) >= least
        ]
        heapify(heap)
        joined = []
        while heap:
            negative, a, b, size_a, size_b = heappop(heap)
            if (size_a, size_b) != (len(self._items.get(a, ())), len(self._items.get(b, ()))):
                continue  # one of the two has grown since
            if not self._may_join(a, b):
                continue
            joined.append((self._items[a], self._items[b], -negative))
            self._weakest[a] = min(self._weakest[a], self._weakest[b], -negative)
            self._merge(a, b)
            size = len(self._items[a])
            for c in self._sums[a]:
                if (mean := self._mean(a, c)) >= least:
                    x, y = min(a, c), max(a, c)
                    sizes = (size, len(self._items[c]))
                    heappush(heap, (-mean, x, y, *(sizes if x == a else sizes[::-1])))
        return joined

    def _mean(self, a: int, b: int) -> float:
        return self._sums[a][b] / (len(self._items[a]) * len(self._items[b]))

    def _may_join(self, a: int, b: int) -> bool:
        return self._versions[a].isdisjoint(self._versions[b]) and b not in self._apart[a]

    def _merge(self, a: int, b: int) -> None:
        """Put the cluster `b` into the cluster `a`, which stands before it."""
        self._items[a] = self._items[a] + self._items.pop(b)
        self._versions[a] |= self._versions.pop(b)
        for other in self._apart.pop(b):
            self._apart[a].add(other)
            self._apart[other].discard(b)
            self._apart[other].add(a)
        self._sums[a].pop(b, None)
        for c, total in self._sums.pop(b).items():
            if c != a:
                del self._sums[c][b]
                total += self._sums[a].get(c, 0.0)
                self._sums[a][c] = self._sums[c][a] = total
