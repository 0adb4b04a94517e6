"""Topics are prerequisites of each other.

Nobody can begin with any of them. Usually one of the prerequisites is only a related topic.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Prerequisites**: 1.2

### 1.2 Indexes
- **Prerequisites**: 1.1
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

### 1.2 Indexes
- **Prerequisites**: 1.1
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.cycles import shortest_cycle
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.prerequisites import Prerequisite, topic_name
from curriculum_tools.model.finding import Defect, Related, Severity

MOST_NAMES = 4  # topics that a message names


def check(facts: Facts) -> Iterator[Defect]:
    """Report each set of topics that build on each other, at the first of them."""
    component_of = {place: members for members in facts.prerequisite_cycles for place in members}
    inside: dict[frozenset[int], list[Prerequisite]] = {}
    for prerequisite in facts.prerequisites:
        members = component_of.get(prerequisite.topic)
        if members and not members.isdisjoint(prerequisite.targets):
            inside.setdefault(members, []).append(prerequisite)
    for members, prerequisites in inside.items():
        cycle = shortest_cycle(facts.prerequisite_graph, min(members))
        following = cycle[1 % len(cycle)]
        closing = next(p for p in prerequisites if p.topic == cycle[0] and following in p.targets)
        yield Defect(
            closing.name.span,
            _message([topic_name(facts.guide.topics[place]) for place in cycle], len(members)),
            related=tuple(_related(facts, p) for p in prerequisites if p.topic != closing.topic),
            key=" > ".join(facts.guide.topics[place].title for place in cycle),
            help="remove the prerequisite that is only a related topic",
        )


def _message(names: list[str], count: int) -> str:
    if len(names) == 1:
        return f"{names[0]} is its own prerequisite"
    if len(names) > MOST_NAMES:
        return f"{names[0]} is its own prerequisite by way of {len(names) - 1} other topics"
    way = ", which builds on ".join([*names[1:], names[0]])
    more = f" ({count} topics build on each other)" if count > len(names) else ""
    return f"{names[0]} builds on {way}{more}"


def _related(facts: Facts, prerequisite: Prerequisite) -> Related:
    topic = facts.guide.topics[prerequisite.topic]
    return Related(f"{topic_name(topic)} builds on this one", prerequisite.name.span)


RULE = Rule("prerequisite-cycle", Group.PREREQUISITES, Severity.ERROR, __doc__, check)
