"""The bold labels of fields."""

import pytest

from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.labels import bold_label


@pytest.mark.parametrize(
    ("line", "label", "value", "has_colon"),
    [
        ("**Questions**: Why?", "Questions", " Why?", True),
        ("**Questions:** Why?", "Questions", " Why?", True),
        ("**Questions** Why?", "Questions", " Why?", False),
        ("**Questions** : Why?", "Questions", " Why?", True),
        ("**Questions**", "Questions", "", False),
        ("__Questions__:", "Questions", "", True),
        ("** Path  to notes : **", "Path  to notes", "", True),
    ],
)
def test_a_bold_label_is_read(line: str, label: str, value: str, has_colon: bool) -> None:
    found = bold_label(line)
    assert found
    assert found.text == label == line[found.start : found.end]
    assert line[found.value_start :] == value
    assert found.has_colon == has_colon


@pytest.mark.parametrize(
    "line",
    [
        "",
        "**",
        "****",
        "**:**",
        "** **",
        "**a",
        "a **b**:",
        "**a__",
        "*a*:",
        "***a***:",
        "**a: b**",
    ],
)
def test_other_text_is_no_label(line: str) -> None:
    assert bold_label(line) is None


def test_labels_are_known_in_any_case_and_with_any_blanks() -> None:
    dialect = HOME.with_labels({"notes": ("Further Reading",)})
    for label, name in {
        "QUESTIONS": "questions",
        "path  to Detailed notes": "notes",
        "further reading": "notes",
    }.items():
        spec = dialect.field_labelled(label)
        assert spec
        assert spec.name == name
    assert dialect.field_labelled("Hint") is None
