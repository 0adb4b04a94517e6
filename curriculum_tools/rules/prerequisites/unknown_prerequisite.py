"""A prerequisite does not name a topic of this guide.

Prerequisites name topics by number, by title or by both. A name that matches none is a mistake, or
its topic has been renamed or renumbered since; readers do not know what they need first.

What no topic teaches is said to be from outside: as a link, as `external: some algebra`, or in the
config, under `[allow]`, with `external-prerequisites = ["high school *"]`.

In a data file that the config names (`prerequisites` under `[dialect]`), the names are those of its
topics, or of what these teach.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

### 1.2 Indexes
- **Prerequisites**: 1.1, 1.9
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

### 1.2 Indexes
- **Prerequisites**: 1.1 Tables, external: some algebra
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.prerequisites import Prerequisite
from curriculum_tools.model.finding import Defect, Severity

_ADVICE = "name a topic of this guide by its number or title"
_ADVICE_ON_DATA = "name a topic of this file, or a concept that one of them teaches"
_OUTSIDE = 'for one from outside write "external: {}", or a link'
_OUTSIDE_OF_DATA = "for one from outside add it to `[allow] external-prerequisites`"


def check(facts: Facts) -> Iterator[Defect]:
    """Report each name that does not match a topic."""
    for prerequisite in facts.prerequisites:
        if not prerequisite.is_known:
            name = prerequisite.name
            what = "has the number" if _is_number(name.text) else "is called"
            if facts.is_data:
                what = "teaches or is called"
            yield Defect(
                name.span, f"no topic {what} {name.text}", help=_advice(prerequisite, facts.is_data)
            )


def _advice(prerequisite: Prerequisite, is_data: bool) -> str:
    """Return what was probably meant, else what can be named, and how what is no topic is."""
    name, meant = prerequisite.name.text, prerequisite.meant
    if meant:
        return f"did you mean {meant}?"
    if _is_number(name):
        return _ADVICE
    if is_data:
        return f"{_ADVICE_ON_DATA}; {_OUTSIDE_OF_DATA}"
    return f"{_ADVICE}; {_OUTSIDE.format(name)}"


def _is_number(name: str) -> bool:
    return name.replace(".", "").isdecimal()


RULE = Rule("unknown-prerequisite", Group.PREREQUISITES, Severity.ERROR, __doc__, check)
