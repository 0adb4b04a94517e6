"""References by number follow what they name."""

import pytest

from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import merged


@pytest.fixture
def tools() -> str:
    """The guide with a chapter in front of the others, so that each gets another number."""
    text = BAKING
    for old, new in (
        ("### 2.1", "### 3.1"),
        ("### 1.2", "### 2.2"),
        ("### 1.1", "### 2.1"),
        ("## 2. Cakes", "## 3. Cakes"),
        ("## 1. Bread", "## 1. Tools\n\n### 1.1 Knives\n- **Description**: Sharp.\n\n## 2. Bread"),
    ):
        text = changed((old, new), text=text)
    return text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("See topic 1.2.", "See topic 2.2."),
        ("See chapter 1.", "See chapter 2."),
        ("Take 1.2 litres.", "Take 1.2 litres."),
        ("See topic 1.9.", "See topic 1.9."),
        ("Python 1.2.", "Python 1.2."),
    ],
)
def test_in_descriptions_and_questions(tools: str, old: str, new: str) -> None:
    said = changed(("Eggs, sugar and air.", old), ("Why is a dough covered?", f"Why? {old}"))
    text = merged(tools, said, in_order=True).text
    assert f"**Description**: {new}\n" in text
    assert f"  - Why? {new}\n" in text


def test_in_prose_but_not_in_code(tools: str) -> None:
    said = changed(
        ("# Baking\n", "# Baking\n\nStart with topic 1.2.\n"),
        ("## 2. Cakes\n", "## 2. Cakes\n\nAfter chapter 1.\n\n```\nsee topic 1.2\n```\n"),
    )
    text = merged(said, tools).text
    assert "Start with topic 2.2." in text
    assert "After chapter 2." in text
    assert "see topic 1.2" in text


def test_prerequisites_may_be_bare_numbers(tools: str) -> None:
    said = changed(("Eggs, sugar and air.", "Eggs.\n- **Prerequisites**: 1.2, Kneading, 9.9"))
    assert "- **Prerequisites**: 2.2, Kneading, 9.9\n" in merged(said, tools).text


def test_a_number_that_a_version_prints_twice_names_nothing(tools: str) -> None:
    said = changed(("### 1.2", "### 1.1"), ("Eggs, sugar and air.", "See topic 1.1."))
    assert "See topic 1.1." in merged(tools, said, in_order=True).text


def test_versions_that_mean_different_things_by_the_same_words(tools: str) -> None:
    """Each reading is that of the version whose text it is; both are accounted for."""
    said = ("Eggs, sugar and air.", "See topic 2.1.")
    found = merged(changed(said), changed(said, text=tools))
    assert not found.accounting.missing
    assert found.text.count("See topic") == 1


def test_references_lead_to_the_same_topic_after_every_merge(tools: str) -> None:
    said = changed(("Eggs, sugar and air.", "See topic 1.2."))
    once = merged(said, tools).text
    assert merged(once).text == once
    assert merged(once, said, tools).text == once
