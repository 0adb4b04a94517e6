"""None of the options of a question is ticked.

Where the ticked options are the answers, such a question has none. Nothing is said unless all
questions of the guide with options but one, or nine in ten, have one that is ticked; where each
file is only a topic or a chapter, those of all files that the config includes.

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
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.odd_questions import odd_questions
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.surroundings import Habit, Surroundings


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each question with checkboxes of which none is ticked."""
    odd = odd_questions(facts, around, Habit.TICK)
    for question in odd.questions:
        yield Defect(
            question.span,
            "no option of this question is ticked",
            cause=odd.cause("option that is ticked"),
            help=f"expected because {odd.reason}",
        )


RULE = Rule("no-correct-option", Group.ANSWERS, Severity.WARNING, __doc__, check_around=check)
