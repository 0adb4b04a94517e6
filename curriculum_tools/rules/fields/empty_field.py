"""A field has a label but no content, or a bullet of a topic is empty.

An empty field looks as if it were written, so nobody notices that its content is missing. An empty
bullet among questions is shown as a question without words.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**:
- **Questions**:
  - What does an index cost?
  -
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.
- **Questions**:
  - What does an index cost?
```
"""

import re
from bisect import bisect
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import BlockKind, Section
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Span

_EMPTY_BULLET = re.compile(r"(?<![^\r\n])[ \t]*(?P<bullet>[-*+]|\d{1,9}[.)])[ \t]*(?=[\r\n]|\Z)")


def check(facts: Facts) -> Iterator[Defect]:
    """Report each empty field, and each empty bullet elsewhere in a topic."""
    for topic in facts.guide.topics:
        empty = [field for field in topic.fields if field.label and topic.is_empty(field)]
        for field in empty:
            if field.label:
                message = f'the field "{field.label.text}" is empty'
                yield Defect(field.label.span, message, help="fill it, or remove the label")
        starts = [field.span.start for field in empty]
        for bullet in _empty_bullets(facts, topic):
            above = bisect(starts, bullet.start)
            if not above or not empty[above - 1].span.covers(bullet):
                yield _empty_bullet(facts, bullet)


def _empty_bullets(facts: Facts, topic: Section) -> Iterator[Span]:
    """Yield the bullets without content, which the parser keeps as blocks of no known kind."""
    for block in topic.free_blocks:
        if block.kind is BlockKind.OTHER:
            line = facts.source.line_span(facts.source.line_of(block.span.start))
            for bullet in _EMPTY_BULLET.finditer(facts.source.text, line.start, block.span.end):
                yield Span(*bullet.span("bullet"))


def _empty_bullet(facts: Facts, bullet: Span) -> Defect:
    starts = facts.source.line_starts
    line = facts.source.line_of(bullet.start)
    end = starts[line] if line < len(starts) else len(facts.source.text)
    fix = Fix("remove the line", True, (Edit(Span(starts[line - 1], end), ""),))
    return Defect(bullet, "this bullet is empty", fix=fix, help="write the question, or remove it")


RULE = Rule("empty-field", Group.FIELDS, Severity.WARNING, __doc__, check)
