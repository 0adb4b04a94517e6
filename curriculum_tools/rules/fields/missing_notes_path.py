"""A topic does not say where its detailed notes are.

The index counts how far the notes are, and a topic without a path is in none of its columns. A
placeholder for notes that are still to be written is a path, too. A field is expected where all
topics of the guide but one, or nine in ten, have it, or where the config lists it as `required`. A
field that is empty, or stands under a misspelt label, is not missing: it is an `empty-field` or an
`unknown-field`.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Why tables of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/tables.md`

### 1.2 Indexes
- **Description**: Why indexes of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/indexes.md`

### 1.3 Locks
- **Description**: Why locks of this kind exist, and what they cost.
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Why tables of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/tables.md`

### 1.2 Indexes
- **Description**: Why indexes of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/indexes.md`

### 1.3 Locks
- **Description**: Why locks of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/locks.md`
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each topic that lacks its path to detailed notes, where one is expected."""
    lack = facts.lacks.get("notes")
    if lack is None:
        return
    for topic in lack.topics:
        yield Defect(
            place_of(topic.heading),
            "this topic has no path to detailed notes",
            cause=lack.cause("path to detailed notes"),
            help=f"expected here, for {lack.reason}",
        )


RULE = Rule("missing-notes-path", Group.FIELDS, Severity.WARNING, __doc__, check)
