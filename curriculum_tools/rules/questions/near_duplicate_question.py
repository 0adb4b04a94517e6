"""A question asks in other words what another question of the guide asks.

Guides that several people have worked on ask the same thing twice: once as "What is the purpose of
...", once as "What is ... for". Learners answer both, and editors improve only one. A pair that is
judged `same` is a warning; one that is judged `likely`, with a probability of two thirds or more,
is an info. Words are weighed by this guide alone, so the findings do not depend on which other
guides are linted. Less probable pairs are left to `curriculum duplicates`.

`curriculum duplicates` shows the pairs side by side, also across guides. To accept a pair, list it
under `different-questions` in `curriculum.decisions.yaml`.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What are the benefits of a covering index?
  - What are the advantages of a covering index?
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What are the benefits of a covering index?
  - What are the limitations of a covering index?
```
"""

from collections import defaultdict
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.repeats import AlikePair
from curriculum_tools.likeness import Verdict
from curriculum_tools.model.finding import Defect, Related, Severity
from curriculum_tools.model.source import Span

_HELP = "keep one of the two, or rule them different in curriculum.decisions.yaml"


def check(facts: Facts) -> Iterator[Defect]:
    """Report the later question of each pair once, with all that it pairs with."""
    partners = defaultdict[Span, list[Related]](list)
    told = dict[Span, AlikePair]()
    for alike in facts.alike_questions:
        told.setdefault(alike.later.span, alike)
        partners[alike.later.span].append(Related("asked here", alike.earlier.span))
        partners[alike.earlier.span].append(Related("asked here", alike.later.span))
    guesses = sum(not _is_same(alike) for alike in facts.alike_questions)
    for span, alike in told.items():
        line = facts.source.line_of(alike.earlier.span.start)
        related = tuple(partners[span])
        key = f"{alike.earlier.text}\n{alike.later.text}"
        if _is_same(alike):
            yield Defect(
                span,
                f"this question asks the same as the one on line {line}",
                related=related,
                key=key,
                help=_HELP,
            )
        else:
            yield Defect(
                span,
                f"this question may ask the same as the one on line {line}",
                cause=f"{guesses} pairs may ask the same: curriculum duplicates",
                related=related,
                key=key,
                help=_HELP,
                severity=Severity.INFO,
            )


def _is_same(alike: AlikePair) -> bool:
    return alike.pair.judgement.verdict is Verdict.SAME


RULE = Rule("near-duplicate-question", Group.QUESTIONS, Severity.WARNING, __doc__, check)
