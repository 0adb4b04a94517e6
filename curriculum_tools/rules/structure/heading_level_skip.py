"""A heading is more than one level below the heading before it.

A `####` directly below a `##` belongs to a section that does not exist: the table of contents has
a gap, and people who listen to the page lose their place. The fix raises the heading, and those
beside and below it, to the missing level. With a `[dialect]`, nothing is said of a level that a
guide never writes, while it writes the one below it five times or more.

## Bad

```markdown
# Databases

## 1. Storage

#### 1.1 Indexes
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

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import carrying_headings
from curriculum_tools.model.content import Heading
from curriculum_tools.model.finding import Defect, Edit, Fix, Related, Severity
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span

TOPIC_LEVEL = 3
MANY = 5  # headings of a level


def check(facts: Facts) -> Iterator[Defect]:
    """Report each heading that skips a level, except topics without a chapter."""
    outside = {topic.heading.span for topic in facts.topics_outside_chapters}
    outside |= carrying_headings(facts.guide)
    headings = _without_further_titles(facts.guide)
    topics = {topic.heading.span for topic in facts.guide.topics}
    used = Counter(heading.level for heading in headings)
    for index, heading in enumerate(headings):
        above = headings[index - 1] if index else heading
        if heading.level <= above.level + 1 or heading.span in outside:
            continue
        if facts.guide.dialect.templates and _is_manner(used, above.level, heading.level):
            continue
        yield Defect(
            _marks(heading),
            f"heading of level {heading.level} directly below one of level {above.level}",
            related=(Related(f"level {above.level}", _marks(above)),),
            fix=_raised(headings, index, above.level + 1, topics),
            key=heading.title.text,
            help=f"make it {'#' * (above.level + 1)}, or put the missing heading above it",
        )


def _is_manner(used: Mapping[int, int], above: int, level: int) -> bool:
    """Return whether a guide writes many headings of a level, and none of those that it skips."""
    return used[level] >= MANY and not any(used[skipped] for skipped in range(above + 1, level))


def _without_further_titles(guide: Guide) -> Sequence[Heading]:
    """Return the headings without those of questions, and without further titles.

    These are findings of their own.
    """
    title = guide.root.heading.span
    questions = iter([question.extent for _, question in guide.questions])
    extent = next(questions, None)
    found = []
    for heading in guide.headings:
        while extent and extent.end <= heading.span.start:
            extent = next(questions, None)
        is_below = extent is not None and extent.covers(heading.span)
        if not is_below and (heading.level > 1 or heading.span == title):
            found.append(heading)
    return found


def _marks(heading: Heading) -> Span:
    """Return the span of a heading's number signs, or the first characters of an underlined one."""
    start = heading.span.start
    return Span(start, min(start + heading.level, heading.span.end))


def _raised(headings: Sequence[Heading], index: int, level: int, topics: set[Span]) -> Fix | None:
    """Return the fix that raises a heading, with all headings below and beside it.

    None if it would change which section another heading belongs to, or make a topic of a heading
    that is none. Safe if only one heading is raised.
    """
    first = headings[index]
    end = index + 1
    while end < len(headings) and headings[end].level >= first.level:
        end += 1
    if end < len(headings) and headings[end].level > level:
        return None
    if level < TOPIC_LEVEL or (level == TOPIC_LEVEL and first.span not in topics):
        return None
    run = headings[index:end]
    skip = first.level - level
    edits = tuple(Edit(Span(h.span.start, h.span.start + skip), "") for h in run)
    title = f"raise it to level {level}" if len(run) == 1 else f"raise {len(run)} headings"
    return Fix(title, len(run) == 1, edits)


RULE = Rule("heading-level-skip", Group.STRUCTURE, Severity.WARNING, __doc__, check)
