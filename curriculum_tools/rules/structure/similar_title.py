"""Two topics of a guide have nearly the same title.

If one topic is "Query Caching" and another "Caching of Queries", readers have to open both to find
out whether they differ. The rule is off by default, because topics of one subject often have
similar titles for good reasons; turn it on while you merge versions of a guide. Titles that topics
of different chapters may share (`[allow] repeated-titles`) are not compared with each other.

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
    """Report the later of two topics whose titles are `likely` the same or better, but unequal."""
    topics = facts.guide.topics
    homes = [facts.shared_titles.home(topic) for topic in topics]
    titles = [Wording(topic.title) for topic in topics]
    reported = set()
    for pair in find_pairs(titles, weigh(titles), at_least=Verdict.LIKELY).pairs:
        if pair.judgement.score == 1.0 or pair.b in reported:
            continue  # equal titles are duplicate-title
        if None not in (homes[pair.a], homes[pair.b]) and homes[pair.a] != homes[pair.b]:
            continue
        reported.add(pair.b)
        earlier, later = topics[pair.a].heading.title, topics[pair.b].heading.title
        line = facts.source.line_of(earlier.span.start)
        yield Defect(
            later.span,
            f"this title says nearly the same as the one on line {line}",
            related=(Related("the other title", earlier.span),),
            key=f"{earlier.text}\n{later.text}",
        )


RULE = Rule("similar-title", Group.STRUCTURE, Severity.INFO, __doc__, check, on=False)
