"""A topic has the number of another chapter.

Topic 9.3 belongs to chapter 9. In chapter 8, it was moved there without a new number, or the
number is a mistake. If all topics of a chapter have the number of another one, that is one
finding. If the number of the chapter itself is wrong, its topics are not reported. So it is with
`#### 1.3.1` below topic 1.2, where sub-headings begin with the number of their topic.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Says what the title does not.

### 2.2 Indexes
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
    """Report each topic with the number of another chapter, or all topics of a chapter at once."""
    for fault in facts.number_faults(NumberFaultKind.WRONG_CHAPTER):
        if fault.last and fault.last.number:
            run = f"{fault.number} to {fault.last.number.text}"
            message = f"{fault.what}s {run} are inside {fault.home}"
        else:
            message = f"{fault.what} {fault.number} is inside {fault.home}"
        home = (fault.home or "").partition(" ")[0]
        many = f"renumber them from {fault.expected}, or the {home}" if fault.last else None
        yield Defect(
            fault.span,
            message,
            fix=renumbering(facts, fault),
            key=fault.heading.title.text,
            help=many or fault.advice or "move it, or renumber",
        )


RULE = Rule("wrong-chapter-number", Group.NUMBERING, Severity.ERROR, __doc__, check)
