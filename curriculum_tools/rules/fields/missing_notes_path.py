"""A topic has no path to detailed notes.

The index shows how many topics have notes, and a topic without a path counts as having none. A
placeholder for notes that are still to be written is a path, too.

A field is expected if nine in ten topics of the guide have it, or all but one, or if the config
lists it as `required`. A field that is empty or has a misspelt label does not count as missing: it
is reported as `empty-field` or `unknown-field`.

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
from curriculum_tools.facts.expected import missing_field
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each topic without a path to detailed notes, if the field is expected."""
    return missing_field(facts.lacks, "notes", "path to detailed notes")


RULE = Rule("missing-notes-path", Group.FIELDS, Severity.WARNING, __doc__, check)
