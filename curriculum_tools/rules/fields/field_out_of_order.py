"""The fields of a topic stand in another order than in the other topics.

Readers find a field faster where they expect it, and a diff between two versions is smaller. The
order of a guide is the one that most of its topics have; no order is prescribed.

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

CLEAR = 2  # an order is the guide's where it is twice as frequent as its opposite

_NAMES = {"notes": "notes path"}  # where it is not the name of the field


def check(facts: Facts) -> Iterator[Defect]:
    """Report the first field out of place of each topic whose order is not the guide's."""
    orders = [(topic, _order(topic)) for topic in facts.guide.topics]
    counts = Counter(pair for _, order in orders for pair in combinations(order, 2))
    odd = {pair for pair in counts if counts[pair[::-1]] >= CLEAR * counts[pair]}
    if not odd:
        return
    found = [
        (topic, [pair for pair in combinations(order, 2) if pair in odd]) for topic, order in orders
    ]
    found = [(topic, pairs) for topic, pairs in found if pairs]
    several = f"{len(found):,} topics have their fields in another order than the rest"
    for topic, pairs in found:
        yield _defect(topic, pairs, counts, several if len(found) > 1 else None)


def _order(topic: Section) -> tuple[str, ...]:
    """Give the kinds of a topic's fields, each where it stands first."""
    return tuple(dict.fromkeys(field.name for field in topic.fields))


def _defect(
    topic: Section,
    pairs: Sequence[tuple[str, str]],
    counts: Mapping[tuple[str, str], int],
    cause: str | None,
) -> Defect:
    """Name the field that is out of place with the most others; the first of equals."""
    kind, _ = Counter(kind for pair in pairs for kind in pair).most_common(1)[0]
    before, after = next(pair for pair in pairs if kind in pair)
    other, side = (after, "after") if kind == before else (before, "before")
    usually, unusually = counts[after, before], counts[before, after]
    return Defect(
        _place(next(topic.fields_of(kind))),
        f"the {_NAMES.get(kind, kind)} should stand {side} the {_NAMES.get(other, other)}",
        key=f"{kind} {side} {other}",
        cause=cause,
        help=f"{usually:,} of {usually + unusually:,} topics have them in this order",
    )


def _place(field: Field) -> Span:
    return field.label.span if field.label else field.span


RULE = Rule("field-out-of-order", Group.FIELDS, Severity.INFO, __doc__, check)
