"""Notes are marked as planned, but their file exists.

Readers believe the placeholder and never open the notes.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- *(Individual file to be created, e.g., `notes/indexes.md`)*
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

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import Field, NotesStatus
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Span
from curriculum_tools.model.surroundings import Place, Presence, Surroundings

_THERE = {Presence.FOUND, Presence.OTHER_CASE}


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each planned file that exists."""
    form = None
    for field in (field for topic in facts.guide.topics for field in topic.fields):
        for notes in field.notes:
            place = around.notes.get(notes.path)
            if notes.status is not NotesStatus.PLANNED or not place or place.presence not in _THERE:
                continue
            form = form or _written_form(facts)
            yield Defect(
                notes.span,
                f"{place.spelling or notes.path} is planned here but already exists",
                fix=_fix(field, place, form),
                help="name it as written notes",
            )


def _written_form(facts: Facts) -> tuple[str, str]:
    """Return the text before and after the first path of written notes in the guide."""
    text = facts.source.text
    for field in (field for topic in facts.guide.topics for field in topic.fields):
        if field.label and _is_plain(field) and field.notes[0].status is NotesStatus.WRITTEN:
            path = field.notes[0].span
            before, after = text[field.span.start : path.start], text[path.end : field.span.end]
            if before.endswith("`") and after == "`" and "\n" not in before:
                return before, after
    return "", ""


def _fix(field: Field, place: Place, form: tuple[str, str]) -> Fix | None:
    """Write the entry like others. Unsafe, because the placeholder says "for example"."""
    before, after = form
    is_certain = place.presence is Presence.FOUND or place.spelling
    if not before or not is_certain or not _is_plain(field):
        return None
    text = before + (place.spelling or field.notes[0].path) + after
    span = Span(field.span.start, field.span.end)
    return Fix("name it as written notes", False, (Edit(span, text),))


def _is_plain(field: Field) -> bool:
    return len(field.notes) == 1 and not field.notes[0].remark and not field.blocks


RULE = Rule("notes-already-written", Group.NOTES, Severity.WARNING, __doc__, check_around=check)
