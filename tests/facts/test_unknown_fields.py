"""What a label that is no field is meant to be."""

import pytest

from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from tests.linting import guide


def read(label: str, config: Config | None = None) -> tuple[str | None, bool]:
    text = f"# Gardening\n\n## 1. Soil\n\n### 1.1 Compost\n- **{label}**: rots\n"
    (unknown,) = Facts(guide(text, settings=config), config or Config()).unknown_fields
    return unknown.name, unknown.is_sure


@pytest.mark.parametrize(
    ("label", "name", "is_sure"),
    [
        ("Descriptoin", "Description", True),
        ("DESCRIPTIONS", "Description", True),
        ("Qeustions", "Questions", True),
        ("Question", "Questions", True),
        ("Pre-requisites", "Prerequisites", True),
        ("Overview questions", "Questions", False),
        ("Notes", "Path to detailed notes", False),
        ("Notes path", "Path to detailed notes", False),
        ("Discussion questions", "Questions", False),
        ("Suggestions", None, False),
        ("Difficulty", None, False),
        ("Path", None, False),
        ("Description " * 20, None, False),
    ],
)
def test_a_label_is_meant_to_be_the_field_it_is_like(
    label: str, name: str | None, is_sure: bool
) -> None:
    assert read(label) == (name, is_sure)


def test_labels_of_the_config_are_known_too() -> None:
    config = Config(labels={"notes": ("Reading",)})
    assert read("Readng", config) == ("Reading", True)
