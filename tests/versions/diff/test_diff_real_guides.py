"""What `diff` counts between six pairs of the real guides, beside which the truth lies."""

import json
from typing import Any

import pytest

from curriculum_tools.versions.diff.changes import Difference
from curriculum_tools.versions.diff.diff import diff
from curriculum_tools.versions.version import Version
from tests.real_guides import real_guides
from tests.versions.told import real_version

PAIRS = ["001->003", "000->003", "000->004", "002->000", "003->004", "002->004"]


def version(name: str) -> Version:
    return real_version(f"{name}.md")


def difference(pair: str) -> Difference:
    before, after = pair.split("->")
    return diff(version(before), version(after))


def truth(pair: str) -> dict[str, int]:
    path = real_guides().parent / "truth" / "alignment.json"
    counts: dict[str, Any] = json.loads(path.read_text("utf-8"))["pair_counts"][pair]
    return {name: int(count) for name, count in counts.items()}


@pytest.mark.parametrize("pair", PAIRS)
def test_the_counts_are_those_of_a_careful_reader(pair: str) -> None:
    true, found = truth(pair), difference(pair).summary
    chapters, topics, notes = found["chapters"], found["topics"], found["notes"]
    questions = found["questions"]
    assert chapters["kept"] == true["chapters matched"]
    for name in ("added", "removed", "renamed", "renumbered"):
        assert chapters[name] == true[f"chapters {name}"]
    assert topics["kept"] == true["topics matched"]
    assert topics["added"] == true.get("topic added", 0)
    assert topics["removed"] == true.get("topic removed", 0)
    assert topics["renamed"] == true.get("renamed", 0)
    assert topics["moved"] == true.get("moved chapter", 0)
    assert topics["renumbered"] + topics["moved"] == true.get("renumbered (printed)", 0)
    assert questions["kept"] == true["q kept"]
    assert questions["moved"] == 0
    assert questions["added_with_topic"] == true.get("q added with topic", 0)
    assert questions["removed_with_topic"] == true.get("q removed with topic", 0)
    assert found["descriptions"]["changed"] == true["desc changed"]
    assert notes["added"] == true.get("path None->written", 0)
    assert notes["removed"] == true.get("path written->None", 0)
    assert notes["planned_to_written"] == true.get("path planned->written same file", 0)
    assert notes["covered_to_written"] == true.get("path covered-in->written same file", 0)


@pytest.mark.parametrize("pair", PAIRS)
def test_unsure_rewordings_count_one_way_or_the_other(pair: str) -> None:
    """An unsure rewording is either that, or a question removed and another one added."""
    true, found = truth(pair), difference(pair).summary["questions"]
    sure, unsure = true.get("q reworded", 0), true.get("q reworded? (unsure)", 0)
    assert sure <= found["reworded"] <= sure + unsure
    apart = sure + unsure - found["reworded"]
    assert found["removed"] == true["q removed in kept topic"] + apart
    assert found["added"] == true["q added in kept topic"] + apart


@pytest.mark.parametrize("pair", PAIRS)
def test_the_way_back_is_the_same(pair: str) -> None:
    before, after = pair.split("->")
    there, back = difference(pair), diff(version(after), version(before))
    assert {(c.before, c.after) for c in there.changes} == {
        (c.after, c.before) for c in back.changes
    }
    assert there.kept == back.kept


def test_a_guide_does_not_differ_from_itself() -> None:
    for name in ("000", "001", "002", "003", "004"):
        assert diff(version(name), version(name)).changes == ()
