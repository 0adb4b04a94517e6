"""What is aligned: things of equal content are one item, wherever they stand."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from curriculum_tools.versions.alignment.linkage import Linked

#: A version, and a topic or chapter of it, from 0; what a reference is, less its name.
Place = tuple[int, int]
Content = TypeVar("Content", bound=tuple[Any, ...])


class Items(NamedTuple, Generic[Content]):
    """Items in an order of content, so that nothing hangs on the order of the versions."""

    contents: tuple[Content, ...]
    places: tuple[tuple[Place, ...], ...]  #: where each stands, sorted
    item_of: dict[Place, int]

    @property
    def versions(self) -> list[frozenset[int]]:
        """For each item, in which versions it stands."""
        return [frozenset(version for version, _ in places) for places in self.places]

    @property
    def columns(self) -> int:
        """How many versions there are; those that say the same are one."""
        held: dict[int, set[int]] = {}
        for (version, _), item in self.item_of.items():
            held.setdefault(version, set()).add(item)
        return len({frozenset(items) for items in held.values()})

    def pairs(self, places: Iterable[tuple[Place, Place]]) -> set[tuple[int, int]]:
        """Pairs of places as pairs of items."""
        return {(self.item_of[a], self.item_of[b]) for a, b in places}

    def group_of(self, found: Linked) -> dict[Place, int]:
        """For each place the group that holds its item."""
        return {
            place: number
            for number, group in enumerate(found.groups)
            for item in group.items
            for place in self.places[item]
        }

    def family_of(self, found: Linked) -> dict[Place, int]:
        """For each place the groups, under one number, that may be the same as its own."""
        family = list(range(len(found.groups)))
        for a, b, _ in found.maybes:
            one, other = sorted((family[a], family[b]))
            family = [one if each == other else each for each in family]
        return {place: family[group] for place, group in self.group_of(found).items()}


def gathered(
    contents: Iterable[tuple[Place, Content]], different: Collection[tuple[Place, Place]]
) -> Items[Content]:
    """Items of what is equal, less what is ruled different all the same.

    The first of equal things in a version is one item with the first in another, and so on.
    """
    content_of = dict(contents)
    apart = {place for a, b in different if content_of[a] == content_of[b] for place in (a, b)}
    seen: Counter[tuple[int, Content]] = Counter()
    places_of: dict[tuple[Content, int, tuple[int, ...]], list[Place]] = {}
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
