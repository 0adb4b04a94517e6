"""A notes path stands in quotes and not in back-ticks.

It is read as a path all the same, but readers and other tools know a path by its back-ticks, and
a quotation mark beside it is easily taken for a part of the name.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: "notes/indexes.md"
```

```text
notes/indexes.md
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/indexes.md`
```

```text
notes/indexes.md
```
"""

from collections.abc import Iterator, Sequence

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.named_notes import is_quoted
from curriculum_tools.model.content import Notes, NotesStatus
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Span
from curriculum_tools.model.surroundings import Presence, Surroundings


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each path in quotes, unless its file is missing, which is reported as such."""
    for field in (field for topic in facts.guide.topics for field in topic.fields):
        quoted = [notes for notes in field.notes if is_quoted(notes, facts.source)]
        for notes in quoted:
            place = around.notes.get(notes.path)
            is_there = place is None or place.presence is Presence.FOUND
            if is_there or notes.status is NotesStatus.PLANNED:
                yield Defect(notes.span, f"{notes.path} stands in quotes", fix=_fix(quoted))


def _fix(quoted: Sequence[Notes]) -> Fix:
    """Write all paths of a field in back-ticks: beside one that is, others are remarks."""
    marks = [mark for notes in quoted for mark in (notes.span.start - 1, notes.span.end)]
    edits = tuple(Edit(Span(mark, mark + 1), "`") for mark in marks)
    is_safe = not any("`" in notes.path for notes in quoted)
    return Fix("write it in back-ticks", is_safe, edits)


RULE = Rule("quoted-notes-path", Group.NOTES, Severity.WARNING, __doc__, check_around=check)
