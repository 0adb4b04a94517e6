"""A topic builds on one that comes later in the guide.

A guide is read from top to bottom, so a topic should come after its prerequisites.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Prerequisites**: Tables

### 1.2 Tables
- **Description**: Rows and columns.
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

### 1.2 Indexes
- **Prerequisites**: Tables
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.prerequisites import topic_name
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each prerequisite that comes later, unless a cycle explains it."""
    topics = facts.guide.topics
    component_of = {place: members for members in facts.prerequisite_cycles for place in members}
    for prerequisite in facts.prerequisites:
        around = component_of.get(prerequisite.topic, frozenset())
        later = [t for t in prerequisite.targets if t > prerequisite.topic and t not in around]
        if not later:
            continue
        target = topics[later[0]]
        line = facts.source.line_of(target.heading.span.start)
        yield Defect(
            prerequisite.name.span,
            f"{topic_name(target)} comes later, on line {line}",
            related=(Related("comes here", target.heading.title.span),),
            key=target.title,
            help="move one of the two topics",
        )


RULE = Rule("prerequisite-order", Group.PREREQUISITES, Severity.WARNING, __doc__, check)
