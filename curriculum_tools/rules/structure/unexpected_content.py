"""A bullet of a topic is not a field.

A topic consists of its fields: description, prerequisites, notes and questions. A bullet beside
them belongs to none, so no index and no merge can use it; often it is a question that has lost its
indentation. A bullet with a bold label is an `unknown-field` instead.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.
- **Questions**:
  - What does an index cost?
- Sorting costs time on each write.
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.
- **Questions**:
  - What does an index cost?
  - Which columns would you leave without one?
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import Block, BlockKind
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.source import Span


def check(facts: Facts) -> Iterator[Defect]:
    """Report each bullet of a topic that is not a field and has no label."""
    if facts.guide.dialect.templates:
        return  # it knows no fields
    stray = {block for _, blocks in facts.stray_questions for block in blocks}
    bullets = [
        block
        for topic in facts.curriculum_topics
        for block in topic.free_blocks
        if block.kind is BlockKind.LIST and not block.label and block not in stray
    ]
    cause = f"{len(bullets):,} bullets of topics are not fields" if len(bullets) > 1 else None
    for _, strays in facts.stray_questions:
        several = f"these {len(strays):,} questions stand"
        asked = several if len(strays) > 1 else "this question stands"
        yield Defect(
            _first_line(facts, strays[0]),
            f"{asked} in no questions field",
            help="put a **Questions** label above",
            severity=Severity.WARNING,
        )
    for bullet in bullets:
        yield Defect(
            _first_line(facts, bullet),
            "this bullet is not a field of the topic",
            cause=cause,
            help="indent it if it is a question, or give it a label",
        )


def _first_line(facts: Facts, bullet: Block) -> Span:
    line = facts.source.line_span(facts.source.line_of(bullet.span.start))
    return Span(bullet.span.start, min(bullet.span.end, line.end))


RULE = Rule("unexpected-content", Group.STRUCTURE, Severity.INFO, __doc__, check)
