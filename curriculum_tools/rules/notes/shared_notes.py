"""Two topics name the same file as their written notes.

Often one of them is a copying mistake. If one file does cover both topics, the second can say so:
`*(Covered in ...)*`.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/indexes.md`

### 1.2 Locks
- **Path to detailed notes**: `notes/indexes.md`
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/indexes.md`

### 1.2 Locks
- *(Covered in `notes/indexes.md`)*
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.lookup import join, steps_below
from curriculum_tools.facts.named_notes import named_notes
from curriculum_tools.facts.prerequisites import topic_name
from curriculum_tools.model.content import Notes, NotesStatus, Section
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each written file that an earlier topic also names."""
    first: dict[str, tuple[Section, Notes]] = {}
    for topic, notes in named_notes(facts.guide):
        if notes.status is not NotesStatus.WRITTEN or not notes.path:
            continue
        steps = steps_below("", notes.path)
        path = notes.path if steps is None else join(steps)
        other, earlier = first.setdefault(path, (topic, notes))
        if other is not topic:
            yield Defect(
                notes.span,
                f"{notes.path} is already named by {topic_name(other)}",
                related=(Related("first named here", earlier.span),),
                help="say that one of them is covered in the notes of the other",
            )


RULE = Rule("shared-notes", Group.NOTES, Severity.INFO, __doc__, check)
