"""A notes path differs from the name of its file in upper or lower case.

macOS and Windows find the file all the same; Linux, Git and most web servers do not.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/Indexes.md`
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
from curriculum_tools.facts.named_notes import references
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.surroundings import Presence, Surroundings


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each reference whose file has a name in different case."""
    for _topic, notes in references(facts.guide):
        place = around.notes.get(notes.path)
        if place is None or place.presence is not Presence.OTHER_CASE:
            continue
        if place.spelling is None:
            message = f"{notes.path} differs in case from every file that it may mean"
            yield Defect(notes.span, message, help="write it as the file is spelt")
            continue
        fix = Fix(f"write {place.spelling}", True, (Edit(notes.span, place.spelling),))
        yield Defect(notes.span, f"{notes.path} is spelt {place.spelling} on disk", fix=fix)


RULE = Rule("notes-case-mismatch", Group.NOTES, Severity.ERROR, __doc__, check_around=check)
