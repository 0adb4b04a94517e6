"""The table of contents, and what its entries lead to."""

import json

import pytest

from curriculum_tools.facts.facts import Facts
from curriculum_tools.output.parse.json import render
from tests.linting import config, guide
from tests.schemas import validate

DIALECT = """[dialect]
chapter = "## {text}"
question = "{n}. ### {text}"
answer = "rest"
"""
BELOW = """
## Soil

1. ### What is *loam*?

   Clay, silt and sand.

2. ### What is mulch?

   A cover of straw.

## <a name="rain"></a>Weather

3. ### When is frost over?

   In the middle of May.
"""


def facts(contents: str, toml: str = DIALECT) -> Facts:
    settings = config(toml)
    return Facts(guide(f"# Gardening\n\n{contents}\n{BELOW}", settings=settings), settings)


def entries(contents: str, toml: str = DIALECT) -> list[tuple[str | None, str, str]]:
    found = facts(contents, toml).contents.entries
    return [
        (entry.number.text if entry.number else None, entry.text, entry.target) for entry in found
    ]


SOIL, LOAM = (None, "Soil", "soil"), ("1", "What is loam?", "what-is-loam")


@pytest.mark.parametrize(
    "written",
    [
        "- [Soil](#soil)\n  1. [What is *loam*?](#what-is-loam)",
        "- [Soil](#soil)\n  - [1. What is loam?](#user-content-what-is-loam)",
        "* 🌱 **[Soil](<#soil>)**\n* **Q1.** [What is `loam`?](#what-is-loam)",
        "- [Soil](#soil)\n- Question 1: [What is loam?](#what-is-loam), see [frost](#frost)",
        "| Nr | Title |\n| - | - |\n|  | [Soil](#soil) |\n| 1. | [What is loam?](#what-is-loam) |",
        "| Title |\n| -- |\n| <a href='#soil'>Soil</a> |\n| 1 [What is loam?](#what-is-loam) |",
        "| Nr | Level | Title |\n| - | - | - |\n| | | [Soil](#soil) |\n"
        "| 1 | easy | [What is loam?](#what-is-loam) |",
        "<details>\n\n- [Soil](#soil)\n- 1 - [What is loam?](#what-is-loam)\n\n</details>",
        "## Table of Contents\n\n- [Soil](#soil)\n- 1) [What is loam?](#what-is-loam)",
    ],
)
def test_entries(written: str) -> None:
    assert entries(written) == [SOIL, LOAM]


@pytest.mark.parametrize(
    "written",
    [
        "- [Soil](#soil)",
        "- Of [soil](#soil) we know much.\n- And of [the weather](#rain) little.",
        "Go on to [Soil](#soil) or [Weather](#rain).",
        "- [Soil](soil.md#soil)\n- [Weather](https://example.org/#rain)",
        "```text\n- [Soil](#soil)\n- [Weather](#rain)\n```",
        "- What is needed\n- a spade\n- a rake\n- [Soil](#soil)\n- seeds\n",
    ],
)
def test_no_entries(written: str) -> None:
    assert entries(written) == []


def test_contents_can_be_turned_off() -> None:
    written = "- [Soil](#soil)\n- [Weather](#rain)"
    assert len(entries(written)) == 2
    assert entries(written, f'{DIALECT}contents = "none"\n') == []


def test_numbers_of_a_list_that_counts_by_itself_are_none() -> None:
    assert entries("1. [Soil](#soil)\n1. [Weather](#rain)")[1] == (None, "Weather", "rain")


def test_an_answer_holds_no_contents() -> None:
    written = "- [Soil](#soil)\n- [Weather](#rain)"
    text = f"# G\n\n{BELOW}\n4. ### Where next?\n\n   - [Soil](#soil)\n   - [Weather](#rain)\n"
    settings = config(DIALECT)
    assert Facts(guide(text, settings=settings), settings).contents.entries == ()
    assert entries(written)


def test_places_have_the_anchors_of_headings_and_those_written_out() -> None:
    places = facts("").places
    assert [(place.what, place.title.text) for place in places.all] == [
        ("chapter", "Soil"),
        ("question", "What is *loam*?"),
        ("question", "What is mulch?"),
        ("chapter", "Weather"),
        ("question", "When is frost over?"),
    ]
    assert places.by_anchor["rain"] is places.by_anchor["weather"] is places.all[3]
    assert places.by_anchor["what-is-loam"] is places.all[1]


def test_parse_prints_the_contents() -> None:
    written = "- [Soil](#soil)\n- 1 [What is loam?](#what-is-loam)"
    value = json.loads("".join(render(facts(written).guide)))
    validate("guide", json.dumps(value))
    assert value["contents"] == [
        {
            "text": "Soil",
            "number": None,
            "target": "soil",
            "start": {"line": 3, "column": 3},
            "end": {"line": 3, "column": 16},
        },
        {
            "text": "What is loam?",
            "number": "1",
            "target": "what-is-loam",
            "start": {"line": 4, "column": 5},
            "end": {"line": 4, "column": 35},
        },
    ]
