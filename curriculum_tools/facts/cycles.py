"""Cycles in a graph whose nodes are numbers, given by its edges.

A guide or a merge seldom has any, and the standard library tells so at once. Only where there is
one is networkx worth its import, which takes a quarter of a CPU second.
"""

from collections.abc import Collection
from graphlib import CycleError, TopologicalSorter

Edge = tuple[int, int]


def cyclic_components(edges: Collection[Edge]) -> tuple[frozenset[int], ...]:
    """Return the sets of nodes that reach each other, sorted by their least node.

    A node alone is such a set only where an edge leads from it to itself.
    """
    sorter: TopologicalSorter[int] = TopologicalSorter()
    for start, end in edges:
        sorter.add(end, start)
    try:
        sorter.prepare()
    except CycleError:
        return _components(edges)
    return ()


def _components(edges: Collection[Edge]) -> tuple[frozenset[int], ...]:
    import networkx

    graph = networkx.DiGraph(edges)
    found = [
        frozenset(nodes)
        for nodes in networkx.strongly_connected_components(graph)
        if len(nodes) > 1 or any(graph.has_edge(node, node) for node in nodes)
    ]
    return tuple(sorted(found, key=min))


def shortest_cycle(edges: Collection[Edge], start: int) -> tuple[int, ...]:
    """Return the nodes of a shortest cycle through a node, beginning with it.

    Of several it is the one whose edges come first. Raises ValueError where there is none.
    """
    import networkx

    graph = networkx.DiGraph(edges)
    distance = networkx.single_source_shortest_path_length(graph.reverse(copy=False), start)
    cycle = [start]
    while len(cycle) == 1 or cycle[-1] != start:
        cycle.append(min((node for node in graph[cycle[-1]] if node in distance), key=distance.get))
    return tuple(cycle[:-1])
