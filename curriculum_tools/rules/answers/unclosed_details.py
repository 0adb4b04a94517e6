"""A `<details>` is never closed, and hides the questions below it.

On the page all that follows is folded away with it. Tags in code are not looked at.

## Bad

```markdown
# Tea

## How hot is the water for green tea?

<details>

About 75 °C, or it turns bitter.

## Why is the pot warmed first?

A cold pot takes the heat that the leaves need.
```

```toml
[dialect]
question = "## {text}"
answer = "rest"
```

## Good

```markdown
# Tea

## How hot is the water for green tea?

<details>

About 75 °C, or it turns bitter.

</details>

## Why is the pot warmed first?

A cold pot takes the heat that the leaves need.
```

```toml
[dialect]
question = "## {text}"
answer = "rest"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import FaultKind


def check(facts: Facts) -> Iterator[Defect]:
    """Report each opening tag whose end is missing, with how much it hides."""
    if not facts.guide.dialect.templates:
        return
    for fault in facts.guide.faults:
        if fault.kind is FaultKind.HIDDEN:
            yield Defect(fault.span, fault.message, help="close it where it should end")


RULE = Rule("unclosed-details", Group.ANSWERS, Severity.ERROR, __doc__, check)
