"""Text that is never closed swallows the headings below it.

A code fence, a comment or a `<details>` that lacks its end takes everything after it along: to
Markdown, the topics below are code, or hidden. Until it is closed, nothing that rests on the
headings is reported or fixed, and such a guide is neither merged nor indexed.

## Bad

````markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

```sql
SELECT name FROM staff;

### 1.2 Locks
- **Description**: Who may write, and when.
````

## Good

````markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

```sql
SELECT name FROM staff;
```

### 1.2 Locks
- **Description**: Who may write, and when.
````
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import FaultKind


def check(facts: Facts) -> Iterator[Defect]:
    """Report each opening line whose end is missing, with what it swallows."""
    kinds = {FaultKind.SWALLOWED}
    if not facts.guide.dialect.templates:  # there, what is hidden are questions
        kinds.add(FaultKind.HIDDEN)
    for fault in facts.guide.faults:
        if fault.kind in kinds:
            yield Defect(fault.span, fault.message, help="close it where it should end")


RULE = Rule("swallowed-headings", Group.STRUCTURE, Severity.ERROR, __doc__, check)
