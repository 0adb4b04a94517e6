"""A section of a topic stands elsewhere than the config has it.

Readers who know one lesson find their way in all others if the sections follow in one order, which
is that of `sections` under `[dialect]`. What else stands between them does not matter. Of the
sections that do not fit together, the fewest are reported.

## Bad

```markdown
# Shutter

## Questions

- How fast stops a splash?

## Introduction

How long light falls in.

## Assignment

Take three pictures of a fountain.
```

```toml
[dialect]
topic = "file"
question = "- {text}"
sections = ["Introduction", "Assignment", "Questions"]
```

## Good

```markdown
# Shutter

## Introduction

How long light falls in.

## Assignment

Take three pictures of a fountain.

## Questions

- How fast stops a splash?
```

```toml
[dialect]
topic = "file"
question = "- {text}"
sections = ["Introduction", "Assignment", "Questions"]
```
"""

from collections.abc import Iterator, Sequence

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.sections import FoundSection, Sectioning, written_name
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each section that does not stand where the config has it."""
    templates = facts.guide.dialect.templates
    order = templates.sections if templates else ()
    for each in facts.sections:
        for section in each.misplaced:
            yield Defect(
                section.title.span,
                f"{written_name(section.name)} should {_where(section, each, order)}",
                help="the config has the sections in another order",
            )


def _where(section: FoundSection, sectioning: Sectioning, order: Sequence[str]) -> str:
    """Say after or before which of the sections in their places one should come."""
    kept = {each.name for each in sectioning.found if each not in sectioning.misplaced}
    rank = order.index(section.name)
    before = next((name for name in reversed(order[:rank]) if name in kept), None)
    if before:
        return f"come after {written_name(before)}"
    after = next(name for name in order[rank:] if name in kept)
    return f"come before {written_name(after)}"


RULE = Rule("section-out-of-order", Group.FIELDS, Severity.INFO, __doc__, check)
