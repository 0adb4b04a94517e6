"""A comment hides a finding that is not there.

It has outlived its reason, or it names a rule that does not exist. It would go on to hide the
next finding, which nobody has looked at yet. A comment for a rule that does not run counts as
used.

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
