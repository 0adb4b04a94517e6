"""What is said of rulings that match nothing."""

import pytest

from curriculum_tools.output.merge.stale_text import stale_text
from tests.versions.merge.baking import BAKING
from tests.versions.merge.merging import merged


@pytest.mark.parametrize(
    ("decisions", "missing", "nearest"),
    [
        ("title: [{topic: Kneeding, title: X}]", "Kneeding", "Kneading"),
        ("same-topics: [{topics: [Kneading, Provings]}]", "Provings", "Proving"),
        ("same-chapters: [{chapters: [Bred, Cakes]}]", "Bred", "Bread"),
        ("drop: [{topic: {title: Sponges, chapter: Caks}, reason: R}]", "Caks", "Cakes"),
        (
            "drop: [{question: 'Why does a spong fall?', reason: R}]",
            "Why does a spong fall?",
            "Why does a sponge fall?",
        ),
        (
            "same-questions: [{questions: ['Why does a sponge fall?', 'Who bakes?']}]",
            "Who bakes?",
            None,
        ),
        ("from: [{topic: Kneading, field: description, from: A.md}]", "A.md", "a.md"),
        ("keep: [{question: 'Why does a sponge fall?', topic: Kneading}]", None, None),
        ("chapter: [{topic: Kneading, chapter: Cake}]", "Cake", "Cakes"),
        ("after: [{chapter: Cakes, after: Breads}]", "Breads", "Bread"),
    ],
)
def test_the_text_that_is_at_fault_and_the_nearest(
    decisions: str, missing: str | None, nearest: str | None
) -> None:
    (stale,) = merged(BAKING, decisions=decisions).stale
    assert (stale.missing, stale.nearest) == (missing, nearest)
    said = stale_text(stale)
    assert said.startswith(f"{stale.ruling}: ")
    assert (missing or "nothing") in said
    assert nearest is None or nearest in said
