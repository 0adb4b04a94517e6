"""Two topics, or two chapters, have the same title.

People and tools recognise a topic by its title when its number has changed. Two topics with one
title are usually one topic written twice. Case, whitespace, quotation marks and Markdown marks
make no difference. A title that every chapter has once, such as "Overview", is none of the guide's
but of its chapters, and is not reported. Others of this kind can be allowed with globs: in the
config, under `[allow]`, `repeated-titles = ["Exercises", "Summary*"]`.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.

### 1.2 *Indexes*
- **Description**: What each of them costs when rows are written.
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Description**: Sorted copies of a few columns, by which a row is found at once.

### 1.2 The price of indexes
- **Description**: What each of them costs when rows are written.
```
"""

from collections.abc import Iterable, Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.likeness import normalise
from curriculum_tools.model.content import Heading
from curriculum_tools.model.finding import Defect, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each topic, or chapter, with the title of an earlier one."""
    chapters = ((chapter.heading, None) for chapter in facts.guide.chapters if chapter.is_headed)
    yield from _repeated(facts, "chapter", chapters)
    home = facts.shared_titles.home
    topics = ((topic.heading, home(topic)) for topic in facts.curriculum_topics)
    yield from _repeated(facts, "topic", topics)


def _repeated(
    facts: Facts, what: str, headings: Iterable[tuple[Heading, int | None]]
) -> Iterator[Defect]:
    """Yield the headings whose title stands earlier, in the same home if the title has one."""
    first: dict[tuple[str, int | None], Heading] = {}
    for heading, home in headings:
        title = normalise(heading.title.text)
        if not title:
            continue
        earlier = first.setdefault((title, home), heading)
        if earlier is heading:
            continue
        name = f"{what} {earlier.number.text}" if earlier.number else f"the {what}"
        line = facts.source.line_of(earlier.span.start)
        yield Defect(
            heading.title.span,
            f"{name} on line {line} has the same title",
            related=(Related("first used here", earlier.title.span),),
            key=f"{what} {title}",
            help="join the two, or say in the title how they differ",
        )


RULE = Rule("duplicate-title", Group.STRUCTURE, Severity.WARNING, __doc__, check)
