"""A suppression comment hides nothing.

It is out of date, or it names a rule or a directive that does not exist. If it stays, it will hide
the next finding there, which nobody has looked at yet. A comment for a rule that does not run
counts as used.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
<!-- curriculum-disable-next-line duplicate-field -->
- **Description**: How a database finds a row.
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: How a database finds a row.
<!-- curriculum-disable-next-line duplicate-field -->
- **Description**: Sorted copies of a few columns.
```
"""

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.model.finding import Severity

RULE = Rule("unused-suppression", Group.SUPPRESSIONS, Severity.WARNING, __doc__)
