"""A topic lacks a section that the config asks for.

With `sections` under `[dialect]` every topic, or every file where a file is one topic, has these
sections: headings, or divs that are written `:::name`. Case, numbers and emphasis do not matter. A
section that is there under a similar name is reported by `misnamed-section` instead.

## Bad

```markdown
# Shutter

## Introduction

How long light falls in.

## Questions

- How fast stops a splash?
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

from collections import Counter
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each section that a topic or the file lacks."""
    counts = Counter(name for each in facts.sections for name in each.missing)
    for each in facts.sections:
        what = "topic" if each.topic else "file"
        for name in each.missing:
            count = counts[name]
            yield Defect(
                each.place(facts.head),
                f'this {what} has no section "{name}"',
                key=name,
                cause=f'{count:,} topics have no section "{name}"' if count > 1 else None,
                help="the config asks for it under `sections`",
            )


RULE = Rule("missing-section", Group.FIELDS, Severity.WARNING, __doc__, check)
