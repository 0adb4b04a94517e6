"""Clustering of items by how alike they are: average link, best pair first, two bands.

The two clusters with the best mean likeness between their items join, as long as that mean is
sure. After that doubtful ones join too, on trial, and each such join is a doubt. Clusters that
both hold an item of one version never join.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
ItemPair = tuple[int, int]


class Bands(NamedTuple):
    """The mean likeness from which on clusters join, and from which on they may be the same."""

    sure: float
    doubtful: float


class Cluster(NamedTuple, Generic[T]):
    """What is the same; `confidence` is the weakest mean likeness at which something joined."""

    members: tuple[T, ...]  #: sorted
    confidence: float  #: in [0, 1]; 1 where nothing had to join


class Doubt(NamedTuple):
    """Two clusters, by their places, that may be the same."""

    a: int
    b: int
    confidence: float


class Linked(NamedTuple):
    """Clusters of items, sorted by their first item, and the doubts about them."""

    clusters: tuple[Cluster[int], ...]
    doubts: tuple[Doubt, ...]


class PairRulings(NamedTuple):
    """Pairs of items that are ruled the same, or different, however alike they are."""

    same: Collection[ItemPair]
    different: Collection[ItemPair]


def linked(
    versions: Sequence[frozenset[int]],
    links: Mapping[ItemPair, float],
    bands: Bands,
    rulings: PairRulings,
) -> Linked:
    """Return the clusters of items.

    `versions` has for each item the versions in which it stands; `links` how alike two items are,
    the lower place first, without pairs that are not alike at all. Of equal means the pair that
    comes first in the order of the items joins first.
    """
    forest = _Forest(versions, links, rulings)
    forest.join(bands.sure)
    sure = forest.clusters()
    place_of = {item: place for place, cluster in enumerate(sure) for item in cluster.members}
    between: dict[ItemPair, float] = {}
    for (a, b), link in links.items():
        x, y = sorted((place_of[a], place_of[b]))
        between[x, y] = between.get((x, y), 0.0) + link
    doubts = []
    for one, other, mean in forest.join(bands.doubtful):
        best = max(
            (between[pair] / (len(sure[pair[0]].members) * len(sure[pair[1]].members)), pair)
            for pair in _pairs({place_of[i] for i in one}, {place_of[i] for i in other})
            if pair in between
        )
        doubts.append(Doubt(*best[1], mean))
    return Linked(sure, tuple(doubts))


def _pairs(some: set[int], others: set[int]) -> Iterable[ItemPair]:
    return ((min(a, b), max(a, b)) for a in some for b in others)


class _Forest:
    """Clusters while they join; each is known by its first item."""

    def __init__(
        self,
        versions: Sequence[frozenset[int]],
        links: Mapping[ItemPair, float],
        rulings: PairRulings,
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
            if one != other:  # otherwise the rulings contradict each other, and "same" wins
                self._apart[one].add(other)
                self._apart[other].add(one)

    def clusters(self) -> tuple[Cluster[int], ...]:
        """Return the clusters as they are now."""
        return tuple(
            Cluster(tuple(sorted(items)), self._weakest[root])
            for root, items in sorted(self._items.items())
        )

    def join(self, least: float) -> list[tuple[list[int], list[int], float]]:
        """Join clusters that are alike by `least` or more; return what joined, and the means."""
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
        """Move all items of cluster `b` into cluster `a`, which comes before it."""
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
