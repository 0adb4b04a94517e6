"""Numbers are missing between two neighbours.

A gap is left where a chapter or topic was removed or moved: readers look for what is missing, and
references to it lead nowhere.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Says what the title does not.

### 1.2 Indexes
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

### 1.3 Views
- **Description**: Says what the title does not.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.number_faults import NumberFaultKind
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each number before which others are missing."""
    for fault in facts.number_faults(NumberFaultKind.SKIPPED):
        if fault.skipped is None:
            continue
        low, high = fault.skipped
        missing = f" {low} is" if low == high else f"s {low} to {high} are"
        yield Defect(
            fault.span,
            f"{fault.what}{missing} missing before {fault.number}",
            key=fault.heading.title.text,
        )


RULE = Rule("skipped-number", Group.NUMBERING, Severity.WARNING, __doc__, check)
