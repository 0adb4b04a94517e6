"""A topic has too few or too many questions.

A single question hardly tests a topic, and nobody works through twenty. The limits are 3 and 8
unless the config sets others with `count` under `[questions]`. A topic without any question is
reported by `missing-questions`.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost?
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost?
  - When is an index not used?
  - Which columns would you leave without one?
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.finding import Defect, Severity

FEWEST, MOST = 3, 8


def check(facts: Facts) -> Iterator[Defect]:
    """Report each topic that has questions, but too few or too many."""
    low, high = _limits(*facts.config.question_count)
    counted = [(topic, len(topic.questions)) for topic in facts.guide.topics]
    found = [(topic, count) for topic, count in counted if count and not low <= count <= high]
    cause = f"{len(found):,} topics have fewer than {low:,} or more than {high:,} questions"
    for topic, count in found:
        asked = f"{count:,} question{'s' if count > 1 else ''}"
        limit = f"at least {low:,}" if count < low else f"at most {high:,}"
        yield Defect(
            place_of(topic.heading),
            f"this topic has {asked}; {limit} are wanted",
            cause=cause if len(found) > 1 else None,
            help="set [questions] count in the config if other numbers suit the guide",
        )


def _limits(low: int | None, high: int | None) -> tuple[int, int]:
    """Return both limits, with defaults that do not contradict the one in the config."""
    if low is None:
        low = FEWEST if high is None or high >= FEWEST else 1
    return low, max(MOST, low) if high is None else high


RULE = Rule(
    "question-count-out-of-range", Group.QUESTIONS, Severity.WARNING, __doc__, check, on=False
)
