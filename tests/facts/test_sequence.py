"""One wrong number in a run is one fault, on the right item."""

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.facts.sequence import OddityKind, RunItem, oddities


def found(*numbers: int | None) -> list[tuple[int, str, int | None]]:
    return [(o.index, o.kind.value, o.expected) for o in oddities([RunItem(n) for n in numbers])]


def test_the_number_that_a_repetition_should_have() -> None:
    assert found(*range(1, 12), 9, *range(13, 17)) == [(11, "duplicate", 12)]
    assert found(1, 2, 3, 3) == [(3, "duplicate", 4)]
    assert found(1, 2, 3, 5, 5, 6) == [(3, "duplicate", 4)]
    assert found(1, 1, 2, 3) == [(1, "duplicate", None)]


def test_a_slip_between_neighbours() -> None:
    assert found(1, 2, 7, 4, 5) == [(2, "out-of-order", 3)]
    assert found(5, 2, 3, 4) == [(0, "out-of-order", 1)]


def test_an_item_that_was_moved_keeps_its_number() -> None:
    assert found(1, 3, 2, 4) == [(1, "out-of-order", None)]
    assert found(2, 3, 4, 1) == [(3, "out-of-order", None)]


def test_a_missing_number() -> None:
    assert found(1, None, 3) == [(1, "missing", 2)]
    assert found(1, None, 2) == [(1, "missing", None)]


def test_a_gap() -> None:
    assert found(1, 2, 5, 6) == [(2, "skipped", None)]
    assert found(2, 3) == [(0, "skipped", None)]
    assert found(0, 1, 2) == []


@given(st.integers(3, 30), st.data())
def test_any_single_wrong_number_inside_a_run_is_found_there_and_mended(
    length: int, data: st.DataObject
) -> None:
    run: list[int | None] = list(range(1, length + 1))
    index = data.draw(st.integers(1, length - 2))
    run[index] = data.draw(st.none() | st.integers(1, 99).filter(lambda n: n != index + 1))
    (odd,) = oddities([RunItem(n) for n in run])
    assert (odd.index, odd.expected) == (index, index + 1)


@given(st.lists(st.none() | st.integers(0, 12), max_size=20))
def test_what_is_expected_counts_up(numbers: list[int | None]) -> None:
    odd = {o.index: o for o in oddities([RunItem(n) for n in numbers])}
    mended = [
        odd[i].expected if i in odd and odd[i].kind is not OddityKind.SKIPPED else n
        for i, n in enumerate(numbers)
    ]
    known = [n for n in mended if n is not None]
    assert known == sorted(set(known))
