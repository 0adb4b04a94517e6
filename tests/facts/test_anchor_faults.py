"""Which links and notes paths lead to no anchor."""

import pytest

from curriculum_tools.facts.anchor_faults import AnchorFault, anchor_faults
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.surroundings import surroundings
from curriculum_tools.model.config import Config
from tests.linting import guide
from tests.trees import MemoryTree

FILES = {"notes/a.md": "# Set up\n\n<a id='Own'></a>\n", "notes/b#c.md": "# B\n"}


def faults(text: str) -> list[AnchorFault]:
    parsed = guide(f"# Guide\n\n## 1. C\n\n### 1.1 T\n- **Description**: {text}\n")
    around = surroundings(parsed, Config(), MemoryTree(FILES))
    return list(anchor_faults(Facts(parsed, Config()), around))


def notes(path: str) -> str:
    return f"x\n- **Path to detailed notes**: `{path}`"


@pytest.mark.parametrize(
    ("text", "anchor", "target"),
    [
        ("[a](#x)", "x", "this guide"),
        ("<a href='#x'>a</a>", "x", "this guide"),
        ("[a](notes/a.md#x)", "x", "notes/a.md"),
        ("[a](#user-content-x)", "x", "this guide"),
        ("[a](#x:~:text=y)", "x", "this guide"),
        (notes("notes/a.md#set-upp"), "set-upp", "notes/a.md"),
        (notes("notes/a.md#set%20up"), "set up", "notes/a.md"),
    ],
)
def test_dead_anchors(text: str, anchor: str, target: str) -> None:
    (fault,) = faults(text)
    assert (fault.first.anchor, fault.first.target, fault.spelt) == (anchor, target, ())


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("[a](#Guide)", ["guide"]),
        ("[a](notes/a.md#own)", ["Own"]),
        (notes("notes/a.md#Set-up"), ["set-up"]),
    ],
)
def test_anchors_in_other_capitals(text: str, spelt: list[str]) -> None:
    (fault,) = faults(text)
    assert fault.spelt == spelt


@pytest.mark.parametrize(
    "text",
    [
        "[a](#guide) [b](#top) [c](#TOP) [d](#) [e](#L12)",
        "[a](#:~:text=guide) [b](#guide:~:text=x) [c](#:target) [d](#/guide/x) [e](#!x)",
        "[a](/questions/camp/#x) [b](https://example.org/#x) [c](x.py#y) [d](missing.md#x)",
        notes("notes/a.md#set-up"),
        notes("notes/b#c.md"),
        notes("notes/a.md"),
        notes("https://example.org/x.md#y"),
        notes("notes/missing.md#x"),
        "x\n- *(Individual file to be created, e.g., `notes/a.md#later`)*",
    ],
)
def test_what_is_there_or_cannot_be_known(text: str) -> None:
    assert faults(text) == []


def test_one_anchor_is_one_fault_wherever_links_lead_to_it() -> None:
    first, second = faults("[a](#x) [b](#y) <a href='#x'>c</a> [d](#user-content-x)")
    assert (first.first.anchor, len(first.related)) == ("x", 2)
    assert (second.first.anchor, second.related) == ("y", ())
    fix = first.fix("guide", is_safe=True)
    assert fix is not None
    assert len(fix.edits) == 3


def test_a_fix_replaces_the_anchor_alone() -> None:
    (fault,) = faults("[a](notes/a.md#user-content-x)")
    fix = fault.fix("set-up", is_safe=False)
    assert fix is not None
    assert [edit.text for edit in fix.edits] == ["set-up"]
    (fault,) = faults("[a](notes/a.md#x:~:text=y)")
    assert fault.fix("set-up", is_safe=False) is None
