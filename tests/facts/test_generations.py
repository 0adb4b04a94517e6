"""In which order topics can be learned."""

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.facts.cycles import cyclic_components
from curriculum_tools.facts.generations import generations
from tests.examples import examples

EDGES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=16)


def test_what_builds_on_nothing_comes_first() -> None:
    assert generations([(2, 1), (1, 0), (3, 0), (3, 2)]) == ((0,), (1,), (2,), (3,))
    assert generations([(1, 0), (2, 0)]) == ((0,), (1, 2))
    assert generations([]) == ()


def test_what_builds_on_each_other_stands_together() -> None:
    assert generations([(1, 0), (1, 2), (2, 1), (3, 2)]) == ((0,), (1, 2), (3,))


@examples(50)
@given(EDGES)
def test_each_node_stands_once_and_after_all_that_it_builds_on(
    edges: list[tuple[int, int]],
) -> None:
    found = generations(edges)
    place = {node: number for number, nodes in enumerate(found) for node in nodes}
    assert sorted(node for nodes in found for node in nodes) == sorted(
        {node for edge in edges for node in edge}
    )
    circles = cyclic_components(edges)
    for start, target in edges:
        is_in_circle = any({start, target} <= nodes for nodes in circles)
        assert place[target] < place[start] or is_in_circle
