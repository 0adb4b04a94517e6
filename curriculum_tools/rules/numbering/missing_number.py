"""A chapter or topic has no number, though its neighbours have one.

What has no number cannot be named by it, and the count goes wrong after it. A guide that numbers
nothing is fine, and so is a section of prose between numbered chapters.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Says what the title does not.

### Indexes
- **Description**: Says what the title does not.

### 1.3 Locks
- **Description**: Says what the title does not.
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Says what the title does not.

### 1.2 Indexes
- **Description**: Says what the title does not.

### 1.3 Locks
- **Description**: Says what the title does not.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.numbering import NumberFaultKind
from curriculum_tools.facts.renumbering import renumbering
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each heading without a number among numbered ones."""
    for fault in facts.numbering:
        if fault.kind is not NumberFaultKind.MISSING:
            continue
        yield Defect(
            fault.span,
            f"this {fault.what} has no number, its neighbours have",
            fix=renumbering(facts, fault),
            help=fault.advice or "number it, and count on from there",
        )


RULE = Rule("missing-number", Group.NUMBERING, Severity.WARNING, __doc__, check)
