"""Pairs ordered by majority, though majorities may run in circles: A, B, C and A again.

Items that reach each other by majorities form a component; outside of it nothing is in doubt. In
a small component the order that overrules the fewest votes is found exactly (Kemeny 1959). In a
larger one, where that takes too long, pairs are ranked (Tideman 1987): the clearest majorities are
kept, and one that contradicts those already kept is overruled. Either order wins again when it is
counted as one more vote; only where that splits a larger component may its parts come out better.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from curriculum_tools.facts.cycles import Edge, cyclic_components
from curriculum_tools.versions.ordering.partial_order import PartialOrder

EXACT = 10  # items of a component: 2 ** 10 subsets of them take some ten milliseconds

# What a pair weighs: a rule more than all votes, a vote more than all ties.
_TIE, _MOVED_VOTE, _VOTE, _RULE = 1, 1 << 8, 1 << 32, 1 << 64


def majority_pairs(
    votes: Counter[Edge], newest: Mapping[Edge, int], rules: PartialOrder, moved: frozenset[int]
) -> set[Edge]:
    """Return each pair that has votes or a rule, in its order; together they make no circle.

    `votes` counts the rankings that have a pair in its order, and `newest` has the number of the
    newest of them, which breaks a tie; without it the lower item comes first. Rules go before
    votes, and votes on the items of `moved` give way to all others.
    """

    def strength(pair: Edge) -> tuple[int, int, int]:
        return votes[pair], newest.get(pair, -1), -pair[0]

    def weight(pair: Edge) -> int:
        if rules.has(pair):
            return _RULE
        vote = _VOTE if moved.isdisjoint(pair) else _MOVED_VOTE
        return (votes[pair] - votes[pair[::-1]]) * vote or _TIE

    preferred = {max(pair, pair[::-1], key=strength) for pair in votes}
    pairs = {*rules.pairs(), *(pair for pair in preferred if not rules.has(pair[::-1]))}
    for component in cyclic_components(pairs):
        weights = {pair: weight(pair) for pair in pairs if component.issuperset(pair)}
        order = _cheapest(component, weights) if len(component) <= EXACT else _ranked(weights)
        pairs -= weights.keys()
        pairs |= {pair if order.has(pair) else pair[::-1] for pair in weights}
    return pairs


def _cheapest(items: frozenset[int], weights: Mapping[Edge, int]) -> PartialOrder:
    """Return the order that overrules pairs of the least weight; of equal ones the first."""

    @cache
    def cheapest(items: frozenset[int]) -> tuple[int, tuple[int, ...]]:
        orders = []
        for first in items:
            others = items - {first}
            cost, order = cheapest(others)
            cost += sum(weights.get((other, first), 0) for other in others)
            orders.append((cost, (first, *order)))
        return min(orders, default=(0, ()))

    return PartialOrder(pairwise(cheapest(items)[1]))


def _ranked(weights: Mapping[Edge, int]) -> PartialOrder:
    """Return the order of the heaviest pairs, without those that heavier ones contradict."""
    return PartialOrder(sorted(weights, key=lambda pair: (-weights[pair], pair)))
