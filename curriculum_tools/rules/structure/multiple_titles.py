"""A heading of level 1 is not the title of the guide.

A guide is one document with one title: the first heading of level 1 that stands before the
chapters, else the one in the front matter. A second one, or one below a chapter, usually means that
two guides were pasted together, or that the heading of a chapter has lost a `#`. A heading before
the chapters that repeats the title of the front matter is fine.

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
from curriculum_tools.facts.topics import place_of, title_headings
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each heading of level 1 except the title."""
    guide = facts.guide
    title = guide.root.heading if guide.root.is_headed else None
    titles = title_headings(guide)
    others = [heading for heading in titles if not title or heading.span != title.span]
    cause = f"{len(titles):,} headings are titles" if len(others) > 1 else None
    for heading in others:
        yield Defect(
            place_of(heading),
            _message(facts),
            related=(Related("the title", place_of(title)),) if title else (),
            cause=cause,
            help="make it a chapter with `##`, or move what follows to a guide of its own",
        )


def _message(facts: Facts) -> str:
    guide = facts.guide
    if guide.root.is_headed:
        line = facts.source.line_of(guide.root.heading.span.start)
        return f"this guide already has its title on line {line}"
    if guide.title:
        return "this guide already has its title in the front matter"
    return "the title of a guide stands before its chapters"


RULE = Rule("multiple-titles", Group.STRUCTURE, Severity.ERROR, __doc__, check)
