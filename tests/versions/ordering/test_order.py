"""One order out of several: what it promises for any rankings, and what it gives for some."""

import random
from collections.abc import Sequence
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.ordering import cycles
from curriculum_tools.versions.ordering.order import Contest, majority_order
from curriculum_tools.versions.version import version_of
from tests.real_guides import NAMES, real_guide

ITEMS = "abcdefghijklmno"


def rankings(items: str = ITEMS, most: int = 5) -> st.SearchStrategy[list[str]]:
    some = st.permutations(items).flatmap(
        lambda order: st.integers(0, len(items)).map(lambda size: "".join(order[:size]))
    )
    return st.lists(some, max_size=most)


RULES = st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS)), max_size=4)


def itself(item: str) -> str:
    return item


def test_versions_that_agree_keep_their_order() -> None:
    assert majority_order(["bca", "bca"], itself).items == ("b", "c", "a")
    assert majority_order([], itself).items == ()


def test_the_majority_of_those_that_have_a_pair_decides() -> None:
    done = majority_order(["abc", "acb", "acb", "a", "b"], itself)
    assert "".join(done.items) == "acb"
    assert (done.minority_votes, done.against, done.tied) == (1, (), ())


def test_a_tie_goes_to_the_newest_version_that_has_both() -> None:
    versions = ["xy", "yx", "x", "y"]
    assert majority_order(versions, itself, oldest_first=True).items == ("y", "x")
    assert majority_order(versions[::-1], itself, oldest_first=True).items == ("x", "y")


def test_a_tie_without_declared_order_goes_by_content() -> None:
    done = majority_order(["yx", "xy"], itself)
    assert done.items == ("x", "y")
    assert done.tied == (Contest("x", "y", 1, 1),)


def test_runs_of_one_version_stay_together() -> None:
    versions = [["a", "b1", "b2", "c"], ["a", "a1", "a2", "c"]]
    assert majority_order(versions, itself).items == ("a", "a1", "a2", "b1", "b2", "c")
    by_age = majority_order(versions[::-1], itself, oldest_first=True).items
    assert by_age == ("a", "b1", "b2", "a1", "a2", "c")


def test_versions_that_share_nothing_stand_one_behind_the_other() -> None:
    assert "".join(majority_order(["bdf", "ace"], itself).items) == "acebdf"


def test_a_rule_moves_the_item_it_is_about() -> None:
    line = "abcdefghijklmno"
    late = majority_order([line] * 3, itself, rules=[("m", "b")], moved=["b"])
    assert "".join(late.items) == "acdefghijklmbno"
    early = majority_order([line] * 3, itself, rules=[("m", "b")], moved=["m"])
    assert "".join(early.items) == "ambcdefghijklno"
    assert early.against[0] == Contest("m", "b", 0, 3, is_ruled=True)


def test_what_follows_by_a_rule_stands_close_behind() -> None:
    assert "".join(majority_order(["abcd", "ax"], itself, rules=[("c", "x")]).items) == "abcxd"


def test_rules_that_contradict_earlier_ones_are_given_back() -> None:
    rules = [("c", "b"), ("b", "a"), ("a", "c"), ("a", "a"), ("a", "unknown")]
    done = majority_order(["abc"], itself, rules=rules)
    assert "".join(done.items) == "cba"
    assert done.ignored == (("a", "c"), ("a", "a"))


@pytest.mark.parametrize("pair", [("x", "y"), ("y", "x")])
def test_items_stand_beside_each_other_where_they_are_free(pair: tuple[str, str]) -> None:
    free = majority_order(["axc", "a12yc"], itself, beside=[pair])
    assert "".join(free.items) == "a12yxc"
    bound = majority_order(["xay"], itself, beside=[pair])
    assert "".join(bound.items) == "xay"


@given(rankings())
def test_every_item_stands_in_the_order_once(versions: list[str]) -> None:
    done = majority_order(versions, itself).items
    assert sorted(done) == sorted(set("".join(versions)))


@given(rankings(), RULES, st.randoms(use_true_random=False))
def test_the_order_of_versions_is_nothing_unless_declared(
    versions: list[str], rules: list[tuple[str, str]], chance: random.Random
) -> None:
    shuffled = list(versions)
    chance.shuffle(shuffled)
    done = majority_order(versions, itself, rules=rules, beside=rules[:1])
    assert majority_order(shuffled, itself, rules=rules, beside=rules[:1]) == done


@given(rankings("abcdefghij"), RULES, st.booleans(), st.sampled_from([1, 10]))
def test_the_order_as_one_more_version_changes_nothing(
    versions: list[str], rules: list[tuple[str, str]], oldest_first: bool, exact: int
) -> None:
    moved = [second for _, second in rules]

    def order(of: Sequence[Sequence[str]]) -> tuple[str, ...]:
        return majority_order(
            of, itself, oldest_first=oldest_first, rules=rules, moved=moved, beside=rules[-1:]
        ).items

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cycles, "EXACT", exact)
        once = order(versions)
        assert order([*versions, once]) == once
        assert order([once]) == once


@given(rankings(), RULES, st.booleans())
def test_rules_are_obeyed(
    versions: list[str], rules: list[tuple[str, str]], oldest_first: bool
) -> None:
    done = majority_order(versions, itself, oldest_first=oldest_first, rules=rules)
    for first, second in rules:
        if (first, second) not in done.ignored and {first, second} <= set(done.items):
            assert done.items.index(first) < done.items.index(second)


@given(rankings("abcdef", 7), st.lists(st.sampled_from(["ab", "cb", "fa"]), max_size=2))
def test_no_order_has_fewer_votes_against_it(versions: list[str], rules: list[str]) -> None:
    named = [(rule[0], rule[1]) for rule in rules]
    done = majority_order(versions, itself, rules=named)
    assert done.minority_votes == votes_against(done.items, versions)
    fewest = min(
        votes_against(order, versions)
        for order in permutations(done.items)
        if all(
            order.index(a) < order.index(b) for a, b in named if a in done.items and b in done.items
        )
    )
    assert done.minority_votes == fewest


def votes_against(order: Sequence[str], versions: Sequence[str]) -> int:
    return sum(
        version.index(second) < version.index(first)
        for version in versions
        for first, second in combinations(order, 2)
        if first in version and second in version
    )


def test_a_majority_in_a_circle_is_broken_where_it_is_weakest() -> None:
    done = majority_order(["abc", "abc", "bca", "bca", "cab"], itself)
    assert "".join(done.items) == "abc"  # or "bca": the first by content
    assert [contest[:2] for contest in done.against] == [("a", "c")]


def test_many_versions_of_a_long_guide() -> None:
    chance = random.Random(4)
    versions = []
    for _ in range(20):
        version = list(range(3000))
        for _ in range(200):
            moved = version.pop(chance.randrange(2900))
            version.insert(moved + chance.randrange(50), moved)
        versions.append(version)
    done = majority_order(versions, "{:05}".format)
    assert done.items == tuple(range(3000))


def test_the_real_guides_are_ordered_with_few_votes_against() -> None:
    guides = [version_of(parse(real_guide(name))) for name in NAMES]
    chapters = [[chapter.title or "" for chapter in guide.chapters] for guide in guides]
    assert majority_order(chapters, itself).minority_votes <= 2
    topics: dict[str, list[list[str]]] = {}
    for guide in guides:
        for chapter in guide.chapters:
            titles = [topic.title for topic in chapter.sections]
            topics.setdefault(chapter.title or "", []).append(titles)
    assert sum(majority_order(each, itself).minority_votes for each in topics.values()) <= 1
