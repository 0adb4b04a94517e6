"""A notes path is not in lower case, not hyphenated, or does not end in `.md` or `.mdx`.

Paths become web addresses and are typed from memory, so one way of writing them saves looking them
up.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/B_Tree Indexes.md`
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Path to detailed notes**: `notes/b-tree-indexes.md`
```
"""

import re
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.named_notes import named_notes
from curriculum_tools.model.finding import Defect, Severity

_NO_HYPHEN = re.compile(r"[\s_]")
_ENDINGS = (".md", ".mdx")


def check(facts: Facts) -> Iterator[Defect]:
    """Report each untidy path, with everything that is untidy about it."""
    for _topic, notes in named_notes(facts.guide):
        faults = list(_faults(notes.path.partition("#")[0]))
        if notes.path and faults:
            yield Defect(notes.span, f"{notes.path} {' and '.join(faults)}")


def _faults(path: str) -> Iterator[str]:
    if path != path.lower():
        yield "is not in lower case"
    if _NO_HYPHEN.search(path):
        yield "does not join words with -"
    if not path.lower().endswith(_ENDINGS):
        yield "ends in neither .md nor .mdx"


RULE = Rule("untidy-notes-path", Group.NOTES, Severity.WARNING, __doc__, check, on=False)
