"""Finding pairs: nothing is lost, nothing depends on order, nothing is dropped without a word."""

import json
import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.likeness import (
    FoundPairs,
    JudgedPair,
    Judgement,
    Verdict,
    Wording,
    clusters,
    find_pairs,
    judge,
    key,
    weigh,
)
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.syntax.parse import parse
from tests.real_guides import NAMES, real_guide, real_guides

WORDS = [
    "heap",
    "stack",
    "queue",
    "tree",
    "graph",
    "list",
    "hash",
    "set",
    "map",
    "trie",
    "sort",
    "merge",
    "split",
    "node",
    "edge",
]
OPENERS = ("What is a {}?", "How do you {}?", "Write a {}.", "What are the benefits of {}?")


def questions(count: int, seed: int = 1) -> list[Wording]:
    chance = random.Random(seed)
    return [
        Wording(chance.choice(OPENERS).format(" ".join(chance.choices(WORDS, k=4))))
        for _ in range(count)
    ]


def brute_force(wordings: list[Wording]) -> dict[frozenset[str], float]:
    weights = weigh(wordings)
    firsts = list({key(wording): wording for wording in wordings}.values())
    found = {}
    for a, b in combinations(firsts, 2):
        judgement = judge(a, b, weights)
        if judgement.verdict <= Verdict.POSSIBLE:
            found[frozenset((key(a), key(b)))] = judgement.score
    return found


def by_key(found: FoundPairs) -> dict[frozenset[str], float]:
    return {
        frozenset((key(pair.judgement.a), key(pair.judgement.b))): pair.judgement.score
        for pair in found.pairs
        if pair.judgement.score < 1
    }


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))]
)
def test_no_pair_is_lost(seed: int) -> None:
    wordings = questions(300, seed)
    found = find_pairs(wordings, weigh(wordings))
    assert not found.crowded
    assert by_key(found) == brute_force(wordings)


def real_wordings() -> list[Wording]:
    guides = [parse(real_guide(name)) for name in NAMES]
    return list(dict.fromkeys(wording_of(q) for guide in guides for _, q in guide.questions))


@pytest.mark.slow
def test_no_pair_of_the_real_guides_is_lost() -> None:
    wordings = real_wordings()
    found = find_pairs(wordings, weigh(wordings))
    assert len(wordings) > 600
    assert (found.crowded, found.uncompared) == ((), 0)
    assert by_key(found) == brute_force(wordings)


def test_no_judged_pair_is_wrongly_the_same() -> None:
    truth = real_guides().parent / "truth" / "question_pairs.jsonl"
    weights = weigh(real_wordings())
    rows = [json.loads(line) for line in truth.read_text(encoding="utf-8").splitlines()]
    same = [
        row["label"]
        for row in rows
        if judge(Wording(row["a"]), Wording(row["b"]), weights).verdict is Verdict.SAME
    ]
    assert all(same)
    assert len(same) >= 12


@given(st.permutations(questions(40)))
def test_any_order_gives_the_same(shuffled: list[Wording]) -> None:
    expected = by_key(find_pairs(questions(40), weigh(questions(40))))
    assert by_key(find_pairs(shuffled, weigh(shuffled))) == expected


def test_copies_pair_with_the_first_only() -> None:
    wordings = [Wording(text) for text in ("What is a heap?", "Why?", "what is a heap", "Why?")]
    wordings += [Wording("**What is a heap?**")]
    found = find_pairs(wordings, weigh(wordings)).pairs
    assert [(pair.a, pair.b) for pair in found] == [(0, 2), (0, 4), (1, 3)]
    assert all(pair.judgement.verdict is Verdict.SAME for pair in found)


def test_a_hundred_questions_over_other_code() -> None:
    wordings = [Wording("What's the output?", (f"print({i})",)) for i in range(100)]
    assert find_pairs(wordings, weigh(wordings)).pairs == ()


def test_the_least_verdict() -> None:
    wordings = questions(200)
    weights = weigh(wordings)
    whole = find_pairs(wordings, weights).pairs
    for least in (Verdict.SAME, Verdict.LIKELY):
        some = find_pairs(wordings, weights, at_least=least).pairs
        assert some == tuple(pair for pair in whole if pair.judgement.verdict <= least)


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    wordings = questions(20)
    find_pairs(wordings, weigh(wordings), progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == len({key(wording) for wording in wordings})


@pytest.mark.parametrize(
    "texts",
    [
        ["", "", "?"],
        ["What?"],
        ["🙂", "🙂🙂", "مرحبا بالعالم", "什么是堆？", "什么是栈？"],
        [" ".join(f"word{i}" for i in range(10_000)), " ".join(f"word{i}" for i in range(9_000))],
        ["a" * 100_000, "(" * 100_000 + "a"],
        ["`" + "x " * 5000 + "`", "`" + "y " * 5000 + "`"],
    ],
)
def test_odd_questions(texts: list[str]) -> None:
    wordings = [Wording(text) for text in texts]
    assert isinstance(find_pairs(wordings, weigh(wordings)), FoundPairs)


def test_ten_thousand_copies() -> None:
    wordings = [Wording("What is a heap?")] * 10_000
    assert len(find_pairs(wordings, weigh(wordings)).pairs) == 9_999


@pytest.mark.slow
def test_a_crowd_is_bounded_and_told() -> None:
    chance = random.Random(1)
    names = [f"name{letter}" for letter in "abcdefghijkl"]
    wordings = [Wording(" ".join(["Explain", *chance.sample(names, 7)])) for _ in range(350)]
    found = find_pairs(wordings, weigh(wordings))
    assert found.crowded
    assert found.uncompared > 0
    assert found.crowded[0].questions > 96


def pair(a: int, b: int, verdict: Verdict, score: float = 0.5) -> JudgedPair:
    return JudgedPair(a, b, Judgement(score, verdict, None, Wording(str(a)), Wording(str(b))))


def test_a_cluster_is_never_a_mere_chain() -> None:
    chain = [pair(0, 1, Verdict.LIKELY), pair(1, 2, Verdict.LIKELY), pair(2, 3, Verdict.LIKELY)]
    found = clusters(chain)
    assert [(cluster.keep, cluster.members) for cluster in found] == [(1, (0, 1, 2))]


def test_a_member_may_be_joined_to_another_member() -> None:
    found = clusters(
        [
            pair(0, 1, Verdict.SAME),
            pair(0, 3, Verdict.LIKELY),
            pair(1, 2, Verdict.LIKELY),
            pair(0, 2, Verdict.POSSIBLE),
        ]
    )
    assert [cluster.members for cluster in found] == [(0, 1, 2, 3)]


def test_copies_follow_their_first() -> None:
    found = clusters([pair(0, 4, Verdict.SAME, 1.0), pair(0, 1, Verdict.LIKELY)])
    assert [cluster.members for cluster in found] == [(0, 1, 4)]


def test_possible_pairs_make_no_cluster() -> None:
    assert clusters([pair(0, 1, Verdict.POSSIBLE)]) == ()
