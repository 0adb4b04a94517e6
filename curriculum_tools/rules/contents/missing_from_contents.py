"""A chapter, topic or question is missing from the table of contents, which lists the others.

Readers look for it there and take it for absent. It is reported where most of what stands beside
it is listed: contents that list chapters only need not list questions. So is a chapter's first
question where the contents list the questions of all chapters but this one. A title without
questions below it, such as that of a licence, need not be listed, and what an entry is meant for
that leads nowhere is reported as `broken-anchor`.

## Bad

```markdown
# Gardening

- [Soil](#soil)
- [Weather](#weather)

## Soil

### What is loam?

Clay, silt and sand.

## Seeds

### How deep is a bean sown?

Twice its own length.

## Weather

### When is frost over?

In the middle of May.
```

```toml
[dialect]
chapter = "## {text}"
question = "### {text}"
answer = "rest"
```

## Good

```markdown
# Gardening

- [Soil](#soil)
- [Seeds](#seeds)
- [Weather](#weather)

## Soil

### What is loam?

Clay, silt and sand.

## Seeds

### How deep is a bean sown?

Twice its own length.

## Weather

### When is frost over?

In the middle of May.
```

```toml
[dialect]
chapter = "## {text}"
question = "### {text}"
answer = "rest"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each place that has no entry and whose siblings have one."""
    for place in facts.contents_faults.missing:
        anchor = facts.places.anchor_of[place.order]
        yield Defect(
            place.title.span,
            f"this {place.what} is missing from the table of contents",
            cause="missing from the table of contents",
            help=f"add an entry that leads to #{anchor}",
        )


RULE = Rule("missing-from-contents", Group.CONTENTS, Severity.WARNING, __doc__, check)
