"""Cycles in a graph, without recursion: chains of prerequisites can be long."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

Graph = Mapping[int, Sequence[int]]


def cyclic_components(graph: Graph) -> tuple[frozenset[int], ...]:
    """Give the sets of nodes that reach each other, by their least node (Kosaraju, Sharir 1981).

    A node by itself is one only where it leads to itself.
    """
    backwards: dict[int, list[int]] = {}
    for node, followers in graph.items():
        for follower in followers:
            backwards.setdefault(follower, []).append(node)
    seen: set[int] = set()
    found = []
    for root in reversed(_finishing_order(graph)):
        component = frozenset(_reach(backwards, root, seen))
        if len(component) > 1 or (component and root in graph.get(root, ())):
            found.append(component)
    return tuple(sorted(found, key=min))


def shortest_cycle(graph: Graph, start: int) -> tuple[int, ...]:
    """Give the nodes of a shortest way from a node back to itself, beginning with it."""
    before: dict[int, int] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for follower in graph.get(node, ()):
            if follower == start:
                way = [node]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return tuple(reversed(way))
            if follower not in before:
                before[follower] = node
                waiting.append(follower)
    return ()


def _finishing_order(graph: Graph) -> list[int]:
    """Give the nodes in the order in which a search in depth leaves them for good."""
    seen: set[int] = set()
    finished = []
    for root in graph:
        waiting = [(root, iter(graph[root]))] if root not in seen else []
        seen.add(root)
        while waiting:
            node, followers = waiting[-1]
            follower = next((f for f in followers if f not in seen), None)
            if follower is None:
                finished.append(node)
                waiting.pop()
            else:
                seen.add(follower)
                waiting.append((follower, iter(graph.get(follower, ()))))
    return finished


def _reach(graph: Graph, root: int, seen: set[int]) -> Iterable[int]:
    """Yield the nodes reached from a root that are not seen yet, and see them."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            yield node
            waiting += graph.get(node, ())
