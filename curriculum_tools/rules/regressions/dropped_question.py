"""A question of an earlier version is gone.

Merges and clean-ups lose questions without anybody noticing. `curriculum lint --against BASE`
compares the guide with an earlier version; a question that was reworded or moved to another topic
is still asked. The questions of a topic that is gone are part of that finding, `dropped-topic`.

## Bad

Before:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost when rows are written?
  - When does the planner pass over an index?
```

After:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost when rows are written?
```

## Good

Before:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost when rows are written?
  - When does the planner pass over an index?
```

After:

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - When does the planner pass over an index that fits?
  - What does an index cost when rows are written?
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.finding import Defect, Related, Severity
from curriculum_tools.model.guide import Guide


def check(facts: Facts, before: Guide) -> Iterator[Defect]:
    """Report each question that is gone, at the topic that asked it."""
    from curriculum_tools.versions.diff.regressions import regressions  # few lint against a version

    for question, topic in regressions(before, facts.guide).questions():
        yield Defect(
            place_of(topic.heading),
            f"this topic no longer asks: {question.text}",
            (Related("it was asked here", question.span, before.source),),
            key=question.text,
            help="bring it back, or accept that it is gone",
        )


RULE = Rule("dropped-question", Group.REGRESSIONS, Severity.WARNING, __doc__, check_against=check)
