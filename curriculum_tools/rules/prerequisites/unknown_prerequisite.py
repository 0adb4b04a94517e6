"""A prerequisite does not name a topic of this guide.

Prerequisites name topics by number, by title or by both. A name that matches none is a mistake, or
its topic has been renamed or renumbered since; readers do not know what they need first.

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
- **Prerequisites**: 1.1 Tables
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity

_ADVICE = "name a topic of this guide by its number or title"
_ADVICE_ON_DATA = "name a topic of this file, or a concept that one of them teaches"


def check(facts: Facts) -> Iterator[Defect]:
    """Report each name that does not match a topic."""
    for prerequisite in facts.prerequisites:
        if prerequisite.is_known:
            continue
        name, meant = prerequisite.name, prerequisite.meant
        is_number = name.text.replace(".", "").isdecimal()
        what = "has the number" if is_number else "is called"
        if facts.is_data:
            what = "teaches or is called"
        advice = _ADVICE_ON_DATA if facts.is_data else _ADVICE
        advice = f"did you mean {meant}?" if meant else advice
        yield Defect(name.span, f"no topic {what} {name.text}", help=advice)


RULE = Rule("unknown-prerequisite", Group.PREREQUISITES, Severity.ERROR, __doc__, check)
