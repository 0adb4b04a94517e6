"""A number is lower than one before it, or higher than one after it.

Readers look for it in the wrong place. Either the heading was moved and kept its number, or the
number is a mistake. Only the number that does not fit its neighbours is reported.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Says what the title does not.

### 1.7 Indexes
- **Description**: Says what the title does not.

### 1.3 Locks
- **Description**: Says what the title does not.

### 1.4 Views
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

### 1.4 Views
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
    """Report each number that is out of order."""
    for fault in facts.number_faults(NumberFaultKind.OUT_OF_ORDER):
        yield Defect(
            fault.span,
            f"{fault.what} number {fault.number} is out of order",
            fix=renumbering(facts, fault),
            key=fault.heading.title.text,
            help=fault.advice or "move it, or renumber",
        )


RULE = Rule("number-out-of-order", Group.NUMBERING, Severity.ERROR, __doc__, check)
