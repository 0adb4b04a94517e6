"""A question has another answer in a translation than in the original.

One of the two is wrong. Questions are compared that have the same number and ask about the same
code: by the letters that their answers name, or by which of the options are ticked. Nothing is said
of a question that lacks an option in one of them or seems to have them in another order, nor of any
question once the numbers of the two have drifted apart.

## Bad

```markdown README.md
# First aid

#### 1. How often in a minute do you press?

- [ ] 70
- [x] 110
```

```toml
[dialect]
question = "#### {n}. {text}"
option = "- [{mark}] {text}"
translations = { of = "README.md", in = "{lang}/README.md" }
```

```markdown es/README.md
# Primeros auxilios

#### 1. ¿Cuántas veces por minuto?

- [x] 70
- [ ] 110
```

## Good

```markdown README.md
# First aid

#### 1. How often in a minute do you press?

- [ ] 70
- [x] 110
```

```toml
[dialect]
question = "#### {n}. {text}"
option = "- [{mark}] {text}"
translations = { of = "README.md", in = "{lang}/README.md" }
```

```markdown es/README.md
# Primeros auxilios

#### 1. ¿Cuántas veces por minuto?

- [ ] 70
- [x] 110
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.translations import other_answers
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.surroundings import Surroundings


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each question whose answer is another one than that in the original."""
    original = around.original
    if not original:
        return
    for other in other_answers(facts.guide, original):
        line = original.source.line_of(other.original.span.start)
        yield Defect(
            other.span,
            f"the answer to question {other.number} is {other.here} here, and {other.there} in "
            f"{original.path}",
            key=str(other.number),
            help=f"see line {line:,} of {original.path}: one of the two is wrong",
        )


RULE = Rule(
    "translation-answer-differs", Group.TRANSLATIONS, Severity.WARNING, __doc__, check_around=check
)
