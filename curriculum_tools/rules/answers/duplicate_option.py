"""Two options of a question are the same.

If one is correct, so is the other, and learners are marked down for choosing it. Options are
compared as they are written, code and marks and all: `[1, 2]` is not `{1, 2}`, nor `4` the same as
`"4"`. Those that show nothing at all (`&shy;`) stand for what was lost, and are not compared.

## Bad

```markdown
# Tea

## Which leaf is fermented longest?

- A) Black
- B) Green
- C) Green

**Answer: A**
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
from curriculum_tools.facts.answers import as_written
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each option that is the same as one before it."""
    if not facts.guide.dialect.templates:
        return
    for _, question in facts.guide.questions:
        written = as_written(facts.source, question)
        for option, own in zip(question.options, written, strict=True):
            first = question.options[written.index(own)]
            if own and first is not option:
                line = facts.source.line_of(first.span.start)
                yield Defect(
                    option.span,
                    f"this option is the same as {first.letter or f'the one on line {line}'}",
                    related=(Related("the same option", first.span),),
                    key=f"{question.text}\n{option.text}",
                )


RULE = Rule("duplicate-option", Group.ANSWERS, Severity.WARNING, __doc__, check)
