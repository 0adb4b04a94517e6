"""What a guide answers about itself."""

from curriculum_tools.model.content import NotesStatus
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse

TEXT = """\
---
title: Kites, as the front matter has it
---
# Kites

## 1. Flight

### 1.1 Wind
- **Description**:
- **Description**: Where it comes from.
- **Prerequisites**: none
- **Path to detailed notes**: `wind.md`
- *(Covered in `air.md`)*
- **Questions**:
  - What is wind?
- **Questions**: What is a gust?

### 1.2 Rain
"""


def guide(text: str = TEXT) -> Guide:
    return parse(Source("guides/kites.md", text))


def test_a_topic_gathers_its_fields() -> None:
    wind, rain = guide().topics
    assert (wind.number, wind.title) == ("1.1", "Wind")
    assert wind.description
    assert wind.description.text == "Where it comes from."
    assert [(notes.path, notes.status) for notes in wind.notes] == [
        ("wind.md", NotesStatus.WRITTEN),
        ("air.md", NotesStatus.COVERED),
    ]
    assert [question.text for question in wind.questions] == ["What is wind?", "What is a gust?"]
    assert wind.prerequisites == ()
    assert [wind.is_empty(field) for field in wind.fields_of("description")] == [True, False]
    assert rain.description is None
    assert rain.questions == ()


def test_a_guide_gathers_its_topics() -> None:
    kites = guide()
    assert kites.path == "guides/kites.md"
    assert [chapter.number for chapter in kites.chapters] == ["1"]
    assert [(topic.number, question.text) for topic, question in kites.questions] == [
        ("1.1", "What is wind?"),
        ("1.1", "What is a gust?"),
    ]


def test_the_title_is_the_first_heading_else_that_of_the_front_matter() -> None:
    assert guide().title == "Kites"
    assert guide(TEXT.replace("# Kites\n", "")).title == "Kites, as the front matter has it"
    assert guide("## 1. Flight\n").title is None


def test_bytes_that_are_no_utf_8_are_a_fault() -> None:
    [fault] = guide("# A\n\nb\udcff\udcfec\udc80\n").faults
    assert fault.message == "3 bytes are no UTF-8"
    assert fault.span == (6, 8)
