"""Decisions files: what they may hold, what is said of a mistake, and that the schema agrees."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from curriculum_tools.model.content import NotesStatus
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.rulings import (
    AbsentFromNewest,
    ChapterName,
    DescriptionRuling,
    GuideName,
    HomeRuling,
    NotesRuling,
    OrderRuling,
    PairRuling,
    PresenceRuling,
    QuestionName,
    QuestionRuling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.store.decisions import parse_decisions
from curriculum_tools.store.ruling_forms import FORMS
from tests.schemas import FOLDER, load

SCHEMA = load("decisions")
VALIDATOR = Draft202012Validator(SCHEMA)

EVERY_KIND = """\
title:
  - {topic: Async, title: Asynchronous Sessions}
  - {chapter: Speed, title: Performance}
  - {guide: true, title: Databases}
after:
  - {topic: Async Sessions, after: {title: Sessions, chapter: ORM}, reason: builds on it}
before:
  - {chapter: Security, before: Deployment}
chapter:
  - {topic: Bulk Inserts, chapter: Performance}
description:
  - topic: Indexes
    text: >
      Sorted copies
      of a few columns.
different-chapters:
  - chapters: [Reading, Writing]
different-questions:
  - questions: ["What is a lock?", "What is a latch?"]
different-topics:
  - topics: [Locks, {title: Locks, chapter: Threads}]
drop:
  - {topic: XML-RPC, reason: nobody asks}
  - {chapter: Appendix, reason: moved}
  - {question: "What is SOAP?", topic: Calls, reason: old}
  - {absent-from-newest: true, chapter: Appendix, reason: old}
keep:
  - {absent-from-newest: true}
notes:
  - {topic: Caching, path: docs/caching.md, status: planned}
