"""What closeness in meaning changes about verdicts, and what it never does."""

import random

import pytest

from curriculum_tools.likeness import Verdict, Wording, find_pairs, judge, weigh
from curriculum_tools.likeness.closeness import embedded_text
from curriculum_tools.likeness.features import Features
from curriculum_tools.likeness.semantic_coefficients import COEFFICIENTS
from tests.likeness.said_closeness import SaidCloseness

RYE = "What are the benefits of rye flour?"
USING_RYE = "What are some of the important qualities and benefits of using rye flour in baking?"
KNIFE = "How do you sharpen a knife?"
WHETSTONE = "How do you sharpen a knife on a whetstone?"
OTHERS = ["What is yeast?", "Why does dough rise?", "Compare rye with wheat."]
NO_CORPUS = weigh([])


def close(a: str, b: str, cosine: float) -> SaidCloseness:
    return SaidCloseness({(a, b): cosine})


def test_closeness_has_a_coefficient_beside_those_of_all_features() -> None:
    assert len(COEFFICIENTS) == len(Features._fields) + 1
    assert COEFFICIENTS[-1] > 0


def test_the_closer_the_more_probable() -> None:
    a, b = Wording(KNIFE), Wording(WHETSTONE)
    scores = [
        judge(a, b, NO_CORPUS, close(KNIFE, WHETSTONE, cosine)).score
        for cosine in (0.0, 0.5, 0.8, 0.9, 0.95)
    ]
    assert scores == sorted(set(scores))


def test_questions_that_share_few_words_are_found_by_their_closeness() -> None:
    wordings = [Wording(text) for text in (RYE, *OTHERS, USING_RYE)]
    assert find_pairs(wordings, weigh(wordings)).pairs == ()
    (pair,) = find_pairs(wordings, weigh(wordings), closeness=close(RYE, USING_RYE, 0.9)).pairs
    assert (pair.a, pair.b) == (0, 4)
    assert Verdict.SAME < pair.judgement.verdict < Verdict.DIFFERENT
    assert (
        pair.judgement.score
        == judge(wordings[0], wordings[4], weigh(wordings), close(RYE, USING_RYE, 0.9)).score
    )


def test_what_shares_few_words_and_is_not_close_is_different() -> None:
    judgement = judge(Wording(RYE), Wording(USING_RYE), NO_CORPUS, close(RYE, USING_RYE, 0.69))
    assert judgement.verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("What is a heap?", "What are heaps?"),  # the same by rules
        ("What is a heap?", "what is a HEAP"),
        ("What is the WHERE clause?", "What is the HAVING clause?"),  # never the same
        ("What is vitamin A?", "What is vitamin C?"),
        (RYE, USING_RYE),
        (KNIFE, WHETSTONE),
    ],
)
@pytest.mark.parametrize("cosine", [0.0, 0.7, 1.0])
def test_rules_alone_say_what_is_the_same(a: str, b: str, cosine: float) -> None:
    one, other = Wording(a), Wording(b)
    by_words = judge(one, other, NO_CORPUS)
    by_both = judge(one, other, NO_CORPUS, close(a, b, cosine))
    assert (by_both.verdict is Verdict.SAME) == (by_words.verdict is Verdict.SAME)
    if by_words.verdict is Verdict.SAME:
        assert by_both == by_words
    else:
        assert by_both.score <= 0.98  # no more than what rules are sure of


@pytest.mark.parametrize(
    ("a", "b", "guard"),
    [
        ("How do you encode a message?", "How do you decode a message?", "antonym"),
        ("Draw 3 trees with nine nodes.", "Draw 4 trees with nine nodes.", "number"),
        ("Why should you knead dough?", "Why should you not knead dough?", "negation"),
    ],
)
def test_guards_hold(a: str, b: str, guard: str) -> None:
    assert judge(Wording(a), Wording(b), NO_CORPUS).guard == guard
    judgement = judge(Wording(a), Wording(b), NO_CORPUS, close(a, b, 1.0))
    assert (judgement.guard, judgement.verdict > Verdict.LIKELY) == (guard, True)


def test_a_slip_beside_few_common_words_says_nothing() -> None:
    a, b = "Explain polymorphism in zoology", "Explain polymorhpism to a baker of rye bread"
    few = judge(Wording(a), Wording(b), NO_CORPUS, close(a, b, 0.75))
    assert few.verdict > Verdict.LIKELY


def test_neither_side_nor_order_matters() -> None:
    texts = [RYE, USING_RYE, KNIFE, WHETSTONE, *OTHERS]
    said = SaidCloseness({(RYE, USING_RYE): 0.9, (WHETSTONE, KNIFE): 0.9, (RYE, KNIFE): 0.8})
    expected = None
    for seed in range(5):
        random.Random(seed).shuffle(texts)
        wordings = [Wording(text) for text in texts]
        pairs = find_pairs(wordings, weigh(wordings), closeness=said).pairs
        found = {(frozenset((p.judgement.a, p.judgement.b)), p.judgement.score) for p in pairs}
        assert len(found) == len(pairs)
        expected = expected or found
        assert found == expected


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1. **What is `map()` good for?**", "What is map() good for"),
        ("[What is a heap?](heap.md)  ⭐", "What is a heap"),
        ("Why  is\tit so?", "Why is it so"),
        ("?", ""),
    ],
)
def test_a_model_reads_no_marks(written: str, read: str) -> None:
    assert embedded_text(Wording(written)) == read
