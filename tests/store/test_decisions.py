"""Decisions files: what they may hold, what is said of a mistake, and that the schema agrees."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot
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
from tests.schemas import FOLDER, load

SCHEMA = load("decisions")
VALIDATOR = Draft202012Validator(SCHEMA)
KEYS = list(SCHEMA["properties"])

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
    assert len(rows) == len(KEYS) - 4  # three rows name two keys each, and one is that of orders


def refusal(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        list(parse_decisions(text, "d.yaml"))
    return str(caught.value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("same-topics: [{topics: [A, B]}]", "different-topics: [{topics: [b, a]}]"),
        ("same-chapters: [{chapters: [A, B]}]", "different-chapters: [{chapters: [A, B]}]"),
        (
            'same-questions: [{questions: ["A?", "B?"]}]',
            'different-questions: [{questions: ["B?", A]}]',
        ),
        ("keep: [{topic: A}]", "drop: [{topic: a, reason: R}]"),
        ("before: [{topic: A, before: B}]", "after: [{topic: A, after: B}]"),
        ("title: [{topic: A, title: B}", " {topic: A, title: C}]"),
        ("description: [{topic: A, text: B}", " {topic: A, text: C}]"),
        ("chapter: [{topic: A, chapter: B}", " {topic: A, chapter: C}]"),
        (
            "notes: [{topic: A, path: b.md, status: planned}",
            " {topic: A, path: b.md, status: written}]",
        ),
    ],
)
def test_rulings_that_contradict_each_other_are_named_both(one: str, other: str) -> None:
    text = f"{one}{',' if other.startswith(' ') else ''}\n{other}\n"
    with pytest.raises(ConfigError, match=r"^d\.yaml:2: .*: line 1 rules otherwise: "):
        list(parse_decisions(text, "d.yaml"))


def test_equal_rulings_are_one() -> None:
    text = "same-topics: [{topics: [A, B]}, {topics: [b, a], reason: R}]\nkeep: [{topic: A}]\n"
    assert len(list(parse_decisions(text, "d.yaml"))) == 2


def test_a_mistake_is_named_with_its_line() -> None:
    assert refusal("dorp: []") == snapshot("""\
d.yaml:1: unknown key `dorp`
  did you mean `drop`?\
""")
    assert refusal("drop:\n- {topic: a, reasn: b}") == snapshot("""\
d.yaml:2: unknown key `reasn` in item 1 of `drop`
  did you mean `reason`?\
""")
    assert refusal("drop:\n- {topic: a}") == snapshot("""\
d.yaml:2: item 1 of `drop` needs `reason`
  What is left out of the merged guide, and why.\
""")
    assert refusal("drop:\n- {reason: a}") == snapshot("""\
d.yaml:2: item 1 of `drop` needs `topic`
  A topic, a chapter, a question (in one topic or wherever it stands), or all topics that the newest version does not have (of one chapter or of all).\
""")  # noqa: E501
    assert refusal("title:\n- {titel: a}") == snapshot("""\
d.yaml:2: unknown key `titel` in item 1 of `title`
  did you mean `title`?\
""")
    assert refusal("drop:\n- {topic: a,\n   chapter: b, reason: c}") == snapshot(
        "d.yaml:3: `chapter` does not go with `topic` in item 1 of `drop`"
    )
    assert refusal("drop:\n- {absent-from-newest: no, reason: a}") == snapshot("""\
d.yaml:2: `drop[1].absent-from-newest` must be true, not false
  A topic, a chapter, a question (in one topic or wherever it stands), or all topics that the newest version does not have (of one chapter or of all).\
""")  # noqa: E501
    assert refusal("drop: []\nkeep: []\ndrop: []") == snapshot(
        "d.yaml:3: this file has the key `drop` twice"
    )
    assert refusal("keep:\n- {topic: 404}") == snapshot("""\
d.yaml:2: `keep[1].topic` must be a text, not 404
  write it in quotes: "404"\
""")
    assert refusal("keep:\n- {topic: 2024-05-01}") == snapshot("""\
d.yaml:2: `keep[1].topic` must be a text, not 2024-05-01
  write it in quotes: "2024-05-01"\
""")
    assert refusal("keep:\n- {topic: ' '}") == snapshot("""\
d.yaml:2: `keep[1].topic` is empty
  A topic by any title that it has in any version; marks, quotes and case do not matter. Where titles repeat, its chapter is named, too.\
""")  # noqa: E501
    assert refusal("keep:\n- {topic: {title: a}}") == snapshot("""\
d.yaml:2: `keep[1].topic` needs `chapter`
  A topic by any title that it has in any version; marks, quotes and case do not matter. Where titles repeat, its chapter is named, too.\
""")  # noqa: E501
    assert refusal("keep:\n- {topic: {titel: a, chapter: b}}") == snapshot("""\
d.yaml:2: unknown key `titel` in `keep[1].topic`
  did you mean `title`?\
""")
    assert refusal("keep: {topic: a}") == snapshot("""\
d.yaml:1: `keep` must be a list, not a mapping
  What stays in the merged guide although the newest version does not have it.\
""")
    assert refusal("- keep") == snapshot("d.yaml:1: the decisions must be a mapping, not a list")
    assert refusal("keep:\n- a") == snapshot("""\
d.yaml:2: item 1 of `keep` must be a mapping, not "a"
  A topic, a chapter, a question (in one topic or wherever it stands), or all topics that the newest version does not have (of one chapter or of all).\
""")  # noqa: E501
    assert refusal("same-topics:\n- topics: [a, b, c]") == snapshot("""\
