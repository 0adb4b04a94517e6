"""Where boxes and arrows are drawn."""

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.output.report.graph_layout import HEIGHT, WIDTH, graph_layout
from tests.examples import examples

EDGES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


def test_what_comes_first_stands_on_the_left() -> None:
    layout = graph_layout([(1, 0), (2, 1)])
    places = {box.node: box.x for box in layout.boxes}
    assert places[0] < places[1] < places[2]
    assert not any(arrow.is_in_cycle for arrow in layout.arrows)


def test_neighbours_stand_near_each_other() -> None:
    layout = graph_layout([(2, 1), (3, 0)])  # in the order of their numbers the arrows would cross
    places = {box.node: box.y for box in layout.boxes}
    assert (places[0] < places[1]) == (places[3] < places[2])


def test_a_cycle_is_told_by_its_boxes_and_arrows() -> None:
    layout = graph_layout([(1, 0), (1, 2), (2, 1), (3, 3)])
    assert {box.node for box in layout.boxes if box.is_in_cycle} == {1, 2, 3}
    assert [arrow.is_in_cycle for arrow in layout.arrows] == [False, True, True, True]


@examples(50)
@given(EDGES)
def test_no_box_lies_on_another_or_outside(edges: list[tuple[int, int]]) -> None:
    layout = graph_layout(edges)
    places = [(box.x, box.y) for box in layout.boxes]
    for number, (x, y) in enumerate(places):
        assert 0 <= x <= layout.width - WIDTH
        assert 0 <= y <= layout.height - HEIGHT
        for other_x, other_y in places[:number]:
            assert abs(x - other_x) >= WIDTH or abs(y - other_y) >= HEIGHT
    assert len(layout.arrows) == len(set(edges))
