"""What a merged guide lacks, the ledger names: each kind of thing, one at a time."""

import pytest

from curriculum_tools.versions.merge.account import account
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
        ("\n    It stretches.\n", "answer", "It stretches."),
        ("Behind them.\n", "text", "Behind them"),
    ],
)
def test_what_is_not_in_the_guide_is_missing(lost: str, kind: str, text: str) -> None:
    assert missing(GUIDE, GUIDE) == []
    assert GUIDE.count(lost) == 1
    assert (kind, text) in missing(GUIDE.replace(lost, ""), GUIDE)
