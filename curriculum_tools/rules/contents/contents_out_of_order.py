"""An entry of the table of contents stands elsewhere than what it leads to.

Contents are read as the order of the guide. An entry is reported if the others are in order; where
more than a third are not, the contents have an order of their own, such as by difficulty.

## Bad

```markdown
# Gardening

- [What is lime?](#what-is-lime)
- [What is loam?](#what-is-loam)
- [What is mulch?](#what-is-mulch)

## What is loam?

Clay, silt and sand.

## What is mulch?

A cover of straw.

## What is lime?

It makes soil less sour.
```

```toml
[dialect]
question = "## {text}"
answer = "rest"
```

## Good

```markdown
# Gardening

- [What is loam?](#what-is-loam)
- [What is mulch?](#what-is-mulch)
- [What is lime?](#what-is-lime)

## What is loam?

Clay, silt and sand.

## What is mulch?

A cover of straw.

## What is lime?

It makes soil less sour.
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
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each entry that stands out of order."""
    for fault in facts.contents_faults.order:
        near = fault.before or fault.after
        side = "after" if fault.before else "before"
        help_text = related = None
        if near:
            line = facts.source.line_of(near.span.start)
            help_text = f"it belongs {side} the entry on line {line}"
            related = Related(f"{side} this one", near.span)
        yield Defect(
            fault.entry.span,
            "this entry is out of order: what it leads to stands elsewhere in the guide",
            related=(related,) if related else (),
            help=help_text,
        )


RULE = Rule("contents-out-of-order", Group.CONTENTS, Severity.INFO, __doc__, check)
