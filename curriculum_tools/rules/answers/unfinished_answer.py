"""An answer says that it is still to be written.

The texts that stand for such an answer are the `placeholder` of the dialect. An answer that only
speaks of one in a sentence is finished.

## Bad

```markdown
# Tea

## How hot is the water for green tea?

About 75 °C, or it turns bitter.

## Why is the pot warmed first?

To be written.
```

```toml
[dialect]
question = "## {text}"
answer = "rest"
placeholder = ["To be written."]
```

## Good

```markdown
# Tea

## How hot is the water for green tea?

About 75 °C, or it turns bitter.

## Why is the pot warmed first?

A cold pot takes the heat that the leaves need.
```

```toml
[dialect]
question = "## {text}"
answer = "rest"
placeholder = ["To be written."]
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each answer that is none yet."""
    for _, question in facts.guide.questions:
        if question.answer.is_unfinished:
            yield Defect(
                question.answer.span,
                "this answer is still to be written",
                key=f"{question.text}\n{question.answer.text}",
            )


RULE = Rule("unfinished-answer", Group.ANSWERS, Severity.INFO, __doc__, check)
