"""A topic has no questions.

Questions are how a topic is learnt and tested.

A field is expected if nine in ten topics of the guide have it, or all but one, or if the config
lists it as `required`. A field that is empty or has a misspelt label does not count as missing: it
is reported as `empty-field` or `unknown-field`.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Why tables of this kind exist, and what they cost.
- **Questions**:
  - What goes wrong first with tables?

### 1.2 Indexes
- **Description**: Why indexes of this kind exist, and what they cost.
- **Questions**:
  - What goes wrong first with indexes?

### 1.3 Locks
- **Description**: Why locks of this kind exist, and what they cost.
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Why tables of this kind exist, and what they cost.
- **Questions**:
  - What goes wrong first with tables?

### 1.2 Indexes
- **Description**: Why indexes of this kind exist, and what they cost.
- **Questions**:
  - What goes wrong first with indexes?

### 1.3 Locks
- **Description**: Why locks of this kind exist, and what they cost.
- **Questions**:
  - What goes wrong first with locks?
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.expected import missing_field
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each topic without questions, if the field is expected."""
    return missing_field(facts.lacks, "questions", "questions")


RULE = Rule("missing-questions", Group.FIELDS, Severity.WARNING, __doc__, check)
