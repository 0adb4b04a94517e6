"""A part of the guide stands in it twice, word for word.

A merge or a paste that went wrong leaves a topic, a chapter or the whole guide a second time. That
is one slip, however many numbers, titles and questions are there twice because of it: nothing else
is said of the copy, and its numbers are not mended, for it is to be deleted.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

### 1.2 Locks
- **Description**: Who may write, and when.

### 1.1 Tables
- **Description**: Rows and columns.
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

### 1.2 Locks
- **Description**: Who may write, and when.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Related, Severity
from curriculum_tools.model.source import Source, Span


def check(facts: Facts) -> Iterator[Defect]:
    """Report each part that repeats an earlier one, at its first line."""
    source = facts.source
    for part in facts.repeated_parts:
        copy, original = _lines(source, part.copy), _lines(source, part.original)
        topics = f"{part.topics:,} topics" if part.topics > 1 else "1 topic"
        yield Defect(
            _first_line(source, part.copy),
            f"{copy} repeat {original} word for word ({topics})",
            related=(Related("stands here already", _first_line(source, part.original)),),
            key=source.slice(_first_line(source, part.original)),
            help="delete the copy",
        )


def _lines(source: Source, span: Span) -> str:
    text = source.slice(span).rstrip()
    return f"lines {source.line_of(span.start)} to {source.line_of(span.start + len(text))}"


def _first_line(source: Source, span: Span) -> Span:
    return Span(span.start, source.line_span(source.line_of(span.start)).end)


RULE = Rule("repeated-part", Group.STRUCTURE, Severity.WARNING, __doc__, check)
