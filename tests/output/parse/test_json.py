"""A guide's structure as JSON."""

from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from curriculum_tools.model.source import Source
from curriculum_tools.output.parse.json import render
from curriculum_tools.output.sanitize import valid_unicode
from curriculum_tools.syntax.parse import parse
from tests.linting import config, guide
from tests.real_guides import each_real_guide, real_guide
from tests.schemas import validate

FACTS = {
    "000.md": (5, 42, 185, 0, 0, 0),
    "001.md": (25, 87, 0, 46, 39, 2),
    "002.md": (9, 46, 138, 0, 0, 0),
    "003.md": (25, 87, 321, 87, 0, 0),
    "004.md": (12, 147, 542, 0, 0, 0),
}
GUIDE = """\
---
title: "A guide"
---
# Storage

A few words.

## 1. Tables

### 1.1 Keys
- **Description**: What tells rows
  apart.
- **Prerequisites**: 1.0
- **Path to detailed notes**: `notes/keys.md` (in part)
- **Questions**:
  - What is a key?
    - Hint: two rows.
- something else
"""


def parsed(source: Source) -> Any:
    return validate("guide", "".join(render(parse(source))))


@cache
def real(name: str) -> Any:
    return parsed(real_guide(name))


def test_the_look() -> None:
    text = "".join(render(parse(Source("guides/a.md", GUIDE))))
    validate("guide", text)
    assert text == snapshot("""\
{
  "version": 1,
  "path": "guides/a.md",
  "title": "Storage",
  "dialect": {"from": "default", "question": []},
  "front_matter": {"title": "A guide"},
  "counts": {
    "chapters": 1,
    "topics": 1,
    "questions": 1,
    "answers": 1,
    "options": 0,
    "notes": {"written": 1, "planned": 0, "covered": 0}
  },
  "contents": [],
  "blocks": [
    {
      "kind": "paragraph",
      "text": "A few words.",
      "start": {"line": 6, "column": 1},
      "end": {"line": 6, "column": 13}
    }
  ],
  "questions": [],
  "chapters": [
    {
      "number": "1",
      "title": "Tables",
      "start": {"line": 8, "column": 1},
      "blocks": [],
      "questions": [],
      "topics": [
        {
          "number": "1.1",
          "title": "Keys",
          "start": {"line": 10, "column": 1},
          "end": {"line": 19, "column": 1},
          "description": "What tells rows apart.",
          "prerequisites": [
            {
              "text": "1.0",
              "start": {"line": 13, "column": 22},
              "end": {"line": 13, "column": 25}
            }
          ],
          "notes": [
            {
              "path": "notes/keys.md",
              "status": "written",
              "remark": "in part",
              "manner": null,
              "start": {"line": 14, "column": 32},
              "end": {"line": 14, "column": 45}
            }
          ],
          "sections": [],
          "questions": [
            {
              "number": null,
              "text": "What is a key?",
              "start": {"line": 16, "column": 5},
              "end": {"line": 16, "column": 19},
              "options": [],
              "answer": {
                "text": "- Hint: two rows.",
                "names": [],
                "unfinished": false,
                "start": {"line": 17, "column": 5},
                "end": {"line": 17, "column": 22}
              },
              "blocks": [
                {
                  "kind": "list",
                  "text": "- Hint: two rows.",
                  "start": {"line": 17, "column": 5},
                  "end": {"line": 17, "column": 22}
                }
              ]
            }
          ],
          "blocks": [
            {
              "kind": "list",
              "text": "- something else",
              "start": {"line": 18, "column": 1},
              "end": {"line": 18, "column": 17}
            }
          ]
        }
      ]
    }
  ]
}
""")


def test_topics_before_any_chapter_stand_in_one_without_number_and_title() -> None:
    value = parsed(Source("a.md", "### 1.1 Keys\n- **Description**: Here.\n"))
    assert [(c["number"], c["title"]) for c in value["chapters"]] == [(None, "")]
    assert value["front_matter"] is value["title"] is None


