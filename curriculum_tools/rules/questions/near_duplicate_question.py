"""A question asks in other words what another question of the guide asks.

Guides that several people have worked on ask the same thing twice: once as "What is the purpose of
...", once as "What is ... for". Learners answer both, and editors improve only one. A pair that is
judged `same` is a warning; one that is judged `likely` is an info. Words are weighed by this guide
alone, so the findings do not depend on which other guides are linted.

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

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.likeness import Verdict
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report the later question of each pair, only with the one it is most like."""
    reported = set()
    for earlier, later, pair in facts.alike_questions:
        if later.span in reported:
            continue
        reported.add(later.span)
        line = facts.source.line_of(earlier.span.start)
        is_same = pair.judgement.verdict is Verdict.SAME
        message = "asks the same as" if is_same else "probably asks the same as"
        yield Defect(
            later.span,
            f"this question {message} the one on line {line}",
            related=(Related("asked here", earlier.span),),
            key=f"{earlier.text}\n{later.text}",
            help="keep one of the two, or rule them different in curriculum.decisions.yaml",
            severity=None if is_same else Severity.INFO,
        )


RULE = Rule("near-duplicate-question", Group.QUESTIONS, Severity.WARNING, __doc__, check)
