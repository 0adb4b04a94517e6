"""Rulings put into the text of a decisions file, and taken out: all else stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.editing.decisions_text import with_entries, without_entries
from curriculum_tools.likeness.question_rulings import question_ruling
from curriculum_tools.model.rulings import ChapterName, PresenceRuling, Ruling, TopicName
from curriculum_tools.output.decisions_yaml import decision_entry, decisions_yaml
from curriculum_tools.store.decisions import parse_decisions
from curriculum_tools.syntax.yaml_text import YamlError
from tests.examples import examples

KEEP = PresenceRuling(what=TopicName('Knots: "bends"'), is_kept=True)
DROP = PresenceRuling(what=ChapterName("Whipping"), is_kept=False, reason="moved")
PAIR = question_ruling("What is a bight?", "Define a bight.", same=True, wording="What's a bight?")

FILE = """\
# What we decided in May.

keep:  # whatever the newest says
  - {topic: Splices, reason: 'still asked'}  # by two of us
  # the next one is for the sailors
  - topic: Hitches
    reason: >
      They use
      nothing else.

# pairs
same-questions:
- questions: ["Why whip an end?", "What is whipping for?"]
# the end
"""


def put(text: str, *rulings: Ruling) -> str:
    return with_entries(text, [decision_entry(ruling) for ruling in rulings])


def read(text: str) -> list[Ruling]:
    return list(parse_decisions(text, "d.yaml"))


def test_entries_stand_behind_those_of_their_keys() -> None:
    changed = put(FILE, KEEP, PAIR)
    added = [line for line in changed.splitlines() if line not in FILE.splitlines()]
    assert added == [
        r'  - {topic: "Knots: \"bends\""}',
        "- questions:",
        '  - "What is a bight?"',
        '  - "Define a bight."',
        '''  wording: "What's a bight?"''',
    ]
    assert [line for line in changed.splitlines() if line not in added] == FILE.splitlines()
    assert set(read(changed)) == {*read(FILE), KEEP, PAIR}


def test_a_new_key_stands_in_order_and_comments_stay_where_they_are() -> None:
    changed = put(FILE, DROP)
    assert changed.startswith("# What we decided in May.\n\ndrop:\n- {chapter: ")
    later = put(FILE, question_ruling("A?", "B?", same=False))
    assert "\n\ndifferent-questions:\n" in later
    assert put("keep: [{topic: A}]\nafter: []\n", DROP).endswith("drop:\n" + flow(DROP))


def flow(ruling: Ruling) -> str:
    return f"{decision_entry(ruling).lines[0]}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"keep:\n{flow(KEEP)}"),
        ("# none yet", f"# none yet\nkeep:\n{flow(KEEP)}"),
        ("keep: []\n", "keep: [" + decision_entry(KEEP).flow + "]\n"),
        ("keep: [{topic: A}] # a\n", "keep: [{topic: A}, " + decision_entry(KEEP).flow + "] # a\n"),
        ("keep:\n- {topic: A}", "keep:\n- {topic: A}\n" + flow(KEEP)),
    ],
)
def test_short_files(text: str, expected: str) -> None:
    assert put(text, KEEP) == expected


def test_taking_out_what_was_put_in() -> None:
    assert without_entries(put(FILE, KEEP), [("keep", 2)]) == FILE
    assert without_entries(put(FILE, DROP), [("drop", 0)]) == FILE


def test_comments_beside_others_stay() -> None:
    left = without_entries(FILE, [("keep", 0), ("same-questions", 0)])
    assert "# the next one is for the sailors\n  - topic: Hitches" in left
    assert "# pairs\n# the end\n" in left
    assert len(read(left)) == 1


def test_from_a_list_in_one_line() -> None:
    text = "keep: [{topic: A}, {topic: B}, {topic: C}]\n"
    assert without_entries(text, [("keep", 1)]) == "keep: [{topic: A}, {topic: C}]\n"
    assert without_entries(text, [("keep", 0), ("keep", 1)]) == "keep: [{topic: C}]\n"
    assert without_entries(text, [("keep", 0), ("keep", 1), ("keep", 2)]) == ""


@pytest.mark.parametrize("text", ["{keep: [{topic: A}]}", "- keep", "keep: {topic: A}", "keep:"])
def test_what_cannot_be_added_to_is_refused(text: str) -> None:
    with pytest.raises(YamlError):
        put(text, KEEP)


titles = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
kept = titles.map(lambda title: PresenceRuling(what=TopicName(title), is_kept=True))
dropped = titles.map(
    lambda title: PresenceRuling(what=ChapterName(title), is_kept=False, reason="r")
)


@given(st.lists(kept | dropped, max_size=4), st.lists(kept | dropped, min_size=1, max_size=3))
@examples(50)
def test_what_is_put_in_is_read_and_taken_out_again(old: list[Ruling], new: list[Ruling]) -> None:
    text = decisions_yaml(old)
    changed = put(text, *new)
    known = [
        ruling for key in ("drop", "keep") for ruling in old if decision_entry(ruling).key == key
    ]
    count = {key: sum(decision_entry(r).key == key for r in known) for key in ("drop", "keep")}
    places = []
    for ruling in new:
        key = decision_entry(ruling).key
        places.append((key, count[key]))
        count[key] += 1
    assert without_entries(changed, places) == text
