"""A question has no answer, although nearly all others have one.

Nobody sees that it is missing but the learner who looks for it. Links back to the top, rules and
empty tags are no answer; an answer that is still to be written is one. Nothing is said unless all
questions of the guide but one, or nine in ten, have an answer, nor of a chapter or topic that
answers none of five questions or more.

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
from curriculum_tools.facts.answers import odd_questions
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import Question, Section
from curriculum_tools.model.finding import Defect, Severity

FEWEST_OPEN = 5  # questions of a topic; that fewer have no answer may be by chance


def check(facts: Facts) -> Iterator[Defect]:
    """Report each question without an answer in a guide that answers."""
    templates = facts.guide.dialect.templates
    if not templates or not templates.has_answers:
        return
    asked = [q for topic in facts.guide.topics for q in topic.questions if not _is_open(topic)]
    odd = odd_questions(asked, _is_answered)
    for question in odd.questions:
        yield Defect(
            question.span,
            "this question has no answer",
            cause=odd.cause("answer"),
            help=f"expected because {odd.reason}",
        )


def _is_open(topic: Section) -> bool:
    """Tell whether the questions of a topic are there to think about."""
    is_long = len(topic.questions) >= FEWEST_OPEN
    return is_long and not any(map(_is_answered, topic.questions))


def _is_answered(question: Question) -> bool:
    return question.is_answered or bool(question.answer.ticked)


RULE = Rule("missing-answer", Group.ANSWERS, Severity.WARNING, __doc__, check)
