"""The limits of question-count-out-of-range, as the config gives them."""

import pytest

from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.rules.questions import question_count_out_of_range
from tests.linting import guide


def counts_found(low: int | None, high: int | None) -> list[int]:
    text = "# Gardening\n\n## 1. Soil\n"
    for count in range(12):
        text += f"\n### 1.{count + 1} Heap\n- **Questions**:\n" + "  - Why?\n" * count
    facts = Facts(guide(text), Config(question_count=(low, high)))
    found = {defect.span for defect in question_count_out_of_range.check(facts)}
    topics = facts.guide.topics
    return [len(topic.questions) for topic in topics if topic.heading.title.span in found]


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (None, None, [1, 2, 9, 10, 11]),
        (2, 10, [1, 11]),
        (None, 2, [3, 4, 5, 6, 7, 8, 9, 10, 11]),
        (10, None, [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]),
        (0, 100, []),
    ],
)
def test_limits(low: int | None, high: int | None, found: list[int]) -> None:
    assert counts_found(low, high) == found
