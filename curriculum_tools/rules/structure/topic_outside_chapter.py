"""A topic comes before the first chapter.

Numbers, the index and a merge go by chapters, so each topic needs one. Consecutive topics outside
of a chapter are one finding, at the first of them.

## Bad

```markdown
# Databases

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report the run of topics before the first chapter."""
    topics = facts.topics_outside_chapters
    if not topics:
        return
    has_chapters = len(facts.guide.chapters) > 1
    where = "before the first chapter" if has_chapters else "outside of any chapter"
    what = f"{len(topics):,} topics are" if len(topics) > 1 else "this topic is"
    yield Defect(
        place_of(topics[0].heading),
        f"{what} {where}",
        help="put the heading of a chapter above it, such as `## 1. Storage`",
    )


RULE = Rule("topic-outside-chapter", Group.STRUCTURE, Severity.ERROR, __doc__, check)
