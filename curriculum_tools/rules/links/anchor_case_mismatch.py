"""A link or a notes path leads to a heading whose anchor is written with other capitals.

GitHub finds the heading all the same; a site built from the guide, an editor and most other
programs do not, and lead to the top of the page.

## Bad

```markdown
# Databases

Begin with [indexes](#11-Indexes).

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


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each anchor that is there in other capitals, where the first link leads to it."""
    for fault in anchor_faults(facts, around):
        if fault.spelt:
            first, meant = fault.first, fault.spelt[0]
            message = f"#{first.anchor} is spelt #{meant} in {first.target}{fault.more}"
            fix = fault.fix(meant, is_safe=len(fault.spelt) == 1)
            yield Defect(first.span, message, related=fault.related, fix=fix)


RULE = Rule("anchor-case-mismatch", Group.LINKS, Severity.INFO, __doc__, check_around=check)
