"""The order in which topics can be learned: in generations that build on those before.

networkx is imported where there is something to order: that takes a quarter of a CPU second.
"""

from collections.abc import Collection

from curriculum_tools.facts.cycles import Edge


def generations(edges: Collection[Edge]) -> tuple[tuple[int, ...], ...]:
    """Return the nodes of a graph, those that build on nothing first.

    An edge leads from a node to one that it builds on. Nodes that build on each other stand in
    one generation; within a generation they are sorted.
    """
    import networkx

    graph = networkx.DiGraph((target, start) for start, target in edges)
    cycles = networkx.condensation(graph)
    return tuple(
        tuple(sorted(node for cycle in generation for node in cycles.nodes[cycle]["members"]))
        for generation in networkx.topological_generations(cycles)
    )
