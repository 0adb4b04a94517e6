"""A topic has no questions.

Questions are what a topic is learnt and tested by. A field is expected where all topics of the
guide but one, or nine in ten, have it, or where the config lists it as `required`. A field that is
empty, or stands under a misspelt label, is not missing: it is an `empty-field` or an
`unknown-field`.

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
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each topic that lacks its questions, where one is expected."""
    lack = facts.lacks.get("questions")
    if lack is None:
        return
    for topic in lack.topics:
        yield Defect(
            place_of(topic.heading),
            "this topic has no questions",
            cause=lack.cause("questions"),
            help=f"expected here, for {lack.reason}",
        )


RULE = Rule("missing-questions", Group.FIELDS, Severity.WARNING, __doc__, check)
