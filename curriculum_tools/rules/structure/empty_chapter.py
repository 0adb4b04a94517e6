"""A chapter has no topics.

Its topics were moved away, or are still to be written. A chapter without a number that contains
text ("How to use this guide", "Further reading") is not part of the curriculum and is ignored.

## Bad

```markdown
# Databases

## 1. Storage

## 2. Queries

### 2.1 Joins
- **Description**: Rows of two tables that belong together, side by side.
```

## Good

```markdown
# Databases

## How to use this guide

Answer aloud before you look anything up.

## 1. Queries

### 1.1 Joins
- **Description**: Rows of two tables that belong together, side by side.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.content import BlockKind, Section
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each chapter without topics."""
    if facts.guide.dialect.templates:
        return  # questions may stand in sections of any kind
    for chapter in facts.guide.chapters:
        if chapter.is_headed and not chapter.sections and not _is_prose(chapter):
            yield Defect(
                place_of(chapter.heading),
                "this chapter has no topics",
                help="give it topics, or remove the heading",
            )


def _is_prose(chapter: Section) -> bool:
    """Return whether a chapter is a section of prose, not part of the curriculum."""
    has_text = any(block.kind is not BlockKind.HTML for block in chapter.blocks)
    return chapter.number is None and has_text


RULE = Rule("empty-chapter", Group.STRUCTURE, Severity.WARNING, __doc__, check)