"""

LOCKS = TopicName("Locks")
RULINGS = (
    TitleRuling(TopicName("Async"), "Asynchronous Sessions"),
    TitleRuling(ChapterName("Speed"), "Performance"),
    TitleRuling(GuideName(), "Databases"),
    OrderRuling(
        TopicName("Async Sessions"),
        TopicName("Sessions", "ORM"),
        is_before=False,
        reason="builds on it",
    ),
    OrderRuling(ChapterName("Security"), ChapterName("Deployment"), is_before=True),
    HomeRuling(TopicName("Bulk Inserts"), ChapterName("Performance")),
    DescriptionRuling(TopicName("Indexes"), "Sorted copies of a few columns."),
    PairRuling(ChapterName("Reading"), ChapterName("Writing"), same=False),
    QuestionRuling(
        "What is a lock?", "What is a latch?", ("what is a latch", "what is a lock"), same=False
    ),
    PairRuling(LOCKS, TopicName("Locks", "Threads"), same=False),
    PresenceRuling(TopicName("XML-RPC"), is_kept=False, reason="nobody asks"),
    PresenceRuling(ChapterName("Appendix"), is_kept=False, reason="moved"),
    PresenceRuling(QuestionName("What is SOAP?", TopicName("Calls")), is_kept=False, reason="old"),
    PresenceRuling(AbsentFromNewest("Appendix"), is_kept=False, reason="old"),
    PresenceRuling(AbsentFromNewest(), is_kept=True),
    NotesRuling(TopicName("Caching"), "docs/caching.md", NotesStatus.PLANNED),
)


def test_every_kind_of_ruling_is_read() -> None:
    found = tuple(parse_decisions(EVERY_KIND, "decisions.yaml"))
    assert found == RULINGS
    assert VALIDATOR.is_valid(yaml.safe_load(EVERY_KIND))
    assert {(ruling.path, ruling.line) for ruling in found[:4]} == {
        ("decisions.yaml", line) for line in (2, 3, 4, 6)
    }


def test_what_is_ruled_can_be_said_in_a_line() -> None:
    assert [str(ruling) for ruling in RULINGS] == [
        'the title of "Async"',
        'the title of chapter "Speed"',
        "the title of the guide",
        '"Async Sessions" after "Sessions" of "ORM"',
        'chapter "Security" before chapter "Deployment"',
        '"Bulk Inserts" in chapter "Performance"',
        'the description of "Indexes"',
        'chapter "Reading" and chapter "Writing": different',
        '"What is a lock?" and "What is a latch?": different',
        '"Locks" and "Locks" of "Threads": different',
        'drop "XML-RPC"',
        'drop chapter "Appendix"',
        'drop "What is SOAP?" in "Calls"',
        'drop the topics of chapter "Appendix" that the newest version does not have',
        "keep the topics that the newest version does not have",
        'the notes of "Caching"',
    ]


def test_the_examples_of_the_page_are_accepted() -> None:
    page = (FOLDER.parent / "docs" / "decisions.md").read_text("utf-8")
    examples = re.findall("```yaml\n(.*?)```", page, re.DOTALL)
    rows = re.findall(r"^\| `([a-z-]+)`.*\| `(\{.*?\})`", page, re.MULTILINE)
    for text in (*examples, *(f"{key}:\n- {ruling}\n" for key, ruling in rows)):
        assert list(parse_decisions(text, "decisions.md"))
    assert len(rows) == len(FORMS) - 4  # three rows name two keys each, and one is that of orders


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("dorp: []", "d.yaml:1: unknown key `dorp`\n  did you mean `drop`?"),
        ("drop:\n- {topic: a, reasn: b}", "d.yaml:2: unknown key `reasn`\n  did you mean"),
        ("drop:\n- {topic: a}", "d.yaml:2: this ruling needs `reason`, too"),
        ("drop:\n- {reason: a}", "d.yaml:2: a ruling here needs `absent-from-newest`, `question`,"),
        ("drop:\n- {topic: a,\n   chapter: b, reason: c}", "d.yaml:3: `chapter` does not go with"),
        ("drop:\n- {absent-from-newest: no, reason: a}", "`absent-from-newest` can only be true"),
        ("drop: []\nkeep: []\ndrop: []", "d.yaml:3: `drop` stands on line 1 already"),
        ("keep:\n- {topic: 404}", 'd.yaml:2: `topic` must be a text\n  write it in quotes: "404"'),
        ("keep:\n- {topic: ' '}", "d.yaml:2: `topic` is empty"),
        ("keep:\n- {topic: {title: a}}", "d.yaml:2: a topic is a title, or has both"),
        ("keep: {topic: a}", "d.yaml:1: `keep` must be a list"),
        ("- keep", "d.yaml:1: a decisions file must be a mapping"),
        ("keep:\n- a", "d.yaml:2: an item of `keep` must be a mapping"),
        ("same-topics:\n- topics: [a, b, c]", "d.yaml:2: a ruling names two topics"),
        ("notes:\n- {topic: a, path: b, status: plan}", "one of written, planned, covered, not"),
        ("keep:\n- {topic: a: b}", "d.yaml:2: no valid YAML"),
        ("keep:\n- {question: what?}", "a text that holds one of"),
        ("keep: " + "[" * 5000, "d.yaml: no valid YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        list(parse_decisions(text, "d.yaml"))
    assert message in str(caught.value)


WORDS = st.sampled_from(["a", "b c", "written", "planned"])
ODD: st.SearchStrategy[Any] = st.sampled_from(["", " ", 1, 1.5, True, False, None, [], {}])
NAMES = WORDS | st.fixed_dictionaries({"title": WORDS}, optional={"chapter": WORDS, "a": WORDS})
PAIRS = st.lists(NAMES | ODD, min_size=1, max_size=3)
VALUES = st.one_of(WORDS, st.just(True), NAMES, PAIRS, ODD)


@st.composite
def almost_a_ruling(draw: st.DrawFn, key: str) -> dict[str, Any]:
    """Draw a ruling of some form, now and then with a key more or less than it has."""
    form = draw(st.sampled_from(FORMS[key]))
    keys = {*form.required, *draw(st.sets(st.sampled_from(["reason", *form.optional])))}
    if draw(st.integers(0, 3)) == 0:
        keys ^= {draw(st.sampled_from(["topic", "chapter", "reason", "title", "other", key]))}
    odd = draw(st.sampled_from([*keys, None, None]))
    return {key: draw(VALUES if key == odd else fitting(key)) for key in sorted(keys)}


def fitting(key: str) -> st.SearchStrategy[Any]:
    if key in ("guide", "absent-from-newest"):
        return st.just(True)
    if key in ("topics", "chapters", "questions"):
        return st.lists(WORDS if key != "topics" else NAMES, min_size=2, max_size=2)
    if key == "status":
        return st.sampled_from([*NotesStatus]).map(str)
    return NAMES if key == "topic" else WORDS


@given(st.data(), st.sampled_from(sorted(FORMS)))
def test_the_reader_and_the_schema_agree(data: st.DataObject, key: str) -> None:
    rulings = data.draw(st.lists(almost_a_ruling(key), max_size=2) | ODD)
    read = yaml.safe_dump({key: rulings})
    assert accepts(read) == VALIDATOR.is_valid({key: rulings})


def test_the_schema_names_the_keys_that_are_read() -> None:
    assert list(SCHEMA["properties"]) == sorted(FORMS)
    Draft202012Validator.check_schema(SCHEMA)


def accepts(text: str) -> bool:
    try:
        list(parse_decisions(text, "decisions.yaml"))
    except ConfigError:
        return False
    return True
