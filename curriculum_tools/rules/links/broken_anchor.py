"""A link points to a heading that does not exist.

When a heading is renamed or renumbered, its anchor changes, and links to the old one lead to the
top of the page. The known anchors are those that GitHub gives to headings, and those that are
written out (`<a id="x">`, `{#x}`).

## Bad

```markdown
# Databases

Begin with [indexes](#11-indexes-and-keys).

## 1. Storage

### 1.1 Indexes
- **Description**: How a row is found.
```

## Good

```markdown
# Databases

Begin with [indexes](#11-indexes).

## 1. Storage

### 1.1 Indexes
- **Description**: How a row is found.
```
"""

import re
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.links import RelativeLink
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Span
from curriculum_tools.model.surroundings import Surroundings
from curriculum_tools.syntax.spelling import Speller

# The top of a page, lines of a file, and text fragments need no heading.
_ANYWHERE = re.compile(r"top|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|:~:.*", re.DOTALL)
_USER_CONTENT = "user-content-"  # what GitHub writes before each anchor


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report each link to an anchor that its target does not have."""
    speller = Speller()
    for link in facts.links:
        anchor = link.anchor.removeprefix(_USER_CONTENT)
        known = _known_anchors(facts, around, link)
        if not anchor or known is None or anchor in known or _ANYWHERE.fullmatch(anchor):
            continue
        folded = anchor.lower()
        meant = folded if folded in known else speller.closest(folded, known)
        yield Defect(
            link.span,
            f"{link.path or 'this guide'} has no anchor #{anchor}",
            fix=_fix(link, meant),
            help=f"did you mean #{meant}?" if meant else None,
        )


def _known_anchors(facts: Facts, around: Surroundings, link: RelativeLink) -> frozenset[str] | None:
    """Return the anchors of the file that a link points to; None if they are not known."""
    if not link.path:
        return facts.anchors if link.anchor else None
    place = around.links.get(link.destination)
    return around.anchors.get(place.file) if place and place.file is not None else None


def _fix(link: RelativeLink, meant: str | None) -> Fix | None:
    if meant is None or not link.destination.endswith(f"#{link.anchor}"):
        return None
    span = Span(link.span.end - len(link.anchor), link.span.end)
    return Fix(f"link to #{meant}", False, (Edit(span, meant),))


RULE = Rule("broken-anchor", Group.LINKS, Severity.ERROR, __doc__, check_around=check)
