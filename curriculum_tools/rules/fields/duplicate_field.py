"""A topic has the same field twice.

Two descriptions, or two lists of questions, are usually left by a merge by hand: readers and tools
take one of them and miss the other. Notes may be named several times.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: How a database finds a row without reading every other.
- **Description**: Sorted copies of a few columns.
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each field of a kind that the topic already has."""
    for topic in facts.guide.topics:
        first = {}
        for field in topic.fields:
            if field.label is None or facts.guide.dialect.spec(field.name).repeatable:
                continue
            if field.name not in first:
                first[field.name] = field.label
                continue
            line = facts.source.line_of(first[field.name].span.start)
            yield Defect(
                field.label.span,
                f"this topic already has its {field.name} on line {line}",
                related=(Related("first given here", first[field.name].span),),
                help="join the two",
            )


RULE = Rule("duplicate-field", Group.FIELDS, Severity.ERROR, __doc__, check)
