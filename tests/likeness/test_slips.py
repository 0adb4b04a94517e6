"""Which words count as one with a slip of the pen, and which as two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.likeness import Verdict, Wording, judge, weigh
from curriculum_tools.likeness.judge import features_of
from curriculum_tools.likeness.slips import slips


def are_one(one: str, other: str) -> bool:
    return bool(slips([one], [other], {}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("refraction", "refracion"),  # a letter less
        ("counterpoint", "countterpoint"),  # a letter more
        ("hypertension", "hypertansion"),  # another letter
        ("polymorphism", "polymorhpism"),  # two letters exchanged
    ],
)
def test_a_slip(one: str, other: str) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("getter", "setter"),  # in the first letter
        ("reducer", "reducers"),  # at the end
        ("route", "router"),
        ("affect", "effect"),  # both are well known
        ("trail", "trial"),
        ("ipv4x", "ipv6x"),  # with figures
        ("sdpy", "spdy"),  # too short
        ("mitosis", "meiosis"),  # two letters
    ],
)
def test_two_words(one: str, other: str) -> None:
    assert not are_one(one, other)
    assert not are_one(other, one)


@given(st.lists(st.text("abcdeé", min_size=1, max_size=7), max_size=5))
def test_each_word_counts_once(words: list[str]) -> None:
    found = slips(words, words[::-1], {})
    assert len(found) <= len(words)
    assert all(words.count(x) >= sum(x == one for one, _ in found) for x in words)


def test_a_slip_makes_likely_not_the_same() -> None:
    a, b = (
        Wording(f"How do prisms use the {word} of light to part its colours?")
        for word in ("refraction", "refracion")
    )
    assert judge(a, b, weigh([a, b])).verdict is Verdict.LIKELY


def test_two_words_that_the_corpus_also_writes_as_one() -> None:
    a, b = (
        Wording("How is meta data stored on a disk?"),
        Wording("How is metadata stored on a disk?"),
    )
    assert judge(a, b, weigh([a, b])).verdict is Verdict.LIKELY
    other = Wording("How is market data stored on a disk?")
    assert judge(other, b, weigh([other, b])).verdict > Verdict.LIKELY


def test_a_part_of_a_name_is_no_slip_of_the_same_word() -> None:
    weights = weigh([])
    title, tags = "Explain a custom title of a menu.", "How are custom tags written in a menu?"
    assert judge(Wording(title), Wording(tags), weights).verdict > Verdict.LIKELY
    assert features_of(*map(weights.prepare, map(Wording, (title, tags)))).slipped == 0.0
