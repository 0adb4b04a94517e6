"""Notes that were written are planned again, or no longer named.

The file may still exist, but nobody finds it from the guide. `curriculum lint --against BASE`
compares the guide with an earlier version. Notes in another file, and notes that another topic
names as written, are not lost.

## Bad

Before:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/indexes.md`
```

After:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- *(Individual file to be created, e.g., `notes/indexes.md`)*
```

## Good

Before:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- *(Individual file to be created, e.g., `notes/indexes.md`)*
```

After:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/indexes.md`
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.finding import Defect, Related, Severity
from curriculum_tools.model.guide import Guide


def check(facts: Facts, before: Guide) -> Iterator[Defect]:
    """Report notes that were written, at the path where they are planned or else at the topic."""
    from curriculum_tools.versions.diff.regressions import regressions  # few lint against a version

    for notes, topic, planned in regressions(before, facts.guide).notes():
        what = "are planned again" if planned else "are gone from this topic"
        yield Defect(
            planned.span if planned else place_of(topic.heading),
            f"the notes {notes.path} were written and {what}",
            (Related("named here as written", notes.span, before.source),),
            key=notes.path,
            help="name them as written, or accept that they are not",
        )


RULE = Rule("notes-regressed", Group.REGRESSIONS, Severity.WARNING, __doc__, check_against=check)
