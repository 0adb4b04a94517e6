"""The guide has more than one heading of level 1.

A guide is one document with one title. A second one usually means that two guides were pasted
together, or that the heading of a chapter has lost a `#`. A heading that repeats the title of the
front matter is fine.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.

# Operation

### 2.1 Backups
- **Description**: What is not restored once in a while is no backup.
```

## Good

```markdown
---
title: Databases
---

# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each heading of level 1 except the first."""
    titles = [heading for heading in facts.guide.headings if heading.level == 1]
    if len(titles) < 2:
        return
    first, *others = titles
    line = facts.source.line_of(first.span.start)
    cause = f"{len(titles):,} headings are titles" if len(others) > 1 else None
    for heading in others:
        yield Defect(
            place_of(heading),
            f"this guide already has its title on line {line}",
            related=(Related("the title", place_of(first)),),
            cause=cause,
            help="make it a chapter with `##`, or move what follows to a guide of its own",
        )


RULE = Rule("multiple-titles", Group.STRUCTURE, Severity.ERROR, __doc__, check)
