"""Questions whose bullets stand further left or right than those of their field."""

import pytest

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse

HEAD = "# Guide\n\n## 1. Chapter\n\n### 1.1 Topic\n- **Questions**:\n"


def asked(questions: str) -> list[str]:
    guide = parse(Source("guide.md", HEAD + questions))
    return [question.text for _, question in guide.questions]


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        ("  - Why?\n- How?\n\nText.\n", ["Why?", "How?"]),
        ("  - Why?\n- How?\n- When?\n", ["Why?", "How?", "When?"]),
        ("  - Why?\n\n- How?\n- When?\n", ["Why?"]),
        ("  - Why?\n- Read on.\n", ["Why?"]),
        ("  - **Hint**: Why?\n- How?\n", ["**Hint**: Why?", "How?"]),
        ("  - Why?\n- **Description**: D.\n- How?\n", ["Why?"]),
        ("  - Why?\n    - How?\n  - When?\n", ["Why?", "How?", "When?"]),
        ("        - Why?\n        - How?\n", ["Why?", "How?"]),
    ],
)
def test_which_bullets_are_questions(questions: str, expected: list[str]) -> None:
    assert asked(questions) == expected
