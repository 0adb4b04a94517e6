"""Which fields topics should have."""

import pytest

from curriculum_tools.facts.expected import nearly_all
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from tests.linting import guide

TEXT = """
# Gardening

## 1. Soil

### 1.1 Compost
- **Description**: What rots, and how fast.

### 1.2 Mulch
- **Questions**:
  - When does mulch do harm?
"""


@pytest.mark.parametrize(
    ("having", "count", "is_nearly_all"),
    [
        (0, 0, False),
        (1, 1, False),
        (1, 2, False),
        (2, 2, True),
        (1, 3, False),
        (2, 3, True),
        (17, 20, False),
        (18, 20, True),
    ],
)
def test_all_but_one_or_nine_in_ten_are_nearly_all(
    having: int, count: int, is_nearly_all: bool
) -> None:
    assert nearly_all(having, count) is is_nearly_all


def lacking(config: Config) -> dict[str, list[str]]:
    lacks = Facts(guide(TEXT), config).lacks
    return {kind: [topic.title for topic in lack.topics] for kind, lack in lacks.items()}


def test_nothing_is_inferred_from_one_topic_of_two() -> None:
    assert lacking(Config()) == {}


def test_what_the_config_requires_is_expected_of_every_topic() -> None:
    required = frozenset({"description", "notes"})
    assert lacking(Config(required_fields=required)) == {
        "description": ["Mulch"],
        "notes": ["Compost", "Mulch"],
    }


def test_nothing_is_expected_where_the_config_requires_nothing() -> None:
    assert lacking(Config(required_fields=frozenset())) == {}


def test_topics_that_lack_the_same_have_one_cause() -> None:
    lack = Facts(guide(TEXT), Config(required_fields=frozenset({"notes"}))).lacks
    notes = lack["notes"]
    assert notes.cause("path") == "2 of 2 topics have no path"
    assert notes.reason == "the config requires it"
