"""A question has no answer, although nearly all others have one.

Nobody sees that it is missing but the learner who looks for it. Links back to the top, rules and
empty tags are no answer; an answer that is still to be written is one. Nothing is said unless all
questions of the guide but one, or nine in ten, have an answer (where each file is only a topic or a
chapter, those of all files that the config includes), nor of a chapter or topic that answers none
of five questions or more.

## Bad

```markdown
# Tea

## How hot is the water for green tea?

About 75 °C, or it turns bitter.

## Why is the pot warmed first?

## How long does black tea draw?

Three to five minutes.
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

About 75 °C, or it turns bitter.

## Why is the pot warmed first?

A cold pot takes the heat that the leaves need.

## How long does black tea draw?

Three to five minutes.
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
from curriculum_tools.facts.odd_questions import odd_questions
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.surroundings import Habit, Surroundings


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each question without an answer where nearly all have one."""
    odd = odd_questions(facts, around, Habit.ANSWER)
    for question in odd.questions:
        yield Defect(
            question.span,
            "this question has no answer",
            cause=odd.cause("answer"),
            help=f"expected because {odd.reason}",
        )


RULE = Rule("missing-answer", Group.ANSWERS, Severity.WARNING, __doc__, check_around=check)
