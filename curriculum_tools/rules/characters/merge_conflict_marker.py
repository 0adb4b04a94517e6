r"""The text contains the conflict markers of a merge.

Both sides of the conflict are in the guide, so other findings may be wrong. Choose one side, or
combine the two, and delete the marker lines. A conflict is one finding, however many markers it
has. Markers in code blocks are examples, and are fine.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
\u003c<<<<<< HEAD
- **Description**: How a database finds a row.
\u003d======
- **Description**: Sorted copies of a few columns.
\u003e>>>>>> main
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each conflict at its first marker."""
    for conflict in facts.conflicts:
        message = "a marker left over from a merge conflict"
        related: tuple[Related, ...] = ()
        if conflict.last:
            line = facts.source.line_of(conflict.last.start)
            message = f"merge conflict, up to line {line}"
            related = (Related("ends here", conflict.last),)
        help_text = "choose one version and delete the marker lines"
        yield Defect(conflict.first, message, related=related, help=help_text)


RULE = Rule("merge-conflict-marker", Group.CHARACTERS, Severity.ERROR, __doc__, check)
