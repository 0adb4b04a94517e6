"""A heading is of the wrong level or shape, or its number is malformed.

Its number says what a heading is meant to be: 1.3 is a topic of chapter 1, whatever number signs
stand before it. Written as `## 1.3 Views`, as `###1.3 Views` or as `### 13 Views` it is something
else to Markdown, or nothing, and its topic would be missing from counts, indexes, diffs and merges.
It is read as what it is meant to be, and reported once. Where the numbers around a heading leave
more than one reading, nothing is said.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

### 1.2 Locks
- **Description**: Who may write, and when.

## 1.3 Views
- **Description**: A stored query.
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

### 1.2 Locks
- **Description**: Who may write, and when.

### 1.3 Views
- **Description**: A stored query.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import FaultKind


def check(facts: Facts) -> Iterator[Defect]:
    """Report each heading that is read as something else than it is written as."""
    for fault in facts.guide.faults:
        if fault.kind is FaultKind.HEADING:
            yield Defect(fault.span, fault.message, fix=fault.fix)


RULE = Rule("malformed-heading", Group.STRUCTURE, Severity.ERROR, __doc__, check)
