"""A notes path names a file that does not exist.

Readers who follow the path find nothing. Paths are resolved from the content roots: the guide's
own folder and all folders above it up to the top of the work tree, or what `content-root` says.
Planned notes need not exist.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/indices.md`
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

### 1.2 Locks
- *(Individual file to be created, e.g., `notes/locks.md`)*
```

```text
notes/indexes.md
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.named_notes import REFERENCES, is_quoted, named_notes
from curriculum_tools.model.content import Notes
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.surroundings import Place, Presence, Surroundings

BACK_TICKS = "back-ticks belong around a path, and no quotes"


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each reference whose file is missing."""
    named = [notes for _topic, notes in named_notes(facts.guide)]
    referred = [
        notes for notes in named if notes.status in REFERENCES and notes.path in around.notes
    ]
    missing = [n for n in referred if around.notes[n.path].presence is Presence.MISSING]
    cause = _cause(len(missing), len(referred), len(named) - len(referred))
    for notes in missing:
        place = around.notes[notes.path]
        yield Defect(
            notes.span,
            f"{notes.path} does not exist" if notes.path else "the notes path is empty",
            fix=_fix(notes, place),
            cause=cause,
            help=_help(place, around, all_missing=len(missing) == len(referred))
            + (f"; {BACK_TICKS}" if is_quoted(notes, facts.source) else ""),
        )


def _cause(missing: int, referred: int, planned: int) -> str | None:
    if referred < 2:
        return None
    if missing == referred:
        more = f" ({planned} more {'are' if planned > 1 else 'is'} planned)" if planned else ""
        return f"none of {referred} notes paths exists{more}"
    return f"{missing} of {referred} notes paths {'do' if missing > 1 else 'does'} not exist"


def _help(place: Place, around: Surroundings, *, all_missing: bool) -> str:
    if place.spelling:
        return f"did you mean {place.spelling}?"
    looked = f"looked in: {', '.join(around.roots)}"
    if not all_missing:
        return looked
    return f"{looked}; set content-root in curriculum.toml if notes paths start elsewhere"


def _fix(notes: Notes, place: Place) -> Fix | None:
    if not place.spelling:
        return None
    return Fix(f"write {place.spelling}", safe=False, edits=(Edit(notes.span, place.spelling),))


RULE = Rule("notes-file-not-found", Group.NOTES, Severity.ERROR, __doc__, check_around=check)
