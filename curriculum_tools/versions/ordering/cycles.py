"""Majorities that run in circles: A before B, B before C, C before A.

Pairs that can reach each other in the majorities form a component; nothing outside of it is in
doubt. In a small one the order that overrules the fewest votes is found exactly (Kemeny 1959, by
dynamic programming over its subsets); in a larger one, where that takes too long, by ranked pairs
(Tideman 1987): the clearest majorities are locked first, and one that contradicts those already
locked is overruled. Either way gives its result again when that is counted as one more vote; only
where the vote splits a larger component into small ones may those come out better than before.
"""

from collections.abc import Callable, Iterator

from curriculum_tools.versions.ordering.votes import (
    Precedence,
    Votes,
    as_set,
    difference,
    having,
    members,
    union,
)

EXACT = 10  # items: 2 ** 10 subsets of ten steps each take about ten milliseconds

# What one pair weighs: a rule more than all votes, a vote more than all ties.
_TIE, _MOVED_VOTE, _VOTE, _RULE = 1, 1 << 8, 1 << 32, 1 << 64


class Locked:
    """A growing partial order, with all that follows from it."""

    def __init__(self, items: int) -> None:
        self.precedence = Precedence([0] * items, [0] * items)

    def lock(self, first: int, second: int) -> bool:
        """Put one item before another; gives False, and does nothing, if it stands after it."""
        after, before = self.precedence.after, self.precedence.before
        if first == second or after[second] >> first & 1:
            return False
        upward = (before[first] | 1 << first) & ~before[second]
        downward = (after[second] | 1 << second) & ~after[first]
        following, preceding = after[second] | 1 << second, before[first] | 1 << first
        for item in members(upward):
            after[item] |= following
        for item in members(downward):
            before[item] |= preceding
        return True


def decided(votes: Votes, wanted: Precedence, rules: Precedence, moved: int) -> Precedence:
    """Give a way for each pair that has one, such that nothing runs in a circle.

    `wanted` is the way of the majority, `rules` a partial order that goes before it. Votes on the
    items of `moved` give way to all others.
    """
    after = [a & ~rules.before[i] | rules.after[i] for i, a in enumerate(wanted.after)]
    before = [b & ~rules.after[i] | rules.before[i] for i, b in enumerate(wanted.before)]
    graph = Precedence(after, before)
    for component in list(_components(graph)):  # all of them before the graph changes
        if component.bit_count() == 1:
            continue
        if component.bit_count() <= EXACT:
            following = _exactly(list(members(component)), _weighing(votes, graph, rules, moved))
        else:
            following = _by_ranked_pairs(component, votes, graph, rules, moved)
        for item, later in following.items():
            pairs = (after[item] | before[item]) & component
            after[item] = after[item] & ~component | pairs & later
            before[item] = before[item] & ~component | pairs & ~later
    return graph


def _components(graph: Precedence) -> Iterator[int]:
    """Yield the sets of items that reach each other (Kosaraju, Sharir 1981)."""
    unseen = (1 << len(graph.after)) - 1
    finished = []
    for root in range(len(graph.after)):
        waiting = [root] if unseen >> root & 1 else []
        unseen &= ~(1 << root)
        while waiting:
            following = graph.after[waiting[-1]] & unseen
            if following:
                waiting.append(next(members(following)))
                unseen &= ~(1 << waiting[-1])
            else:
                finished.append(waiting.pop())
    unseen = (1 << len(graph.after)) - 1
    for root in reversed(finished):
        component, reached = 0, unseen & 1 << root
        while reached:
            component |= reached
            unseen &= ~reached
            reached = unseen & union(graph.before[item] for item in members(reached))
        if component:
            yield component


def _weighing(
    votes: Votes, graph: Precedence, rules: Precedence, moved: int
) -> Callable[[int, int], int]:
    """Give what it costs to put the second of two items before the first."""

    def weight(first: int, second: int) -> int:
        if not graph.after[first] >> second & 1:
            return 0
        if rules.after[first] >> second & 1:
            return _RULE
        is_moved = (moved >> first | moved >> second) & 1
        return votes.margin(first, second) * (_MOVED_VOTE if is_moved else _VOTE) or _TIE

    return weight


def _exactly(items: list[int], weight: Callable[[int, int], int]) -> dict[int, int]:
    """Give what follows each item in the cheapest order; of equal ones the first by number."""
    size = len(items)
    weights = [[weight(a, b) for b in items] for a in items]
    cheapest = [0] * (1 << size)  # of each set of last items, what its best order costs
    first = [0] * (1 << size)
    for last in range(1, 1 << size):
        costs = [
            (cheapest[last ^ 1 << a] + sum(weights[b][a] for b in members(last)), a)
            for a in members(last)
        ]
        cheapest[last], first[last] = min(costs)
    order, left = [], (1 << size) - 1
    while left:
        order.append(items[first[left]])
        left ^= 1 << first[left]
    return {item: as_set(order[place + 1 :]) for place, item in enumerate(order)}


def _by_ranked_pairs(
    component: int, votes: Votes, graph: Precedence, rules: Precedence, moved: int
) -> dict[int, int]:
    """Give what follows each item when pairs are locked in the order of their majorities."""
    items = list(members(component))
    locked = Locked(len(graph.after))
    for item in items:
        for later in members(rules.after[item] & component):
            locked.lock(item, later)
    margins = {item: difference(votes.ahead[item], votes.behind[item]) for item in items}
    greatest = (1 << max(map(len, margins.values()))) - 1
    clearest_first = range(greatest, 0, -1)
    levels = [(margin, component & ~moved) for margin in clearest_first]
    levels += [(margin, component) for margin in (*clearest_first, 0)]
    precedence = locked.precedence
    for margin, among in levels:
        for item in members(among):
            pairs = having(margins[item], margin, graph.after[item] & among)
            while pairs := pairs & ~precedence.after[item] & ~precedence.before[item]:
                locked.lock(item, next(members(pairs)))
    return {item: precedence.after[item] & component for item in items}
