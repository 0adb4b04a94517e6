"""A notes path leads out of the content roots.

An absolute path, a path that climbs out with `..`, and a symbolic link to somewhere else work on
one machine at most. Such files are never opened, so nothing is known about them.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `../../private/indexes.md`
```

## Good

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
from curriculum_tools.facts.lookup import is_absolute
from curriculum_tools.facts.named_notes import named_notes
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.surroundings import Presence, Surroundings


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each path that leads out, even of planned notes."""
    for _topic, notes in named_notes(facts.guide):
        place = around.notes.get(notes.path)
        if place is None or place.presence is not Presence.OUTSIDE:
            continue
        what = "is absolute" if is_absolute(notes.path) else "leads out of the content roots"
        fix = None
        if place.spelling:
            fix = Fix(f"write {place.spelling}", False, (Edit(notes.span, place.spelling),))
        yield Defect(
            notes.span,
            f"{notes.path} {what}",
            fix=fix,
            help=f"did you mean {place.spelling}?"
            if place.spelling
            else f"notes paths start at one of: {', '.join(around.roots)}",
        )


RULE = Rule("notes-outside-root", Group.NOTES, Severity.ERROR, __doc__, check_around=check)
