"""What `curriculum diff` takes for a question in other words, and what for two questions.

Each pair stands just above or just below one of the limits; its score, or the share of the words
that stayed, is beside it.
"""

import json
from pathlib import Path

import pytest

from tests.commands import curriculum

GUIDE = """# Baking

## 1. Bread

### 1.1 Proving
- **Description**: Letting a dough rise.
- **Questions**:
"""
KEPT = ("How warm should a dough stand?", "Which flour holds the most water?")


def counts(before: tuple[str, ...], after: tuple[str, ...], at: Path) -> tuple[int, int, int]:
    """Return how many questions are reworded, added and removed."""
    for name, questions in (("a.md", before), ("b.md", after)):
        text = GUIDE + "".join(f"  - {question}\n" for question in questions)
        (at / name).write_text(text, encoding="utf-8")
    done = curriculum("diff", "a.md", "b.md", "--output-format", "json", at=at)
    found = json.loads(done.stdout)["summary"]["questions"]
    return found["reworded"], found["added"], found["removed"]


@pytest.mark.parametrize(
    ("before", "after", "is_reworded"),
    [
        (  # .260
            "Explain why the crust of a loaf browns before it is done.",
            "Name two reasons why a loaf browns before it is done.",
            True,
        ),
        (  # .245
            "Explain why a loaf stays flat in a hot oven.",
            "What tells a baker that a sourdough loaf stays flat in a hot oven?",
            False,
        ),
        (  # .168, and .800 of the words
            "What tells a baker that the crust of a loaf stays flat in the oven?",
            "What tells a baker that the yeast in a dough stays flat in the oven?",
            True,
        ),
        (  # .184, and .788 of the words
            "When does it harm a bakery that the crust of a loaf stays flat in the oven?",
            "When does it harm a bakery that a sourdough loaf stays flat in a hot oven?",
            False,
        ),
    ],
)
def test_anywhere_in_a_topic_that_kept_questions(
    before: str, after: str, is_reworded: bool, tmp_path: Path
) -> None:
    found = counts((*KEPT, before), (after, *KEPT), tmp_path)
    assert found == ((1, 0, 0) if is_reworded else (0, 1, 1))


@pytest.mark.parametrize(
    ("before", "after", "is_reworded"),
    [
        (  # .051
            "What tells a baker that a loaf cools down on a rack?",
            "Why does it help when the crust of a loaf cools down on a rack?",
            True,
        ),
        (  # .048
            "Explain why a loaf cools down on a rack.",
            "Why does it help when the yeast in a dough cools down on a rack?",
            False,
        ),
        (  # .074, and they ask for two things
            "Explain why a sourdough loaf browns before it is done.",
            "How do you prevent that a sourdough loaf browns before it is done?",
            False,
        ),
    ],
)
def test_between_the_same_neighbours(
    before: str, after: str, is_reworded: bool, tmp_path: Path
) -> None:
    first, last = KEPT
    found = counts((first, before, last), (first, after, last), tmp_path)
    assert found == ((1, 0, 0) if is_reworded else (0, 1, 1))
