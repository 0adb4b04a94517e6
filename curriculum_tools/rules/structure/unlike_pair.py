"""A file does not have the headings of the one that it is paired with.

With `pairs` under `[dialect]` two files that stand beside each other have the same headings, such
as tasks and the hints to them. Compared are the headings of chapters, topics and questions, as the
dialect has them, with their numbers and in their order; others, such as "General", may stand in
one of the two alone. Each pair is one finding, in the second file, at the first heading that
differs.

## Bad

```markdown tasks.md
# Tasks

## 1. Grind the beans

## 2. Warm the cup
```

```toml
[dialect]
topic = "file"
question = "## {n}. {text}"
pairs = { "tasks.md" = "hints.md" }
```

```markdown hints.md
# Hints

## 1. Grind the beans

A coarse one is for the press.

## 2. Warm the pot

Hot water will do.
```

## Good

```markdown tasks.md
# Tasks

## 1. Grind the beans

## 2. Warm the cup
```

```toml
[dialect]
topic = "file"
question = "## {n}. {text}"
pairs = { "tasks.md" = "hints.md" }
```

```markdown hints.md
# Hints

## General

Read the manual of the machine.

## 1. Grind the beans

A coarse one is for the press.

## 2. Warm the cup

Hot water will do.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.pairs import UnlikeHeadings, unlike_headings
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.surroundings import Surroundings


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report where the headings first differ from those of the file beside it."""
    pair = around.pair
    unlike = unlike_headings(facts.guide, pair, facts.config) if pair else None
    if pair and unlike:
        name = pair.path.rpartition("/")[2]
        more = f"; {unlike.differing:,} headings differ" if unlike.differing > 1 else ""
        yield Defect(
            unlike.span or facts.head,
            _message(unlike, name) + more,
            key=f"{unlike.here}\n{unlike.there}",
            help=f"give both files the headings of {name}, in its order",
        )


def _message(unlike: UnlikeHeadings, name: str) -> str:
    if unlike.there is None:
        return f'{name} has no heading "{unlike.here}"'
    if unlike.here is None:
        where = "before this one" if unlike.span else "at its end"
        return f'{name} has the heading "{unlike.there}" {where}'
    return f'{name} has "{unlike.there}" in place of this heading'


RULE = Rule("unlike-pair", Group.STRUCTURE, Severity.WARNING, __doc__, check_around=check)
