"""The bold labels of fields."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.labels import COLONS, bold_label
from tests.linting import config, guide


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


LABELS = st.text(st.characters(exclude_characters="*_\\\n\r", codec="utf-8"), max_size=9)
VALUES = st.text(st.characters(exclude_characters="\n\r", codec="utf-8"), max_size=9)


@given(
    LABELS,
    VALUES,
    st.sampled_from(COLONS[1:]),
    st.sampled_from(
        ["**{label}{colon}**{value}", "**{label}**{colon}{value}", "__{label}__ {colon}{value}"]
    ),
)
def test_every_colon_is_read_as_the_one_of_ascii(
    label: str, value: str, colon: str, form: str
) -> None:
    usual = bold_label(form.format(label=label, colon=":", value=value))
    assert bold_label(form.format(label=label, colon=colon, value=value)) == usual


def test_every_form_of_a_colon_is_known() -> None:
    forms = {chr(n) for n in range(0x110000) if unicodedata.normalize("NFKC", chr(n)) == ":"}
    assert forms < set(COLONS)


def test_a_guide_with_full_width_colons_says_the_same() -> None:
    text = (
        "# 数据库\n\n## 1. 存储\n\n### 1.1 表\n- **描述**: 行和列。\n- **问题**:\n"
        "  - 表由什么组成？\n\n### 1.2 锁\n- **描述:**谁可以写。\n- **问题:**\n  - 行锁保护什么？\n"
    )
    settings = config('[fields.labels]\ndescription = ["描述"]\nquestions = ["问题"]\n')
    usual = guide(text, settings=settings)
    assert [topic.description and topic.description.text for topic in usual.topics] == [
        "行和列。",
        "谁可以写。",
    ]
    assert len(usual.questions) == 2
    for colon in COLONS[1:]:
        assert guide(text.replace(":", colon), settings=settings).root == usual.root


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
