"""A section that the config asks for has nearly the right name.

Tools and readers look for sections by their names. A heading, or a div, that is called almost like
a section that is missing is probably meant to be it; `missing-section` says nothing of it then. The
fix writes the name as the config does. It is not applied without being asked for, because links may
lead to the heading by its name.

## Bad

```markdown
# Shutter

## Introducton

How long light falls in.

## Questions

- How fast stops a splash?
```

```toml
[dialect]
topic = "file"
question = "- {text}"
sections = ["Introduction", "Questions"]
```

## Good

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
sections = ["Introduction", "Questions"]
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.sections import written_name
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each heading or div that is nearly called like a section that is missing."""
    for section in (found for each in facts.sections for found in each.found):
        if section.is_misnamed:
            name = written_name(section.name)
            yield Defect(
                section.title.span,
                f'"{section.title}" is no section that the config asks for',
                fix=Fix(f"write {name}", False, (Edit(section.title.span, name),)),
                help=f"did you mean {name}?",
            )


RULE = Rule("misnamed-section", Group.FIELDS, Severity.WARNING, __doc__, check)
