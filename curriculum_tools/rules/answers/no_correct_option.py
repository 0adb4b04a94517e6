"""None of the options of a question is ticked.

Where the ticked options are the answers, such a question has none. Nothing is said unless all
questions of the guide with options but one, or nine in ten, have one that is ticked.

## Bad

```markdown
# Tea

## Which leaf is fermented longest?

- [x] Black
- [ ] Green
- [ ] White

## Which water is best?

- [ ] Hard
- [x] Soft

## Which pot keeps the heat longest?

- [ ] Glass
- [ ] Cast iron
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

## Which water is best?

- [ ] Hard
- [x] Soft

## Which pot keeps the heat longest?

- [ ] Glass
- [x] Cast iron
```

```toml
[dialect]
question = "## {text}"
option = "- [{mark}] {text}"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.answers import malformed_options, odd_questions, templates_with
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import Question
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each question with checkboxes of which none is ticked."""
    if not templates_with(facts.guide, "mark"):
        return
    # What is malformed is reported as that, and counts here as what it was meant as.
    malformed = {
        question.extent: list(malformed_options(facts.source, question, facts.regions))
        for _, question in facts.guide.questions
    }

    def has_correct(question: Question) -> bool:
        is_ticked = any(option.is_ticked for option in malformed[question.extent])
        return bool(is_ticked or question.answer.ticked or question.answer.names)

    asked = [q for _, q in facts.guide.questions if q.options or malformed[q.extent]]
    odd = odd_questions(asked, has_correct)
    for question in odd.questions:
        yield Defect(
            question.span,
            "no option of this question is ticked",
            cause=odd.cause("option that is ticked"),
            help=f"expected because {odd.reason}",
        )


RULE = Rule("no-correct-option", Group.ANSWERS, Severity.WARNING, __doc__, check)
