"""What stands before what where something was put by hand."""

import pytest

from curriculum_tools.versions.hand_edits.store import Place
from curriculum_tools.versions.merge.places import rules_of

ORDER = (10, 20, 30, 40)  # the places of what is called a, b, c and d
NAMED = {"a": 10, "b": 20, "c": 30, "d": 40, "elsewhere": 50}


def rules(now: Place, was: Place | None = None, own: int = 20) -> set[tuple[int, int]]:
    return set(rules_of(own, was, now, ORDER, NAMED.get))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (Place("c", "d"), {(30, 20), (20, 40)}),
        (Place("d", None), {(40, 20)}),
        (Place("elsewhere", "d"), {(20, 40)}),
        (Place("forgotten", "d"), {(20, 40)}),
        (Place(None, "a"), {(20, 10), (20, 30), (20, 40)}),
    ],
)
def test_it_is_behind_one_and_before_another(now: Place, expected: set[tuple[int, int]]) -> None:
    assert rules(now) == expected


def test_it_follows_a_version_that_has_moved_it_since() -> None:
    now = Place("c", "d")
    assert rules(now, Place("a", "c")) == {(30, 20), (20, 40)}
    assert rules(now, Place("c", "d")) == set()
    assert rules(now, Place("c", None)) == set()


def test_what_the_guide_does_not_have_is_put_nowhere() -> None:
    assert rules(Place("c", "d"), own=50) == set()
