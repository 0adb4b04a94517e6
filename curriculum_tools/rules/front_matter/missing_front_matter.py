"""The guide has no front matter.

Sites that are built from the guides take the title and other metadata from there. The rule is off
until the config has `required = true` under `[front-matter]`.

## Bad

```markdown
# Guide

## 1. Storage
```

## Good

```markdown
---
title: Guide
---

# Guide

## 1. Storage
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import FaultKind


def check(facts: Facts) -> Iterator[Defect]:
    """Report a guide without front matter; unreadable front matter is not missing."""
    guide = facts.guide
    is_there = guide.front_matter_span is not None
    if is_there or any(fault.kind is FaultKind.FRONT_MATTER for fault in guide.faults):
        return
    help_text = "begin the file with a line `---`, the metadata as YAML, and a line `---`"
    span = facts.source.line_span(1)
    yield Defect(span, "this guide has no front matter", key="front matter", help=help_text)


RULE = Rule("missing-front-matter", Group.FRONT_MATTER, Severity.WARNING, __doc__, check, on=False)
