"""An answer names an option that the question does not have.

No learner can have it right. The letters of the options are compared without regard to case;
nothing is said of a question whose options have no letters.

## Bad

```markdown
# Tea

## Which leaf is fermented longest?

- A) Black
- B) Green
- C) White

**Answer: D**
```

```toml
[dialect]
question = "## {text}"
option = "- {letter}) {text}"
answer = "**Answer: {letter}**"
```

## Good

```markdown
# Tea

## Which leaf is fermented longest?

- A) Black
- B) Green
- C) White

**Answer: A**
```

```toml
[dialect]
question = "## {text}"
option = "- {letter}) {text}"
answer = "**Answer: {letter}**"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.answers import named, worded
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import Question
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each letter of an answer that is no option's."""
    for _, question in facts.guide.questions:
        if not question.options or not all(option.letter for option in question.options):
            continue
        for name in question.answer.names:
            if not named(question, name.text):
                yield Defect(
                    name.span,
                    f"the question has no option {name.text}",
                    key=f"{question.text}\n{name.text}",
                    help=_help(question),
                )


def _help(question: Question) -> str:
    meant = worded(question)
    if meant:
        return f"what the answer says is option {meant.letter}"
    letters = [option.letter for option in question.options if option.letter]
    if len(letters) == 1:
        return f"its only option is {letters[0]}"
    return f"its options are {', '.join(letters[:-1])} and {letters[-1]}"


RULE = Rule("unknown-option", Group.ANSWERS, Severity.ERROR, __doc__, check)
