"""A question has only one option.

There is nothing to choose: the others were lost, or are written in another way than the dialect
says, so that they are not read.

## Bad

```markdown
# Tea

## Which leaf is fermented longest?

- A) Black

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
from curriculum_tools.facts.answers import malformed_options, templates_with
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each question with exactly one option."""
    has_boxes = templates_with(facts.guide, "mark") is not None
    for _, question in facts.guide.questions:
        if not facts.guide.dialect.templates or len(question.options) != 1:
            continue
        # Those that are malformed are reported, and are options once they are mended.
        if has_boxes and any(malformed_options(facts.source, question, facts.regions)):
            continue
        yield Defect(question.span, "this question has only one option")


RULE = Rule("single-option", Group.ANSWERS, Severity.WARNING, __doc__, check)
