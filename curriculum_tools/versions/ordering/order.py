"""One order out of those of several versions, by majority."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Generic, NamedTuple, TypeVar

from curriculum_tools.facts.cycles import Edge
from curriculum_tools.versions.ordering.line import line_up
from curriculum_tools.versions.ordering.majorities import majority_pairs
from curriculum_tools.versions.ordering.partial_order import PartialOrder

T = TypeVar("T", bound=Hashable)


class Contest(NamedTuple, Generic[T]):
    """Two items as they stand now, with the number of versions for and against it.

    `is_ruled` tells that a rule has put them so.
    """

    first: T
    second: T
    votes: int
    against: int
    is_ruled: bool = False


@dataclass(frozen=True, slots=True)
class Ordered(Generic[T]):
    """Items in their order, and what a maintainer may want to look at.

    `against` are the pairs whose majority is not followed, since majorities run in a circle or a
    rule stands against them; `tied` those without a majority.
    """

    items: tuple[T, ...]
    against: tuple[Contest[T], ...] = ()
    tied: tuple[Contest[T], ...] = ()


def majority_order(
    rankings: Sequence[Sequence[T]],
    content: Callable[[T], Any],
    *,
    oldest_first: bool = False,
    rules: Sequence[tuple[T, T]] = (),
    moved: Iterable[T] = (),
    beside: Sequence[tuple[T, T]] = (),
) -> Ordered[T]:
    """Return the items of all rankings in one order; each ranking has an item at most once.

    A pair is ordered as most rankings have it; a tie as the newest has it when the rankings are
    `oldest_first`, else by `content`, a key that tells items apart and sorts. Pairs that no ranking
    has are free: what follows an item in a ranking stays close behind it, and runs of one ranking
    stay together.

    `rules` name what stands before what, whatever the votes; one that contradicts those before it
    is ignored. `moved` are the items that rules are about: where a rule leaves a choice, they make
    way. Items of `beside` stand together where nothing else is against it. Rules and pairs that
    name other items than the rankings have no effect.
    """
    names = sorted({item for ranking in rankings for item in ranking}, key=content)
    number = {name: place for place, name in enumerate(names)}
    numbered = [[number[item] for item in ranking] for ranking in rankings]

    def known(pairs: Iterable[tuple[T, T]]) -> list[Edge]:
        return [(number[a], number[b]) for a, b in pairs if a in number and b in number]

    ruled = PartialOrder()
    followed = [rule for rule in known(rules) if ruled.add(rule)]
    votes = Counter(pair for ranking in numbered for pair in combinations(ranking, 2))
    ages = enumerate(numbered if oldest_first else ())
    newest = {pair: age for age, ranking in ages for pair in combinations(ranking, 2)}
    gives_way = frozenset(number[item] for item in moved if item in number)
    pairs = majority_pairs(votes, newest, ruled, gives_way)
    order = line_up(
        pairs, numbered, oldest_first=oldest_first, rules=followed, beside=known(beside)
    )
    contests = [
        Contest(names[a], names[b], votes[a, b], votes[b, a], ruled.has((a, b)))
        for place, a in enumerate(order)
        for b in sorted(order[place + 1 :])
        if 0 < votes[b, a] >= votes[a, b]
    ]
    return Ordered(
        items=tuple(names[item] for item in order),
        against=tuple(contest for contest in contests if contest.against > contest.votes),
        tied=tuple(contest for contest in contests if contest.against == contest.votes),
    )
