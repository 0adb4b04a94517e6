"""The letter and the text of an answer name two options.

One of the two is wrong, and half of the learners follow that one. Nothing is said where the text is
none of the options: it may be shortened.

## Bad

```markdown
# Tea

## Which leaf is fermented longest?

- A) Black
- B) Green
- C) White

**Answer: B) Black**
```

```toml
[dialect]
question = "## {text}"
option = "- {letter}) {text}"
answer = "**Answer: {letter}) {text}**"
```

## Good

```markdown
# Tea

## Which leaf is fermented longest?

- A) Black
- B) Green
- C) White

**Answer: A) Black**
```

```toml
[dialect]
question = "## {text}"
option = "- {letter}) {text}"
answer = "**Answer: {letter}) {text}**"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.answers import named, worded
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report the text of each answer that is another option than its letter names."""
    for _, question in facts.guide.questions:
        wording, meant = question.answer.wording, worded(question)
        if wording is None or meant is None:
            continue
        option = named(question, question.answer.letters[0])
        if option is not None and option is not meant:
            yield Defect(
                wording.span,
                f"this is the text of {meant.letter}, and not of {option.letter}",
                related=(
                    Related("what the letter names", option.span),
                    Related("what the text says", meant.span),
                ),
                key=f"{question.text}\n{wording.text}",
                help="one of the two is wrong",
            )


RULE = Rule("unlike-answer", Group.ANSWERS, Severity.WARNING, __doc__, check)
