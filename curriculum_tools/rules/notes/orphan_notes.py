"""A notes file is not named in any guide.

Readers of the guides never find it. The rule checks the Markdown files, notebooks and
reStructuredText files below `notes-folder`. Without that setting, it is the folder in which all
notes lie that the guides name, unless there are guides in it.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/indexes.md`
```

```toml
notes-folder = "notes"
```

```text
notes/indexes.md
notes/locks.md
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/indexes.md`

### 1.2 Locks
- **Path to detailed notes**: `notes/locks.md`
```

```toml
notes-folder = "notes"
```

```text
notes/indexes.md
notes/locks.md
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.surroundings import Surroundings


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each file that no guide names."""
    count = len(around.orphans)
    for path in around.orphans:
        yield Defect(
            facts.head,
            f"no guide names {path}",
            key=path,
            cause=f"no guide names {count} notes files" if count > 1 else None,
            help="name it in a topic, or remove it",
        )


RULE = Rule("orphan-notes", Group.NOTES, Severity.WARNING, __doc__, check_around=check, on=False)
