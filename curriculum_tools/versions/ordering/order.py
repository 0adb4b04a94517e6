"""One order out of those of several versions, by majority.

Plain code on sets in integers (`votes`): networkx would cost more to import than the orders
of five guides to find, and holds a graph of all pairs in a hundred times the space.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from curriculum_tools.versions.ordering.cycles import Locked, decided
from curriculum_tools.versions.ordering.votes import (
    Precedence,
    Votes,
    as_set,
    count_votes,
    exceeding,
    members,
    preferred,
    total,
    union,
)

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

    `minority_votes` counts the votes of versions that have a pair the other way round, over all
    pairs. `against` are the pairs whose majority is not followed, since majorities run in a circle
    or a rule stands against them; `tied` those without a majority. `ignored` are the rules that
    contradict earlier ones.
    """

    items: tuple[T, ...]
    minority_votes: int = 0
    against: tuple[Contest[T], ...] = ()
    tied: tuple[Contest[T], ...] = ()
    ignored: tuple[tuple[T, T], ...] = ()


def majority_order(
    rankings: Sequence[Sequence[T]],
    content: Callable[[T], Any],
    *,
    oldest_first: bool = False,
    rules: Sequence[tuple[T, T]] = (),
    moved: Iterable[T] = (),
    beside: Sequence[tuple[T, T]] = (),
) -> Ordered[T]:
    """Order the items of all rankings, each of which has an item at most once.

    A pair is ordered as most rankings have it; a tie as the newest has it when the rankings are
    `oldest_first`, else by `content`, a key that tells items apart and sorts. Pairs that no ranking
    has are free: what follows an item in a ranking stays close behind it, and runs of one ranking
    stay together.

    `rules` name what stands before what, whatever the votes; one that contradicts those before it
    is ignored and given back. `moved` are the items that rules are about: where a rule leaves a
    choice, they make way. Items of `beside` stand together where nothing else is against it. Rules
    and pairs that name other items than the rankings have no effect.
    """
    names = sorted(dict.fromkeys(item for ranking in rankings for item in ranking), key=content)
    number = {name: place for place, name in enumerate(names)}
    numbered = [[number[item] for item in ranking] for ranking in rankings]
    locked = Locked(len(names))
    known = [rule for rule in rules if number.keys() >= set(rule)]
    ignored = [rule for rule in known if not locked.lock(number[rule[0]], number[rule[1]])]
    votes = count_votes(numbered, len(names))
    wanted = preferred(votes, reversed(numbered) if oldest_first else ())
    given_way = as_set(number[item] for item in moved if item in number)
    precedence = decided(votes, wanted, locked.precedence, given_way)
    line = _Line(numbered, precedence, oldest_first=oldest_first)
    line.let_follow((number[a], number[b]) for a, b in known if (a, b) not in ignored)
    line.put_beside((number[a], number[b]) for a, b in beside if a in number and b in number)
    order = list(line)
    contests = [
        Contest(
            names[a],
            names[b],
            votes.count(a, b),
            votes.count(b, a),
            is_ruled=bool(locked.precedence.after[a] >> b & 1),
        )
        for a, b in _unfollowed(order, votes)
    ]
    return Ordered(
        items=tuple(names[item] for item in order),
        minority_votes=_minority_votes(order, votes),
        against=tuple(contest for contest in contests if contest.against > contest.votes),
        tied=tuple(contest for contest in contests if contest.against == contest.votes),
        ignored=tuple(ignored),
    )


def _unfollowed(order: Sequence[int], votes: Votes) -> Iterator[tuple[int, int]]:
    """Yield the pairs that are not ordered as a majority has them."""
    later = (1 << len(order)) - 1
    for item in order:
        later &= ~(1 << item)
        majority = exceeding(votes.ahead[item], votes.behind[item])
        for other in members(union(votes.behind[item]) & later & ~majority):
            yield item, other


def _minority_votes(order: Sequence[int], votes: Votes) -> int:
    found, later = 0, (1 << len(order)) - 1
    for item in order:
        later &= ~(1 << item)
        found += total(votes.behind[item], later)
    return found


class _Line:
    """Puts items one behind the other: decided pairs as decided, free ones by what they follow."""

    def __init__(
        self,
        rankings: Sequence[Sequence[int]],
        precedence: Precedence,
        *,
        oldest_first: bool,
    ) -> None:
        size = len(precedence.after)
        self.precedence = precedence
        self.left = (1 << size) - 1
        self.position: dict[int, int] = {}
        self.latest = 0
        self.behind = [0] * size  # what stands directly before it in some ranking
        self.newest = [0] * size
        for age, ranking in enumerate(rankings, 1):
            for place, item in enumerate(ranking):
                self.behind[item] |= as_set(ranking[max(place - 1, 0) : place])
                self.newest[item] = age if oldest_first else 0
        self.beside = [0] * size
        self.waits_for = [0] * size

    def let_follow(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Put the second of two items close behind the first where it is free."""
        for first, second in pairs:
            self.behind[second] |= 1 << first
            self.beside[second] |= 1 << first

    def put_beside(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Put two items next to each other where they are free."""
        for a, b in pairs:
            self.beside[a] |= 1 << b
            self.beside[b] |= 1 << a
            if not (self.leads_to(a, b) or self.leads_to(b, a)):
                self.waits_for[a] |= 1 << b
                self.waits_for[b] |= 1 << a

    def __iter__(self) -> Iterator[int]:
        """Yield all items; each waits for one of those before it, and then for another.

        Where it can, it waits for what a ranking has directly before it, which is among the last.
        """
        waiting: dict[int, list[int]] = {}
        free: list[int] = []
        arriving: Iterable[int] = members(self.left)
        while self.left:
            for item in arriving:
                before = self.precedence.before[item] & self.left
                if before:
                    awaited = next(members(before & self.behind[item] or before))
                    waiting.setdefault(awaited, []).append(item)
                else:
                    free.append(item)
            ready = as_set(free)
            chosen = max(free, key=partial(self.claim, ready))
            free.remove(chosen)
            self.position[chosen] = len(self.position)
            self.latest = 1 << chosen
            self.left ^= 1 << chosen
            arriving = waiting.pop(chosen, [])
            yield chosen

    def claim(self, ready: int, item: int) -> tuple[bool, bool, int, int, int]:
        """Give how much an item that may come next should."""
        return (
            bool(self.beside[item] & self.latest),
            not self.waits_for[item] & self.left & ~ready,
            max((self.position.get(other, -1) for other in members(self.behind[item])), default=-1),
            self.newest[item],
            -item,
        )

    def leads_to(self, first: int, second: int) -> bool:
        """Tell whether decided pairs lead from one item to another."""
        seen, reached = 0, 1 << first
        while reached:
            seen |= reached
            reached = union(self.precedence.after[item] for item in members(reached)) & ~seen
        return bool(seen >> second & 1)
