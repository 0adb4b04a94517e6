"""A translation lacks questions that its original has.

Questions are added to the original, and translations are left behind. With `translations` under
`[dialect]` the numbers of both are compared: `of` is the original, `in` is where its translations
are, with the placeholders `{lang}`, `{dir}` and `{name}`. Each translation is reported once, unless
it has as many questions as the original, for then it is numbers that differ.

## Bad

```markdown README.md
# Bread

#### 1. Why is dough kneaded?

#### 2. Why is there steam in the oven?
```

```toml
[dialect]
question = "#### {n}. {text}"
translations = { of = "README.md", in = "{lang}/README.md" }
```

```markdown de/README.md
# Brot

#### 1. Warum wird Teig geknetet?
```

## Good

```markdown README.md
# Bread

#### 1. Why is dough kneaded?

#### 2. Why is there steam in the oven?
```

```toml
[dialect]
question = "#### {n}. {text}"
translations = { of = "README.md", in = "{lang}/README.md" }
```

```markdown de/README.md
# Brot

#### 1. Warum wird Teig geknetet?

#### 2. Wozu ist Dampf im Ofen?
```
"""

from collections.abc import Iterator, Sequence

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.translations import QuestionNumber, lacking_numbers
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.surroundings import Surroundings

MOST_NAMED = 10


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report a translation that lacks questions of its original."""
    if not around.original or len(facts.guide.questions) >= len(around.original.questions):
        return
    lacking = lacking_numbers(facts.guide, around.original)
    if lacking:
        yield Defect(
            facts.head,
            f"this translation lacks {_named(lacking, around.original.path)}",
            key=", ".join(map(str, lacking)),
            help=f"translate what was added to {around.original.path}",
        )


def _named(numbers: Sequence[QuestionNumber], original: str) -> str:
    if len(numbers) == 1:
        return f"question {numbers[0]} of {original}"
    runs = list(_runs(numbers))
    more = sum(map(len, runs[MOST_NAMED:]))
    named = [f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs]
    rest = f" and {more:,} more" if more else ""
    return f"{len(numbers):,} questions of {original}: {', '.join(named[:MOST_NAMED])}{rest}"


def _runs(numbers: Sequence[QuestionNumber]) -> Iterator[list[str]]:
    """Yield the numbers, those that follow each other together."""
    run: list[str] = []
    last: QuestionNumber | None = None
    for number in numbers:
        if run and not (last and _follows(number, last)):
            yield run
            run = []
        run.append(str(number))
        last = number
    yield run


def _follows(number: QuestionNumber, last: QuestionNumber) -> bool:
    if number.chapter != last.chapter or not (number.text.isdecimal() and last.text.isdecimal()):
        return False
    return int(number.text) == int(last.text) + 1


RULE = Rule("outdated-translation", Group.TRANSLATIONS, Severity.INFO, __doc__, check_around=check)
