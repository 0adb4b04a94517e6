"""The number of questions that the guide names is not the number it has.

Such numbers are forgotten when questions are added. `count` in the config's `[dialect]` says how
the lines are written that hold one, and the template of a chapter or topic may hold `{count}` too.
The number is that of what a line names or links to, or of the chapter or topic it stands in, else
of the whole guide. "30+" is right where there are more.

## Bad

```markdown
# Gardening

This list holds **3** questions.

## What is loam?

Clay, silt and sand.

## What is mulch?

A cover of straw.
```

```toml
[dialect]
question = "## {text}"
answer = "rest"
count = "holds **{count}** questions"
```

## Good

```markdown
# Gardening

This list holds **2** questions.

## What is loam?

Clay, silt and sand.

## What is mulch?

A cover of straw.
```

```toml
[dialect]
question = "## {text}"
answer = "rest"
count = "holds **{count}** questions"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.counts import said_counts
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import Role
from curriculum_tools.model.finding import Defect, Fix, Severity
from curriculum_tools.syntax.visible import visible


def check(facts: Facts) -> Iterator[Defect]:
    """Report each number of questions that is another one."""
    for count in said_counts(facts):
        if count.said == count.actual:
            continue
        section = count.section
        what = "the guide" if section.role is Role.GUIDE else visible(section.title).text
        questions = "question" if count.actual == 1 else "questions"
        yield Defect(
            count.span,
            f"{what} has {count.actual:,} {questions}, not {count.said:,}",
            fix=Fix(f"write {count.actual:,}", True, count.edits),
            key=f"count of {what}",
        )


RULE = Rule("wrong-count", Group.STRUCTURE, Severity.WARNING, __doc__, check)