def test_blocks_of_a_topic_and_of_its_fields_are_sorted_by_place() -> None:
    text = (
        "## 1. A\n\n### 1.1 B\n- **Description**: One.\n\n  Two.\n- three\n- **Questions**:\n"
        "  - Four?\n\n  Five.\n\nSix.\n"
    )
    topic = parsed(Source("a.md", text))["chapters"][0]["topics"][0]
    lines = [block["start"]["line"] for block in topic["blocks"]]
    assert lines == sorted(lines)
    assert len(lines) >= 3


def test_a_guide_of_another_dialect_has_the_same_shape() -> None:
    toml = '[dialect]\ntopic = "## {text}"\nquestion = "- Q{n}: {text}"\nanswer = "rest"\n'
    text = "# A\n\n- Q1: Loose?\n\n## Topic\n\n- Q2: What?\n\n  That.\n"
    value = validate("guide", "".join(render(guide(text, settings=config(toml)))))
    assert value["dialect"] == {
        "from": "config",
        "question": ["- Q{n}: {text}"],
        "chapter": [],
        "topic": ["## {text}"],
    }
    topic = value["chapters"][0]["topics"][0]
    assert (topic["prerequisites"], topic["notes"], value["contents"]) == ([], [], [])
    asked = [*value["questions"], *topic["questions"]]
    assert [(each["number"], each["text"]) for each in asked] == [("1", "Loose?"), ("2", "What?")]
    assert asked[1]["answer"]["text"] == "That."


@each_real_guide
def test_the_real_guides_have_the_known_counts(name: str) -> None:
    value = real(name)
    counts = value["counts"]
    assert (
        counts["chapters"],
        counts["topics"],
        counts["questions"],
        *counts["notes"].values(),
    ) == FACTS[name]
    topics = [topic for chapter in value["chapters"] for topic in chapter["topics"]]
    assert len(topics) == counts["topics"]
    assert sum(len(topic["questions"]) for topic in topics) == counts["questions"]


@each_real_guide
def test_questions_and_paths_stand_where_it_says(name: str) -> None:
    source = real_guide(name)
    for chapter in real(name)["chapters"]:
        for topic in chapter["topics"]:
            for question in topic["questions"]:
                assert between(source, question) == question["text"]
            for notes in topic["notes"]:
                assert between(source, notes) == notes["path"]


def between(source: Source, node: Any) -> str:
    start, end = node["start"], node["end"]
    assert start["line"] == end["line"]
    return source.line(start["line"])[start["column"] - 1 : end["column"] - 1]


PIECES = st.sampled_from(
    ["# ", "## 1. ", "### 1.1 ", "- ", "  - ", "**Questions**:", "**Description**: ", "\n", "\r",
     "x", "?", "`a.md`", "\x1b", "\u202e", "\udc80", "---\n", "a: b\n", "```\n", "> "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_holds_to_the_schema(text: str) -> None:
    chunks = "".join(render(parse(Source("a.md", text))))
    validate("guide", chunks)
    assert valid_unicode(chunks) == chunks
    assert "\x1b" not in chunks


def test_it_comes_in_chunks() -> None:
    text = "# T\n\n## 1. C\n" + "".join(f"### 1.{n} Topic\n" for n in range(1, 2_000))
    chunks = list(render(parse(Source("a.md", text))))
    assert len(chunks) > 3
    assert max(map(len, chunks)) < 100_000


def test_what_stands_for_notes_and_is_no_path_is_there() -> None:
    topics = "".join(
        f"### 1.{number} Dough\n- **Path to detailed notes**: {value}\n\n"
        for number, value in enumerate(['"notes/a.md"', "TBD (who knows?)", "[[ovens]]"], 1)
    )
    guide = parsed(Source("a.md", f"# Baking\n\n## 1. Bread\n\n{topics}"))
    quoted, *others = guide["chapters"][0]["topics"]
    assert [notes["path"] for notes in quoted["notes"]] == ["notes/a.md"]
    assert [topic["notes"] for topic in others] == [[], []]
    assert [block["text"] for topic in others for block in topic["blocks"]] == [
        "TBD (who knows?)",
        "[[ovens]]",
    ]
    assert guide["counts"]["notes"] == {"written": 1, "planned": 0, "covered": 0}
