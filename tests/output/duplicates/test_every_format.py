"""What each format of `curriculum duplicates` promises."""

import json

import pytest
from inline_snapshot import snapshot

from curriculum_tools.facts.duplicates import Duplicates, find_duplicates, judge_given
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.rulings import QuestionRuling
from curriculum_tools.output.duplicates.json import render_judgements
from curriculum_tools.output.formats import DUPLICATES
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from tests.linting import guide
from tests.schemas import validate

GUIDE = """\
# Databases

## 1. Storage

### 1.1 Tables
- **Questions**:
  - What are the benefits of a narrow {table}?
  - How is a {table} read?

### 1.2 Indexes
- **Questions**:
  - What are the advantages of a narrow {table}?
  - how is a {table} read
"""
HOSTILE = ["::error::x", "##[error]x", "a\x1b[2Kb", "a\u202eb"]


def found(table: str = "table", path: str = "a.md") -> Duplicates:
    """Find duplicates in a guide; one ruling matches nothing."""
    ruling = QuestionRuling("gone", "lost", ("gone", "lost"), same=True, path=path, line=3)
    return find_duplicates([guide(GUIDE.format(table=table), path)], Rulings((ruling,)))


def rendered(name: str, of: Duplicates, **style: int) -> str:
    return "".join(DUPLICATES[name].render(of, Style(**style)))  # type: ignore[arg-type]


def test_the_text() -> None:
    assert rendered("text", found()) == snapshot("""\
Asked twice, word for word

  a.md: 1 question of 1.2 stands in 1.1 too (lines 13 = 8)
      how is a table read

The same question in other words; one of the two can go (1)

a.md:7 (1.1) ~ a.md:12 (1.2)  98%
    What are the [benefits] of a narrow table?
    What are the [advantages] of a narrow table?

Of each pair keep one question. Where both are to stay, `curriculum decide` asks
about each pair in turn, or paste into curriculum.decisions.yaml:

different-questions:
- questions:
  - "What are the benefits of a narrow table?"
  - "What are the advantages of a narrow table?"

a.md:3: this ruling names questions that are in no guide any more
""")
    assert list(DUPLICATES["text"].remarks(found())) == snapshot(
        ["1 guide, 4 questions: 1 repeated word for word, 1 same"]
    )


def test_colour_marks_the_words_that_differ_instead_of_brackets() -> None:
    text = rendered("text", found(), color=True)
    assert "\x1b[1;33mbenefits\x1b[0m" in text
    assert "[benefits]" in rendered("text", found())


def test_nothing_found() -> None:
    none = find_duplicates([guide("# Databases\n")], Rulings())
    assert rendered("text", none) == ""
    assert list(DUPLICATES["text"].remarks(none)) == snapshot(
        ["1 guide, 0 questions: no question is asked twice"]
    )
    assert rendered("json", none) == snapshot("""\
{
  "version": 1,
  "pairs": [],
  "clusters": [],
  "stale_rulings": [],
  "uncompared": {"pairs": 0, "words": []},
  "semantic": null
}
""")


def test_json_holds_to_the_schema_and_has_a_pair_on_each_line() -> None:
    text = rendered("json", found())
    value = validate("duplicates", text)
    assert [pair["verdict"] for pair in value["pairs"]] == ["same", "same"]
    lines = text.split("\n")
    start = lines.index('  "pairs": [') + 1
    assert [json.loads(line.rstrip(",")) for line in lines[start : start + 2]] == value["pairs"]
    assert list(DUPLICATES["json"].remarks(found())) == []


def test_judgements_are_json_lines() -> None:
    judged = judge_given([("What is a lock?", "what is a lock"), ("a", "b")], [])
    lines = "".join(render_judgements(judged)).splitlines()
    assert [json.loads(line)["verdict"] for line in lines] == ["same", "different"]


@pytest.mark.parametrize("table", HOSTILE)
@pytest.mark.parametrize("name", DUPLICATES)
def test_nothing_harmful_comes_out(name: str, table: str) -> None:
    text = rendered(name, found(table, f"{table}.md"), verbose=True)
    assert all(sanitize(line) == line for line in text.split("\n"))
