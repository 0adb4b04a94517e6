"""A question has several correct options.

Quizzes that take one answer to each question mark all answers but one as wrong. Name this rule in
the config of such a quiz.

## Bad

```markdown
# Tea

## Which leaf is fermented longest?

- [x] Black
- [x] Green
- [ ] White
```

```toml
[dialect]
question = "## {text}"
option = "- [{mark}] {text}"
```

## Good

```markdown
# Tea

## Which leaf is fermented longest?

- [x] Black
- [ ] Green
- [ ] White
```

```toml
[dialect]
question = "## {text}"
option = "- [{mark}] {text}"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each question of which more than one option is ticked or named."""
    if not facts.guide.dialect.templates:
        return
    for _, question in facts.guide.questions:
        count = max(len(question.answer.ticked), len(set(question.answer.letters)))
        if count > 1:
            yield Defect(question.span, f"{count} options of this question are correct")


RULE = Rule("several-correct-options", Group.ANSWERS, Severity.WARNING, __doc__, check, on=False)
