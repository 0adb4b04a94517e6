"""A chapter or topic has the same number as another one.

Links, tables of contents and people say "9.9" and mean one topic. A repeated number is nearly
always a copying mistake; if its neighbours leave exactly one number free, that one is meant.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Says what the title does not.

### 1.2 Indexes
- **Description**: Says what the title does not.

### 1.2 Locks
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
from curriculum_tools.facts.number_faults import NumberFault, NumberFaultKind
from curriculum_tools.facts.renumbering import renumbering
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each number that is used again."""
    for fault in facts.number_faults(NumberFaultKind.DUPLICATE):
        line = facts.source.line_of(fault.first.span.start) if fault.first else 0
        where = "already used" if fault.first and fault.first.span < fault.span else "used again"
        yield Defect(
            fault.span,
            f"{fault.what} number {fault.number} is {where} on line {line}",
            related=_first(fault),
            fix=renumbering(facts, fault),
            key=fault.heading.title.text,
            help=fault.advice or "renumber one of the two, or number all anew: curriculum renumber",
        )


def _first(fault: NumberFault) -> tuple[Related, ...]:
    if not fault.first or not fault.first.number:
        return ()
    message = "first used here" if fault.first.span < fault.span else "used again here"
    return (Related(message, fault.first.number.span),)


RULE = Rule("duplicate-number", Group.NUMBERING, Severity.ERROR, __doc__, check)
