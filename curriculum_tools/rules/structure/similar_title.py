"""Two topics of a guide have titles that say nearly the same.

Where one topic is "Query Caching" and another "Caching of Queries", a reader has to open both to
find out whether they differ. The rule is off by default, since neighbours in one subject have
titles that are alike for good reasons; switch it on while you put versions of a guide together.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Creating Indexes
- **Description**: How an index is built.

### 1.2 Index Creation
- **Description**: What building an index locks.
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Building Indexes
- **Description**: How an index is built.

### 1.2 Locks While Building
- **Description**: What building an index locks.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.likeness import Verdict, Wording, find_pairs, weigh
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report the later of two topics whose titles are judged `likely` the same, not equal."""
    topics = facts.guide.topics
    titles = [Wording(topic.title) for topic in topics]
    told = set()
    for pair in find_pairs(titles, weigh(titles), at_least=Verdict.LIKELY).pairs:
        if pair.judgement.score == 1.0 or pair.b in told:
            continue  # equal titles are duplicate-title
        told.add(pair.b)
        earlier, later = topics[pair.a].heading.title, topics[pair.b].heading.title
        line = facts.source.line_of(earlier.span.start)
        yield Defect(
            later.span,
            f"this title says nearly the same as the one on line {line}",
            related=(Related("the other title", earlier.span),),
            key=f"{earlier.text}\n{later.text}",
        )


RULE = Rule("similar-title", Group.STRUCTURE, Severity.INFO, __doc__, check, on=False)
