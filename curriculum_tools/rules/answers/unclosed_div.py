"""A div is never closed.

All that follows stands in it: what comes after a solution is part of the solution. Looked at only
where questions, answers or sections of the dialect are divs; divs in code are not.

## Bad

```markdown
# Tea

::: challenge

## How hot is the water for green tea?

::: solution

About 75 °C, or it turns bitter.

:::
```

```toml
[dialect]
question = "## {text}"
within = [":::challenge"]
answer = ":::solution"
```

## Good

```markdown
# Tea

::: challenge

## How hot is the water for green tea?

::: solution

About 75 °C, or it turns bitter.

:::

:::
```

```toml
[dialect]
question = "## {text}"
within = [":::challenge"]
answer = ":::solution"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import FaultKind


def check(facts: Facts) -> Iterator[Defect]:
    """Report each line that opens a div without end."""
    for fault in facts.guide.faults:
        if fault.kind is FaultKind.OPEN_DIV:
            yield Defect(fault.span, fault.message, help="close it with `:::` where it should end")


RULE = Rule("unclosed-div", Group.ANSWERS, Severity.ERROR, __doc__, check)
