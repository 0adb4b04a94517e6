"""Headings of a wrong level are topics where their numbers fit between those around them."""

import pytest

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse

FIELD = "- **Description**: D.\n\n"


def topics(*headings: str) -> list[str]:
    text = "".join(f"{each}\n{FIELD}" for each in headings)
    guide = parse(Source("guide.md", f"# Guide\n\n## 1. Bread\n\n### 1.1 Doughs\n{FIELD}{text}"))
    return [f"{topic.number} {topic.title}" for topic in guide.topics[1:]]


@pytest.mark.parametrize("heading", ["2.1- Sponges", "Topic 2.1: Sponges"])
def test_the_first_of_a_chapter_without_a_number_fits(heading: str) -> None:
    assert topics("## Cakes", f"#### {heading}") == ["2.1 Sponges"]


@pytest.mark.parametrize("heading", ["3.1- Sponges", "Topic 3.1: Sponges", "2.2- Sponges"])
def test_another_does_not(heading: str) -> None:
    assert topics("## Cakes", f"#### {heading}") == []


def test_the_next_of_a_chapter_fits() -> None:
    assert topics("#### 1.2- Crumbs") == ["1.2 Crumbs"]
    assert topics("#### 1.3- Crumbs") == []
    assert topics("#### 1.3- Crumbs", "### 1.4 Crusts") == ["1.3 Crumbs", "1.4 Crusts"]
