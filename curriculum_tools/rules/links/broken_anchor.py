"""A link or a notes path points to a heading that does not exist.

When a heading is renamed or renumbered, its anchor changes, and links to the old one lead to the
top of the page. The known anchors are those that GitHub gives to headings, or the platform that
`anchors` in the config's `[dialect]` names, and those that are written out (`<a id="x">`, `{#x}`).

## Bad

```markdown
# Databases

Begin with [indexes](#11-indexes-and-keys).

## 1. Storage

### 1.1 Indexes
- **Description**: How a row is found.
```

## Good

```markdown
# Databases

Begin with [indexes](#11-indexes).

## 1. Storage

### 1.1 Indexes
- **Description**: How a row is found.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.anchor_faults import anchor_faults
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.surroundings import Surroundings
from curriculum_tools.syntax.spelling import Speller


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each anchor that its file does not have where the first link leads to it."""
    speller = Speller()
    for fault in anchor_faults(facts, around):
        if fault.spelt:
            continue
        first = fault.first
        message = f"{first.target} has no anchor #{first.anchor}{fault.more}"
        meant = speller.closest(first.anchor.lower(), first.known)
        yield Defect(
            first.span,
            message,
            related=fault.related,
            fix=fault.fix(meant, is_safe=False) if meant else None,
            help=f"did you mean #{meant}?" if meant else None,
        )


RULE = Rule("broken-anchor", Group.LINKS, Severity.ERROR, __doc__, check_around=check)
