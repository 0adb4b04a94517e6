"""The title of a guide, in whatever reads it."""

from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.guide import Guide
from tests.linting import guide

CHAPTERS = "## 1. Storage\n\n### 1.1 Tables\n- **Description**: Rows and columns.\n"
FRONT = "---\ntitle: In front\n---\n\n"


def head(parsed: Guide) -> str:
    return parsed.source.slice(Facts(parsed, Config()).head)


def test_a_heading_before_the_chapters_is_the_title() -> None:
    parsed = guide(f"{FRONT}# Databases\n\n{CHAPTERS}")
    assert parsed.title == head(parsed) == "Databases"


def test_a_heading_below_a_chapter_is_not() -> None:
    parsed = guide(f"{FRONT}{CHAPTERS}\n# Further reading\n\nTwo books.\n")
    assert parsed.title == "In front"
    assert head(parsed) == "---"
    assert not parsed.root.is_headed


def test_a_section_of_prose_is_no_chapter() -> None:
    parsed = guide(f"## How to read this\n\nFrom the top.\n\n# Databases\n\n{CHAPTERS}")
    assert parsed.title == "Databases"


def test_without_any_there_is_none() -> None:
    assert guide(f"{CHAPTERS}\n# Further reading\n").title is None
