"""A chapter or topic has no number, although its neighbours have one.

It cannot be referred to by number, and the numbers after it are off. A guide without any numbers
is fine, and so is a section of prose between numbered chapters.

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
from curriculum_tools.facts.number_faults import NumberFaultKind
from curriculum_tools.facts.renumbering import renumbering
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each heading without a number among numbered ones."""
    for fault in facts.number_faults(NumberFaultKind.MISSING):
        yield Defect(
            fault.span,
            f"this {fault.what} has no number, but its neighbours do",
            fix=renumbering(facts, fault),
            help=fault.advice or "number it, and renumber what follows",
        )


RULE = Rule("missing-number", Group.NUMBERING, Severity.WARNING, __doc__, check)
