"""The fields of a topic are not in the usual order of the guide.

Readers find a field faster where they expect it, and diffs between versions are smaller. The usual
order is the one that most topics of the guide have; no particular order is prescribed.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Why tables of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/tables.md`

### 1.2 Indexes
- **Description**: Why indexes of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/indexes.md`

### 1.3 Locks
- **Path to detailed notes**: `notes/locks.md`
- **Description**: Why locks of this kind exist, and what they cost.
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Why tables of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/tables.md`

### 1.2 Indexes
- **Description**: Why indexes of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/indexes.md`

### 1.3 Locks
- **Description**: Why locks of this kind exist, and what they cost.
- **Path to detailed notes**: `notes/locks.md`
```
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import Field, Section
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.source import Span

CLEAR = 2  # an order is usual if it is this many times as frequent as its opposite

_NAMES = {"notes": "notes path"}  # where it is not the name of the field


def check(facts: Facts) -> Iterator[Defect]:
    """Report the field that is most out of place in each topic with an unusual order."""
    orders = [(topic, _order(topic)) for topic in facts.guide.topics]
    counts = Counter(pair for _, order in orders for pair in combinations(order, 2))
    odd = {pair for pair in counts if counts[pair[::-1]] >= CLEAR * counts[pair]}
    if not odd:
        return
    found = [
        (topic, [pair for pair in combinations(order, 2) if pair in odd]) for topic, order in orders
    ]
    found = [(topic, pairs) for topic, pairs in found if pairs]
    several = f"{len(found):,} topics have their fields in a different order from the rest"
    for topic, pairs in found:
        yield _defect(topic, pairs, counts, several if len(found) > 1 else None)


def _order(topic: Section) -> tuple[str, ...]:
    """Return the kinds of a topic's fields, in the order in which they first occur."""
    return tuple(dict.fromkeys(field.name for field in topic.fields))


def _defect(
    topic: Section,
    pairs: Sequence[tuple[str, str]],
    counts: Mapping[tuple[str, str], int],
    cause: str | None,
) -> Defect:
    """Report the field that is out of order with most others, or the first such field."""
    kind, _ = Counter(kind for pair in pairs for kind in pair).most_common(1)[0]
    before, after = next(pair for pair in pairs if kind in pair)
    other, side = (after, "after") if kind == before else (before, "before")
    usually, unusually = counts[after, before], counts[before, after]
    return Defect(
        _place(next(topic.fields_of(kind))),
        f"the {_NAMES.get(kind, kind)} should come {side} the {_NAMES.get(other, other)}",
        key=f"{kind} {side} {other}",
        cause=cause,
        help=f"{usually:,} of {usually + unusually:,} topics have them in this order",
    )


def _place(field: Field) -> Span:
    return field.label.span if field.label else field.span


RULE = Rule("field-out-of-order", Group.FIELDS, Severity.INFO, __doc__, check)
