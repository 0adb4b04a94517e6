"""What is aligned: topics or chapters of equal content are one item, wherever they stand."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from curriculum_tools.versions.alignment.linkage import Linked

#: The place of a version, and of a topic or chapter in it, from 0; a reference without a name.
VersionPlace = tuple[int, int]
Content = TypeVar("Content", bound=tuple[Any, ...])


class Items(NamedTuple, Generic[Content]):
    """Items sorted by content, so that the order of the versions does not matter."""

    contents: tuple[Content, ...]
    places: tuple[tuple[VersionPlace, ...], ...]  #: where each stands, sorted
    item_of: dict[VersionPlace, int]

    @property
    def versions(self) -> list[frozenset[int]]:
        """For each item the versions in which it stands."""
        return [frozenset(version for version, _ in places) for places in self.places]

    @property
    def columns(self) -> int:
        """The number of versions, counting those of equal items once."""
        held: dict[int, set[int]] = {}
        for (version, _), item in self.item_of.items():
            held.setdefault(version, set()).add(item)
        return len({frozenset(items) for items in held.values()})

    def pairs(self, places: Iterable[tuple[VersionPlace, VersionPlace]]) -> set[tuple[int, int]]:
        """Return pairs of places as pairs of items."""
        return {(self.item_of[a], self.item_of[b]) for a, b in places}

    def cluster_of(self, found: Linked) -> dict[VersionPlace, int]:
        """Return for each place the cluster that holds its item."""
        return {
            place: number
            for number, cluster in enumerate(found.clusters)
            for item in cluster.members
            for place in self.places[item]
        }

    def family_of(self, found: Linked) -> dict[VersionPlace, int]:
        """Return for each place a number that it shares with all that may be the same."""
        family = list(range(len(found.clusters)))
        for a, b, _ in found.doubts:
            one, other = sorted((family[a], family[b]))
            family = [one if each == other else each for each in family]
        return {place: family[cluster] for place, cluster in self.cluster_of(found).items()}


def gathered(
    contents: Iterable[tuple[VersionPlace, Content]],
    different: Collection[tuple[VersionPlace, VersionPlace]],
) -> Items[Content]:
    """Return items of equal content, except where equal ones are ruled different.

    The first of several equal ones in a version is one item with the first in another, and so on.
    """
    content_of = dict(contents)
    apart = {place for a, b in different if content_of[a] == content_of[b] for place in (a, b)}
    seen: Counter[tuple[int, Content]] = Counter()
    places_of: dict[tuple[Content, int, tuple[int, ...]], list[VersionPlace]] = {}
    for place, content in content_of.items():
        occurrence = seen[place[0], content]
        seen[place[0], content] += 1
        ruled = place if place in apart else ()
        places_of.setdefault((content, occurrence, ruled), []).append(place)
    keys = sorted(places_of)
    places = tuple(tuple(sorted(places_of[key])) for key in keys)
    return Items(
        tuple(content for content, _, _ in keys),
        places,
        {place: item for item, each in enumerate(places) for place in each},
    )
