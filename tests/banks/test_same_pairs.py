"""Databases find the pairs that are found in memory: no other, and none less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.likeness.speed import hostile, synthetic
from curriculum_tools.likeness import Wording
from tests.banks.in_memory import found_by, found_in_memory
from tests.examples import examples

pytestmark = pytest.mark.banks

COMMON = ["what", "is", "a", "the", "of", "cache", "queue", "stack", "tree", "heap", "node", "it"]
SPECIAL = [
    "What is meta data?", "What is metadata?", "What is Continuous Integration (CI)?", "Explain CI",
    "What is continuous integration?", "WHAT IS IT?", "What is it?", "What is `Map` good for?",
    "What is `map` good for?", "WHAT IS `MAP` GOOD FOR?", "Compare a list with a list of lists",
    "What is a closure?", "what is a closure", "What are closures?", "?", "!",
    "Was ist ein Böller?",
    'What is a "closure"?', "What is it, and what is IT?", "Why is ẞ not ß?",
]  # fmt: skip
QUESTIONS = st.builds(
    Wording,
    st.one_of(
        st.sampled_from(SPECIAL),
        st.lists(st.sampled_from(COMMON), min_size=1, max_size=7).map(" ".join),
    ),
    st.sampled_from([(), (), (), ("print(1)",), ("print(2)", "a\nb")]),
)  # fmt: skip


@examples(25)
@given(st.lists(QUESTIONS, max_size=40))
def test_of_drawn_banks(wordings: list[Wording]) -> None:
    assert found_by("duckdb", wordings) == found_in_memory(wordings)


@pytest.mark.parametrize("kind", ["copies", "collide", "mixed"])
def test_where_a_cap_leaves_pairs_out(kind: str) -> None:
    wordings = [Wording(text) for text in hostile(kind, 3000)]
    assert found_by("duckdb", wordings) == found_in_memory(wordings)


def test_of_long_questions() -> None:
    texts = [f"{' '.join(f'word{(i + j) % 300}' for j in range(80))} {i}" for i in range(120)]
    wordings = [Wording(text) for text in [*texts, "word1 word2 word3", *SPECIAL]]
    assert found_by("duckdb", wordings) == found_in_memory(wordings)


@pytest.mark.parametrize("engine", ["duckdb", "spark"])
def test_of_twenty_thousand_questions(engine: str) -> None:
    texts = [*synthetic(20_000), *SPECIAL, *synthetic(20_000)[:50]]
    wordings = [Wording(text) for text in texts]
    expected = found_in_memory(wordings)
    assert len(expected[0]) > 1000
    assert found_by(engine, wordings) == expected
