"""What a merged guide lacks, the ledger names: each kind of thing, one at a time."""

from collections import Counter
from dataclasses import replace

import pytest

from curriculum_tools.model.errors import UnaccountedError
from curriculum_tools.versions.hand_edits.detect import edits_between
from curriculum_tools.versions.merge.account import Fate, account
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided, make_plan
from curriculum_tools.versions.version import Versions
from tests.versions.merge.merging import OUTPUT, rulings
from tests.versions.told import told

GUIDE = """\
---
author: Ann
---

# Baking

For all who bake.

## 1. Bread

Of flour and water.

### 1.1 Kneading

Before the fields.

- **Description**: Stretching dough.

  More of it.
- **Prerequisites**: Flour
- **Path to detailed notes**: `bread/kneading.md`
- **Questions**:
  - When is it enough?
    - [x] late
    - [ ] soon
  - What does it do?

    It stretches.

Behind them.

### 1.2 Proving
- **Questions**:
  - How warm?

## 2. Cakes

Sweet ones.
"""
PROVING = """\
### 1.2 Proving
- **Questions**:
  - How warm?

"""
CAKES = """\
## 2. Cakes

Sweet ones.
"""


def missing(written: str, *texts: str, decisions: str = "") -> list[tuple[str, str]]:
    """Return what a guide lacks that is written from some versions."""
    versions = tuple(told(text, f"{place}.md") for place, text in enumerate(texts))
    given, decided = Versions(versions, in_order=True), Decided(rulings(decisions))
    plan = make_plan(given, OUTPUT, nothing_exists, decided)
    guide = merge(given, OUTPUT, nothing_exists, decided).guide
    found = account(plan, guide, told(written, OUTPUT))
    return [(item.kind, item.text) for item in found.missing]


def nothing_exists(_path: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("lost", "kind", "text"),
    [
        ("---\nauthor: Ann\n---\n\n", "front-matter", "author: Ann"),
        ("# Baking\n", "guide-title", "Baking"),
        ("For all who bake.\n", "prose", "For all who bake."),
        ("Of flour and water.\n", "block", "Of flour and water."),
        ("Before the fields.\n", "text", "Before the fields"),
        ("Stretching dough.", "text", "Stretching dough"),
        ("\n  More of it.\n", "text", "More of it"),
        ("- **Prerequisites**: Flour\n", "prerequisite", "Flour"),
        ("- **Path to detailed notes**: `bread/kneading.md`\n", "notes", "bread/kneading.md"),
        ("  - How warm?\n", "question", "How warm?"),
        (PROVING, "topic", "Proving"),
        (CAKES, "chapter", "Cakes"),
        (CAKES, "block", "Sweet ones."),
        ("\n    It stretches.\n", "answer", "It stretches."),
        ("Behind them.\n", "text", "Behind them"),
    ],
)
def test_what_is_not_in_the_guide_is_missing(lost: str, kind: str, text: str) -> None:
    assert missing(GUIDE, GUIDE) == []
    assert GUIDE.count(lost) == 1
    assert (kind, text) in missing(GUIDE.replace(lost, ""), GUIDE)


def test_the_only_text_of_a_topic_is_missing() -> None:
    guide = GUIDE.replace("Before the fields.\n\n", "")
    assert ("block", "Behind them.") in missing(guide.replace("Behind them.\n", ""), guide)


def test_a_chapter_whose_topics_stand_elsewhere_is_none() -> None:
    """Of a chapter that is not printed, its topics stand for it."""
    other = "# Baking\n\n## 1. Doughs\n\n### 1.1 Kneading\n- **Description**: Pulling.\n"
    home = "chapter: [{topic: Kneading, chapter: Bread}]"
    found = items(GUIDE, other, decisions=home)
    assert [fate for kind, text, fate in found if (kind, text) == ("chapter", "Doughs")] == [
        Fate.FOLDED
    ]


def items(*texts: str, decisions: str = "") -> list[tuple[str, str, Fate]]:
    """Return what became of everything that some versions say."""
    versions = tuple(told(text, f"{place}.md") for place, text in enumerate(texts))
    decided = Decided(rulings(decisions))
    found = merge(Versions(versions, in_order=True), OUTPUT, nothing_exists, decided)
    return [(item.kind, item.text, item.fate) for item in found.accounting.items]


def test_all_that_a_guide_says_is_counted() -> None:
    assert Counter(kind for kind, _, fate in items(GUIDE) if fate is Fate.KEPT) == {
        "guide-title": 1,
        "front-matter": 1,
        "prose": 1,
        "chapter": 2,
        "topic": 2,
        "description": 1,
        "prerequisite": 1,
        "notes": 1,
        "question": 3,
        "answer": 2,
        "block": 5,
    }


def test_what_stands_in_one_place_is_kept_once_and_folded_then() -> None:
    fates = [fate for _, text, fate in items(GUIDE, GUIDE + "\n") if text == "How warm?"]
    assert fates == [Fate.KEPT]  # the two say the same, and count once
    other = GUIDE.replace("For all who bake.", "For nobody.")
    found = [(text, fate) for kind, text, fate in items(GUIDE, other) if kind == "prose"]
    assert found == [("For all who bake.", Fate.FOLDED), ("For nobody.", Fate.KEPT)]


def test_what_a_ruling_drops_is_dropped_with_all_it_holds() -> None:
    found = items(GUIDE, decisions="drop: [{topic: Kneading, reason: old}]")
    dropped = {kind for kind, _, fate in found if fate is Fate.DROPPED}
    assert dropped >= {"topic", "description", "prerequisite", "notes", "block", "question"}
    assert not [text for _, text, fate in found if fate is Fate.UNACCOUNTED]


@pytest.mark.parametrize("text", ["Of flour and water.", "Behind them.", "For all who bake."])
def test_what_is_taken_out_by_hand_is_dropped(text: str) -> None:
    versions = Versions((told(GUIDE, "a.md"), told(GUIDE + "\nMore.\n", "b.md")), in_order=True)
    before = merge(versions, OUTPUT, nothing_exists).text
    edits = edits_between(told(before, OUTPUT), told(before.replace(f"{text}\n", ""), OUTPUT))
    found = merge(versions, OUTPUT, nothing_exists, Decided(edits=tuple(edits)))
    fates = {item.fate for item in found.accounting.items if item.text == text}
    assert fates == {Fate.DROPPED}


def test_a_question_that_goes_with_no_ruling_is_missing() -> None:
    found = missing(GUIDE.replace("What does it do?", "What else?"), GUIDE)
    assert ("question", "What does it do?") in found
    assert ("answer", "It stretches.") in found


def test_words_that_were_never_read_are_missing() -> None:
    """As if the parser had dropped a description, and nothing else knew of it."""
    whole = told(GUIDE, "a.md")
    (bread, *others), (kneading, *topics) = whole.chapters, whole.chapters[0].sections
    less = replace(kneading, fields=kneading.fields[1:])
    chapters = (replace(bread, sections=(less, *topics)), *others)
    unread = replace(whole, root=replace(whole.root, sections=chapters))
    with pytest.raises(UnaccountedError, match="the text 'Stretching dough'"):
        merge(Versions((unread,), in_order=True), OUTPUT, nothing_exists)
