"""A topic of an earlier version is gone.

Nobody who learns from the guide misses what is not there. `curriculum lint --against BASE`
compares the guide with an earlier version, and recognises topics that were renamed, renumbered or
moved. The content of the topic is part of this one finding. To accept the loss, use `<!--
curriculum-disable-file dropped-topic -->` or a baseline.

## Bad

Before:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns.

### 1.2 Locks
- **Description**: Who may write, and when.
```

After:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns.
```

## Good

Before:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns.

### 1.2 Locks
- **Description**: Who may write, and when.
```

After:

```markdown
# Databases

## 1. Storage

### 1.1 Locks and who holds them
- **Description**: Who may write, and when.

### 1.2 Indexes
- **Description**: Sorted copies of a few columns.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import place_of, topic_name
from curriculum_tools.model.finding import Defect, Related, Severity
from curriculum_tools.model.guide import Guide


def check(facts: Facts, before: Guide) -> Iterator[Defect]:
    """Report each topic that is gone, at its chapter."""
    from curriculum_tools.versions.diff.regressions import regressions  # few lint against a version

    for topic, chapter in regressions(before, facts.guide).topics():
        heading = chapter.heading if chapter else None
        title = f" {topic.title}" if topic.number and topic.title else ""
        yield Defect(
            place_of(heading) if heading else facts.source.line_span(1),
            f"topic {topic_name(topic)}{title} is gone",
            (Related("it stood here", place_of(topic.heading), before.source),),
            key=topic.title,
            help="bring it back, or accept that it is gone",
        )


RULE = Rule("dropped-topic", Group.REGRESSIONS, Severity.ERROR, __doc__, check_against=check)