d.yaml:2: `same-topics[1].topics` must have 2 or fewer items
  Pairs of topics that are the same, however different they are.\
""")
    assert refusal("notes:\n- {topic: a, path: b, status: plan}") == snapshot("""\
d.yaml:2: `notes[1].status` must be one of written, planned, covered, not "plan"
  Written and covered notes are there; planned ones are still to be written.\
""")
    assert refusal("keep:\n- {topic: a: b}") == snapshot("""\
d.yaml:2: this file is no valid YAML: expected ',' or '}', but got ':'
  a text that holds one of : # ? , [ ] { } belongs in quotes\
""")
    assert refusal("keep:\n- {question: what?}") == snapshot("""\
d.yaml:2: this file is no valid YAML: expected ',' or '}', but got '?'
  a text that holds one of : # ? , [ ] { } belongs in quotes\
""")
    assert refusal("keep:\n- &a {topic: b}\n- *a") == snapshot(
        "d.yaml:2: this file uses an alias (`*name`); write the value out"
    )
    assert refusal("keep: " + "[" * 5000) == snapshot("d.yaml:1: this file is nested too deep")


WORDS = st.sampled_from(["a", "b c", "written", "planned"])
ODD: st.SearchStrategy[Any] = st.sampled_from(["", " ", 1, 1.5, True, False, None, [], {}])
NAMES = WORDS | st.fixed_dictionaries({"title": WORDS}, optional={"chapter": WORDS, "a": WORDS})
PAIRS = st.lists(NAMES | ODD, min_size=1, max_size=3)
VALUES = st.one_of(WORDS, st.just(True), NAMES, PAIRS, ODD)


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a part of the schema with what it refers to."""
    name = schema.get("$ref", "").removeprefix("#/$defs/")
    return {**SCHEMA["$defs"][name], **schema} if name else schema


def forms(key: str) -> list[tuple[set[str], set[str]]]:
    """Return the keys that each form of ruling must have, and those that it may have."""
    item = resolved(resolved(SCHEMA["properties"][key])["items"])
    return [
        ({*form["required"], *item.get("required", ())}, set(form["properties"]))
        for form in item.get("anyOf", [item])
    ]


@st.composite
def almost_a_ruling(draw: st.DrawFn, key: str) -> dict[str, Any]:
    """Draw a ruling of some form, now and then with a key more or less than it has."""
    required, known = draw(st.sampled_from(forms(key)))
    keys = {*required, *draw(st.sets(st.sampled_from(sorted(known))))}
    if draw(st.integers(0, 3)) == 0:
        keys ^= {draw(st.sampled_from(["topic", "chapter", "reason", "title", "other", key]))}
    odd = draw(st.sampled_from([*sorted(keys), None, None]))
    return {key: draw(VALUES if key == odd else fitting(key)) for key in sorted(keys)}


def fitting(key: str) -> st.SearchStrategy[Any]:
    if key in ("guide", "absent-from-newest"):
        return st.just(True)
    if key in ("topics", "chapters", "questions"):
        return st.lists(WORDS if key != "topics" else NAMES, min_size=2, max_size=2)
    if key == "status":
        return st.sampled_from([*NotesStatus]).map(str)
    return NAMES if key == "topic" else WORDS


@given(st.data(), st.sampled_from(KEYS))
def test_what_the_schema_accepts_is_read_and_nothing_else(data: st.DataObject, key: str) -> None:
    rulings = data.draw(st.lists(almost_a_ruling(key), max_size=1) | ODD)
    read = yaml.safe_dump({key: rulings})
    assert accepts(read) == VALIDATOR.is_valid({key: rulings})


def test_the_schema_is_one_and_sorted() -> None:
    assert sorted(KEYS) == KEYS
    Draft202012Validator.check_schema(SCHEMA)


def accepts(text: str) -> bool:
    try:
        list(parse_decisions(text, "decisions.yaml"))
    except ConfigError:
        return False
    return True


CHAIN = """\
different-questions:
- questions: [A, C]
same-questions:
- questions: [A, B]
- questions: [B, C]
"""
OF_TOPICS = """\
same-topics: [{topics: [A, B]}, {topics: [B, C]}]
different-topics: [{topics: [C, a]}]
"""
WORDED = "same-topics:\n- {topics: [A, B], wording: A}\n- {topics: [B, A], wording: B}"
FROM = "from:\n- {topic: A, field: notes, from: a.md}\n- {topic: A, field: notes, from: b.md}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (OF_TOPICS, {1, 2}),
        (CHAIN, {2, 5}),
        ("title:\n- {topic: A, title: B}\n- {topic: A, from: a.md}", {2, 3}),
        (WORDED, {2, 3}),
        (FROM, {2, 3}),
    ],
)
def test_contradictions_name_both_lines(text: str, lines: set[int]) -> None:
    with pytest.raises(ConfigError) as error:
        list(parse_decisions(text, "d.yaml"))
    assert {int(line) for line in re.findall(r"(?::|line )(\d+)", str(error.value))} == lines


def test_a_pair_may_get_its_wording_later() -> None:
    text = "same-topics:\n- {topics: [A, B]}\n- {topics: [B, A], wording: A}"
    assert len(list(parse_decisions(text, "d.yaml"))) == 2


def test_a_ruling_that_is_confirmed_counts_once() -> None:
    text = "title:\n- {topic: A, title: B}\n- {topic: A, title: B, over: C}"
    assert [ruling.over for ruling in parse_decisions(text, "d.yaml")] == ["C"]
