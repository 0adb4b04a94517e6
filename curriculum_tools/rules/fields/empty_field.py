"""A field has a label but no content, or no path where notes are; or a bullet of a topic is empty.

An empty field looks as if it were written, so nobody notices that its content is missing, be it
left open or filled with a word such as "TBD". An empty bullet among questions is shown as a
question without words.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**:
- **Path to detailed notes**: TBD
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
- *(Individual file to be created, e.g., `notes/indexes.md`)*
- **Questions**:
  - What does an index cost?
```
"""

import re
from bisect import bisect
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.named_notes import without_path
from curriculum_tools.model.content import Block, BlockKind, Section
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Span

_BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]*")
MOST_SHOWN = 60  # characters of a text that a message quotes

_EMPTY_BULLET = re.compile(r"(?<![^\r\n])[ \t]*(?P<bullet>[-*+]|\d{1,9}[.)])[ \t]*(?=[\r\n]|\Z)")


def check(facts: Facts) -> Iterator[Defect]:
    """Report each empty field, and each empty bullet elsewhere in a topic."""
    for topic in facts.guide.topics:
        empty = [field for field in topic.fields if field.label and topic.is_empty(field)]
        for field in empty:
            if field.label:
                message = f'the field "{field.label.text}" is empty'
                yield Defect(field.label.span, message, help="fill it, or remove the label")
        for field in topic.fields:
            yield from map(_no_path, without_path(field))
        starts = [field.span.start for field in empty]
        for bullet in _empty_bullets(facts, topic):
            above = bisect(starts, bullet.start)
            if not above or not empty[above - 1].span.covers(bullet):
                yield _empty_bullet(facts, bullet)


def _no_path(block: Block) -> Defect:
    bullet = _BULLET.match(block.text)
    start = bullet.end() if bullet and block.kind is BlockKind.LIST else 0
    text = " ".join(block.text[start:].split())
    text = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
    meant = "write it in back-ticks, or say which file is to be created"
    span = Span(block.span.start + start, block.span.end)
    return Defect(span, f"no path in this field: {text}", help=meant)


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
