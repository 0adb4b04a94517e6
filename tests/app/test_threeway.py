"""Merging three versions of a file: what every dialect can count on."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from random import Random
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_tools.app.threeway import Outcome, Three, merge_three
from curriculum_tools.store.config import Configs
from tests.dialects.branches import DEFAULT, edited, edits_apart
from tests.dialects.families import FAMILIES, INCLUDE
from tests.dialects.quizzes import Files, quiz_of
from tests.examples import examples
from tests.git.edits import BASE

ALL = {"default": DEFAULT, **FAMILIES}

Merge = Callable[[str, str, str, str], Outcome]


@pytest.fixture
def merge_in(tmp_path: Path) -> Callable[[str], Merge]:
    """Give what merges three texts of a path in the dialect of a family."""

    def of_family(name: str) -> Merge:
        toml = tmp_path / f"{name}.toml"
        include = f"include = {INCLUDE[name]}\n" if name in INCLUDE else ""
        dialect = f"[dialect]\n{ALL[name].toml}\n" if ALL[name].toml else ""
        toml.write_text(include + dialect, "utf-8")
        configs = Configs(str(toml))

        def merge(path: str, *texts: str) -> Outcome:
            base, ours, theirs = (text.encode() for text in texts)
            return merge_three(Three(base, ours, theirs, path), configs)

        return merge

    return of_family


def by_units() -> AbstractContextManager[object]:
    """Have nothing merged by lines because that is quicker."""
    return mock.patch("curriculum_tools.app.threeway.MergedLines.keep_all", new=False)


def _apart(base: Files, *sides: Files) -> list[str]:
    """Return the guides that both sides changed."""
    changed = (path for path in base if len({base[path], *(side[path] for side in sides)}) > 2)
    return [path for path in changed if path.endswith(".md")]


@pytest.mark.parametrize("name", ALL)
@given(seed=st.integers(0, 10**6), is_engine=st.booleans())
@settings(examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_edits_of_different_things_are_all_made(
    merge_in: Callable[[str], Merge], name: str, is_engine: bool, seed: int
) -> None:
    merge = merge_in(name)
    chance = Random(seed)
    family = ALL[name]
    quiz = quiz_of(chance)
    one, other = edits_apart(quiz, chance)
    base, ours, theirs, both = (
        family.write(edited(quiz, edits)) for edits in ([], one, other, [*one, *other])
    )
    with by_units() if is_engine else nullcontext():
        for path in _apart(base, ours, theirs):
            outcome = merge(path, base[path], ours[path], theirs[path])
            assert outcome.is_clean, outcome.told
            assert outcome.data.decode() == both[path], outcome.told


TREES = """# Trees

## Table of Contents

- [What is bark?](#what-is-bark)
- [What is a root?](#what-is-a-root)

## Parts

### What is bark?

The skin.

It is brown.

### What is a root?

A foot.
"""


def test_only_a_part_of_an_answer_is_disputed(merge_in: Callable[[str], Merge]) -> None:
    ours, theirs = (TREES.replace("brown", colour) for colour in ("grey", "black"))
    outcome = merge_in("06")("trees.md", TREES, ours, theirs)
    assert outcome.told == ("trees.md: conflict: question 'What is bark?'",)
    assert "The skin.\n\n<<<<<<< ours (question 'What is bark?')\nIt is grey.\n" in (
        outcome.data.decode()
    )


def test_what_one_deletes_is_told_and_other_lines_may_change(
    merge_in: Callable[[str], Merge],
) -> None:
    ours = TREES.replace("brown", "grey")
    theirs = TREES.replace("- [What is a root?](#what-is-a-root)\n", "")
    theirs = theirs.replace("\n### What is a root?\n\nA foot.\n", "")
    outcome = merge_in("06")("trees.md", TREES, ours, theirs)
    assert outcome.is_clean
    assert outcome.data.decode() == theirs.replace("brown", "grey")
    assert outcome.told == ("trees.md: deleted by theirs: question 'What is a root?'",)


HELD = "  - How long is it held?\n"
LATCHES, VIEWS = (
    f"\n### 1.4 {title}\n- **Description**: {title} of a table.\n- **Questions**:\n{HELD}"
    for title in ("Latches", "Views")
)


@pytest.mark.parametrize("is_engine", [False, True])
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (BASE + LATCHES, BASE + VIEWS),  # in two new topics
        (BASE.replace("\n\n### 1.2", f"\n{HELD}\n### 1.2"), BASE + HELD),  # in two old ones
    ],
)
def test_what_both_ask_in_two_places_stays_in_both_and_is_told(
    merge_in: Callable[[str], Merge], ours: str, theirs: str, *, is_engine: bool
) -> None:
    with by_units() if is_engine else nullcontext():
        outcome = merge_in("default")("guide.md", BASE, ours, theirs)
    assert outcome.is_clean
    assert outcome.data.decode().count(HELD) == 2
    assert outcome.told == ("guide.md: asked twice now: How long is it held?",)
