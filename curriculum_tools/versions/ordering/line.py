"""A line of all items, in the order of those pairs that are decided."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from graphlib import TopologicalSorter
from itertools import chain, pairwise

from curriculum_tools.facts.cycles import Edge
from curriculum_tools.versions.ordering.partial_order import PartialOrder


def line_up(
    pairs: Collection[Edge],
    rankings: Sequence[Sequence[int]],
    *,
    oldest_first: bool = False,
    rules: Collection[Edge] = (),
    beside: Collection[Edge] = (),
) -> list[int]:
    """Return all items of the rankings in a line, the first of each of the `pairs` first.

    Among the items that may come next, one that `rules` or `beside` put beside the last item goes
    first, then the one that follows the latest in some ranking, then one of the newest ranking,
    then the least. An item that is to stand beside another waits until that one may come too.
    """
    age: dict[int, int] = {}
    for place, ranking in enumerate(rankings):
        age |= dict.fromkeys(ranking, place if oldest_first else 0)
    behind: defaultdict[int, list[int]] = defaultdict(list)
    for first, second in chain(rules, *map(pairwise, rankings)):
        behind[second].append(first)
    both_ways = {*beside, *((b, a) for a, b in beside)}
    neighbours = {*both_ways, *((second, first) for first, second in rules)}
    leads = PartialOrder(pairs if beside else ())
    awaited: defaultdict[int, list[int]] = defaultdict(list)
    for pair in both_ways:
        if not leads.has(pair):
            awaited[pair[0]].append(pair[1])

    sorter = TopologicalSorter({item: [] for item in age})
    for first, second in pairs:
        sorter.add(second, first)
    sorter.prepare()
    line: dict[int, int] = {}  # the place of each item
    free: set[int] = set()

    def claim(item: int) -> tuple[bool, bool, int, int, int]:
        return (
            (item, next(reversed(line), None)) in neighbours,
            all(other in line or other in free for other in awaited.get(item, ())),
            max((line.get(other, -1) for other in behind[item]), default=-1),
            age[item],
            -item,
        )

    while sorter.is_active():
        free.update(sorter.get_ready())
        chosen = max(free, key=claim)
        free.remove(chosen)
        line[chosen] = len(line)
        sorter.done(chosen)
    return list(line)
