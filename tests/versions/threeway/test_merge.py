"""Merging three ways, on guides of the default dialect: what is kept, deleted, moved, disputed."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.threeway.merging import ThreeWay, merge
from curriculum_tools.versions.threeway.sides import CutVersion
from curriculum_tools.versions.threeway.units import gaps
from tests.examples import examples
from tests.real_guides import NAMES, real_guide
from tests.repository import files_of_each_folder, text_of

BASE = """# Databases

## 1. Tables

Read this first.

### 1.1 Rows

- **Description**: What a row is.
- **Questions**:
  - What is a row?
  - What is a column?
  - What is a key?

### 1.2 Joins

- **Description**: How tables are joined.
- **Questions**:
  - What is a join?
  - What is an outer join?

## 2. Safety

### 2.1 Locks

- **Description**: Who waits for whom.
- **Questions**:
  - What is a lock?
"""


def merged(base: str, ours: str, theirs: str) -> ThreeWay:
    before, mine, other = (parse(Source("guide.md", text)) for text in (base, ours, theirs))
    found = merge(before, mine, other, parse)
    assert found.lost == ()
    return found


def text_after(base: str, ours: str, theirs: str) -> str:
    found = merged(base, ours, theirs)
    return found.write(found.resolved.source.text)


def changed(*edits: tuple[str, str], text: str = BASE) -> str:
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


TOPIC = BASE[BASE.index("### 1.2") : BASE.index("## 2.")]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ([("a row?", "a record?")], [("a column?", "a field?")]),
        ([("What is a row?", "Why is a row called so?")], [("Read this first.", "Read that.")]),
        ([("What a row is.", "What rows are.")], [("  - What is a row?\n", "")]),
        ([(TOPIC, "")], [("a lock?", "a deadlock?")]),
        ([("### 1.1 Rows", "### 1.1 Records")], [("  - What is a key?\n", "")]),
        ([("## 2. Safety", "## 2. Being safe")], [("What is a lock?", "What locks?")]),
        ([("# Databases", "# SQL")], [("  - What is a lock?", "  - What is a lock?\n  - Why?")]),
    ],
)
def test_changes_of_different_things_are_both_made(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]]
) -> None:
    both = changed(*ours, *theirs)
    assert text_after(BASE, changed(*ours), changed(*theirs)) == both
    assert text_after(BASE, changed(*theirs), changed(*ours)) == both


def test_additions_in_one_place_stand_behind_each_other() -> None:
    ours = changed(("  - What is a key?\n", "  - What is a key?\n  - Ours?\n"))
    theirs = changed(("  - What is a key?\n", "  - What is a key?\n  - Theirs?\n"))
    assert "What is a key?\n  - Ours?\n  - Theirs?\n" in text_after(BASE, ours, theirs)


def test_the_same_addition_stands_once() -> None:
    ours = changed(("  - What is a key?\n", "  - What is a key?\n  - New?\n"))
    theirs = changed(("  - What is a row?\n", "  - New?\n  - What is a row?\n"))
    assert text_after(BASE, ours, theirs) == ours


def test_a_question_that_was_moved_by_one_and_reworded_by_the_other_is_both() -> None:
    ours = changed(("  - What is a key?\n", ""), ("a lock?\n", "a lock?\n  - What is a key?\n"))
    theirs = changed(("What is a key?", "What is a primary key?"))
    assert text_after(BASE, ours, theirs) == changed(("is a key?", "is a primary key?"), text=ours)


def test_a_topic_that_was_moved_by_one_and_added_to_by_the_other_is_both() -> None:
    ours = changed((TOPIC, "")) + "\n" + TOPIC.rstrip() + "\n"
    theirs = changed(("outer join?\n", "outer join?\n  - What is a self join?\n"))
    expected = ours + "  - What is a self join?\n"
    assert text_after(BASE, ours, theirs) == expected


def test_what_both_reword_is_a_conflict_around_one_question() -> None:
    found = merged(BASE, changed(("a row?", "a record?")), changed(("a row?", "a tuple?")))
    assert found.conflicts == ("question 'What is a record?'",)
    assert """  - What is a key?
""" in found.write(found.resolved.source.text)
    assert """- **Questions**:
<<<<<<< ours (question 'What is a record?')
  - What is a record?
||||||| base
  - What is a row?
