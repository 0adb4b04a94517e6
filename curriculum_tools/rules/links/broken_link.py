"""A relative link or image, in Markdown or HTML, points to a file that does not exist.

Readers who follow it find nothing. Destinations are resolved from the guide's folder, as on
GitHub, and never above the top of the work tree. Web addresses, paths from the root of a site
(`/x`) and those to GitHub's pages on the repository (`../../issues`) are not checked. With
`links = ".html"` under `[dialect]` a link to `x.html` leads to `x.md`.

## Bad

```markdown
# Databases

Exercises are in [a file of their own](exercises.md).

## 1. Storage

### 1.1 Indexes
- **Description**: How a row is found.
```

```text
exercises/all.md
```

## Good

```markdown
# Databases

Exercises are in [a file of their own](exercises/all.md).

## 1. Storage

### 1.1 Indexes
- **Description**: How a row is found.
```

```text
exercises/all.md
```
"""

import re
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.links import RelativeLink
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Span
from curriculum_tools.model.surroundings import Place, Presence, Surroundings

_PLAIN = re.compile(r"[^\s()<>\[\]\\%?#&]+")  # needs no escaping in a link
_REPOSITORY_PAGE = re.compile(  # of GitHub, seen from a file that it shows
    r"(?:\.\./){2,}(?:actions|blob|commits?|compare|discussions|graphs|issues|labels|milestones?|"
    r"network|projects|pulls?|pulse|raw|releases|security|settings|stargazers|tags|tree|wiki)(?:/.*)?"
)
_QUOTE = re.compile("[\"'`]")  # ends the value of an attribute


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each link to a file that is missing, spelt differently, or outside the work tree."""
    for link in facts.links:
        place = around.links.get(link.destination)
        if place is None or place.presence in (Presence.FOUND, Presence.ABSENT):
            continue
        if place.presence is Presence.OUTSIDE and _REPOSITORY_PAGE.fullmatch(link.path):
            continue
        if place.presence is Presence.MISSING and link.destination in facts.anchors:
            meant = f"#{link.destination}"
            fix = Fix(f"write {meant}", False, (Edit(link.span, meant),))
            yield Defect(link.span, _message(link, place), fix=fix, help=f"did you mean {meant}?")
            continue
        suggestion = f"did you mean {place.spelling}?" if place.spelling else None
        yield Defect(link.span, _message(link, place), fix=_fix(link, place), help=suggestion)


def _message(link: RelativeLink, place: Place) -> str:
    if place.presence is Presence.OUTSIDE:
        return f"{link.path} leads out of the work tree"
    if place.presence is Presence.OTHER_CASE:
        return f"{link.path} is spelt with different capitals on disk"
    return f"{link.path} does not exist"


def _fix(link: RelativeLink, place: Place) -> Fix | None:
    """Return the fix that replaces the path; None if it is escaped or encoded."""
    spelling = place.spelling
    if not spelling or not _PLAIN.fullmatch(spelling) or not link.destination.startswith(link.path):
        return None
    if link.is_html and _QUOTE.search(spelling):
        return None
    span = Span(link.span.start, link.span.start + len(link.path))
    is_safe = place.presence is Presence.OTHER_CASE
    return Fix(f"write {spelling}", is_safe, (Edit(span, spelling),))


RULE = Rule("broken-link", Group.LINKS, Severity.ERROR, __doc__, check_around=check)
