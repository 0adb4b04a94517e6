"""What each format of `curriculum merge` says of answers that differ, and of what was taken out."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from curriculum_tools.output.formats import MERGE
from curriculum_tools.output.style import Style
from curriculum_tools.versions.hand_edits.detect import edits_between
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import Merged, MergeReport, State
from curriculum_tools.versions.version import Versions
from tests.schemas import load
from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import OUTPUT, merged
from tests.versions.told import told

FALL = "  - Why does a sponge fall?\n"
ANSWERS = [
    changed((FALL, f"{FALL}\n    {answer}\n"), ("## 2. Cakes", f"## {n}. Cakes"))
    for n, answer in enumerate(("It is cold.", "It was moved, and it was cold."), 3)
]


def shown(found: Merged, *, verbose: bool = False) -> dict[str, str]:
    report = MergeReport(found, OUTPUT, "merged.lock.json", "decisions.yaml", State.WROTE)
    style = Style(width=200, verbose=verbose)
    return {name: "".join(form.render(report, style)) for name, form in MERGE.items()}


def validated(text: str) -> Any:
    value = json.loads(text)
    Draft202012Validator(load("merge")).validate(value)
    return value


def test_a_tie_of_answers_is_told() -> None:
    said = shown(merged(*ANSWERS))
    words = "2.1 Sponges: answer “It was moved, and it was cold.”, not “It is cold.” (tie)"
    assert words in said["text"]
    assert f"- a tie: {words}\n" in said["markdown"]
    report = validated(said["json"])
    assert report["conflicts"] == [
        {
            "kind": "answer",
            "topic": "2.1",
            "title": "Sponges",
            "options": [
                {"value": "It is cold.", "from": ["a.md"]},
                {"value": "It was moved, and it was cold.", "from": ["b.md"]},
            ],
            "chosen": 1,
            "by": "tie",
            "open": True,
        }
    ]
    assert report["accounting"]["by_kind"]["answer"]["items"] == 2


def test_answers_that_were_settled_are_counted() -> None:
    said = shown(merged(*ANSWERS, in_order=True), verbose=True)
    assert "  settled   1 answer\n" in said["text"]
    assert "not “It is cold.” (newest)" in said["text"]
    assert "the newest version was followed: 1 answer." in said["markdown"]
    validated(said["json"])


@pytest.mark.parametrize(
    ("gone", "kind"), [(FALL, "question"), (BAKING[BAKING.index("### 2.1") :], "topic")]
)
def test_what_was_taken_out_by_hand_is_told(gone: str, kind: str) -> None:
    before = merged(BAKING)
    edits = edits_between(told(before.text), told(changed((gone, ""), text=before.text)))
    versions = Versions((told(BAKING, "a.md"),), in_order=False)
    found = merge(versions, OUTPUT, lambda _path: False, Decided(edits=edits))
    said = shown(found)
    assert f"the {kind} “" in said["text"]
    report = validated(said["json"])
    assert [conflict["kind"] for conflict in report["conflicts"]] == [kind]