=======
  - What is a tuple?
>>>>>>> theirs
  - What is a column?
""" in found.write(found.resolved.source.text)


def test_what_one_deletes_and_the_other_changes_is_a_conflict() -> None:
    found = merged(BASE, changed((TOPIC, "")), changed(("a join?", "a natural join?")))
    assert found.conflicts == ("topic 'Joins'",)
    text = found.write(found.resolved.source.text)
    assert "<<<<<<< ours (topic 'Joins')\n||||||| base\n### 1.2 Joins\n" in text


def test_what_one_deletes_is_told() -> None:
    found = merged(BASE, BASE, changed((TOPIC, "")))
    assert [(told.what, told.by) for told in found.deletions] == [("topic 'Joins'", "theirs")]


def test_without_a_base_both_guides_are_joined() -> None:
    theirs = changed((TOPIC, ""), ("What is a lock?", "What is a latch?"))
    found = merged("", BASE, theirs)
    assert not found.conflicts
    assert Counter(q.text for _, q in found.resolved.questions)["What is a row?"] == 1
    assert "What is a lock?\n  - What is a latch?\n" in found.resolved.source.text


@files_of_each_folder
def test_units_and_the_blanks_between_them_are_the_text(paths: list[object]) -> None:
    for path in paths:
        text = text_of(path)  # type: ignore[arg-type]
        side = CutVersion(parse(Source("guide.md", text)))
        between = gaps(text, side.root)
        whole = "".join(a + leaf.text for a, leaf in zip(between, side.leaves, strict=False))
        assert whole + between[-1] == text


@pytest.mark.parametrize(
    "name", [NAMES[2], *(pytest.param(n, marks=pytest.mark.slow) for n in NAMES if n != NAMES[2])]
)
def test_a_version_that_only_one_side_changed_is_taken_whole(name: str) -> None:
    text = real_guide(name).text
    other = real_guide(NAMES[NAMES.index(name) - 1]).text
    assert text_after(text, text, other) == other
    assert text_after(text, other, text) == other
    assert text_after(text, other, other) == other


@pytest.mark.parametrize("name", [NAMES[0], pytest.param(NAMES[1], marks=pytest.mark.slow)])
@given(seed=st.integers(0, 10**6))
@examples(40)
def test_lines_changed_far_apart_never_conflict(name: str, seed: int) -> None:
    lines = real_guide(name).text.splitlines(keepends=True)
    bullets = [n for n, line in enumerate(lines) if line.lstrip().startswith("- ")]
    one, *_, other = sorted(Random(seed).sample(bullets, 4))

    def edited(*places: int) -> str:
        return "".join(
            f"{line.rstrip()} and more\n" if n in places else line for n, line in enumerate(lines)
        )

    if other - one > 2:
        both = text_after("".join(lines), edited(one), edited(other))
        assert both == edited(one, other)


LISTED = BASE.replace(
    "Read this first.", "- Read this.\n- And this:\n  - the old one\n  - the new one"
)


def test_items_of_a_list_are_merged_each_for_itself_whatever_their_marks() -> None:
    marks = [("- Read this.", "* Read this."), ("- And this:", "* And this:")]
    theirs = changed(("the new one", "the newer one"), *marks, text=LISTED)
    ours = changed(("the old one", "the older one"), ("- Read this", "- Read that"), text=LISTED)
    both = changed(("the old one", "the older one"), ("* Read this", "* Read that"), text=theirs)
    assert text_after(LISTED, ours, theirs) == both


def test_a_question_that_stands_alone_in_the_place_of_another_is_that_one() -> None:
    ours = changed(("What is a column?", "Who invented spreadsheets?"))
    found = merged(BASE, ours, changed(("What is a column?", "What is a field?")))
    assert found.conflicts == ("question 'Who invented spreadsheets?'",)


def test_what_one_moves_stays_in_front_of_what_the_other_adds_there() -> None:
    keys = "  - What is a key?\n"
    ours = changed((keys, ""), ("  - What is a row?\n", f"{keys}  - What is a row?\n"))
    theirs = changed(("  - What is a row?\n", "  - New?\n  - What is a row?\n"))
    both = f"- **Questions**:\n{keys}  - New?\n  - What is a row?\n  - What is a column?\n"
    assert both in text_after(BASE, ours, theirs)
