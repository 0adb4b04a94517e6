"""The heaviest increasing part of a sequence."""

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.facts.increasing import heaviest_increasing

WEIGHED = st.lists(st.tuples(st.none() | st.integers(-3, 9), st.integers(0, 2)), max_size=9)


@given(WEIGHED)
def test_no_increasing_part_is_heavier(weighed: list[tuple[int | None, int]]) -> None:
    numbers, weights = [number for number, _ in weighed], [weight for _, weight in weighed]
    found = heaviest_increasing(numbers, weights)
    assert is_increasing(tuple(sorted(found)), numbers)
    places = range(len(numbers))
    parts = chain.from_iterable(combinations(places, size) for size in range(len(numbers) + 1))
    heaviest = max(
        sum(weights[place] for place in part) for part in parts if is_increasing(part, numbers)
    )
    assert sum(weights[place] for place in found) == heaviest
    assert all(weights[place] for place in found)


def is_increasing(part: tuple[int, ...], numbers: list[int | None]) -> bool:
    known = [number for number in map(numbers.__getitem__, part) if number is not None]
    return len(known) == len(part) and known == sorted(set(known))


def test_of_equally_heavy_parts_it_is_that_of_the_least_numbers() -> None:
    assert heaviest_increasing([2, 1]) == {1}
    assert heaviest_increasing([1, 3, 2]) == {0, 2}
    assert heaviest_increasing([1, 1]) == {0}
    assert heaviest_increasing([2, 1], [2, 1]) == {0}


def test_a_long_sequence() -> None:
    count = 50_000
    assert heaviest_increasing(range(count, 0, -1)) == {count - 1}
    assert len(heaviest_increasing([*range(count), *range(count)])) == count
