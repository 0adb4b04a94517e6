"""The guide has no title.

The title is the first heading of level 1 that stands before the chapters, else `title` in the front
matter. Without one, a page, an index or a merged guide has no name. With a `[dialect]`, a picture
at the top may stand in its place, and questions without chapters or topics need none.

## Bad

```markdown
## 1. Storage

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

import re
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import has_titles
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import FaultKind, Guide

_PICTURE = re.compile(r"(?:\s*<(?!img\b)[A-Za-z/][^<>]*>)*\s*(?:<img\b|!\[)")


def check(facts: Facts) -> Iterator[Defect]:
    """Report a guide without a title, or with an empty one."""
    guide = facts.guide
    if (guide.title or "").strip() or _may_be_unread(guide) or _is_named_otherwise(guide):
        return
    empty = guide.root.heading if guide.root.is_headed else None
    yield Defect(
        empty.span if empty else facts.source.line_span(1),
        "the title is empty" if empty else "this guide has no title",
        key="title",
        help="begin the guide with a heading such as `# Databases`",
    )


def _may_be_unread(guide: Guide) -> bool:
    """Return whether the title may be in front matter that could not be read."""
    return any(fault.kind is FaultKind.FRONT_MATTER for fault in guide.faults)


def _is_named_otherwise(guide: Guide) -> bool:
    """Return whether titles of chapters or a picture stand for it, or questions stand alone."""
    templates = guide.dialect.templates
    if not templates or templates.topic_is_file or guide.root.is_headed:
        return False
    is_divided = any(each.is_headed for each in (*guide.chapters, *guide.topics))
    return not is_divided or not has_titles(guide) or bool(_PICTURE.match(guide.source.text))


RULE = Rule("missing-title", Group.STRUCTURE, Severity.ERROR, __doc__, check)
