r"""The last line has no line end.

Git marks such a file in every diff, and whatever is appended to it lands on the last line. Where
the last line holds nothing but blanks, the fix removes them.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: How a database finds a row.\z
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: How a database finds a row.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import BYTE_ORDER_MARK, Span


def check(facts: Facts) -> Iterator[Defect]:
    """Report a text that ends without a line end, at its end."""
    text = facts.source.text
    if text.removeprefix(BYTE_ORDER_MARK) == "" or text.endswith(("\n", "\r")):
        return
    end = Span(len(text), len(text))
    yield Defect(end, "no line end after the last line", fix=_fix(facts), key="end of the text")


def _fix(facts: Facts) -> Fix:
    """End the last line; if there are only blanks on it, remove them instead."""
    text = facts.source.text
    filled = len(text.rstrip(" \t"))
    if text[:filled].endswith(("\n", "\r")):
        return Fix("remove the blanks", True, (Edit(Span(filled, len(text)), ""),))
    end = Span(len(text), len(text))
    return Fix("end the last line", True, (Edit(end, facts.line_ends.usual),))


RULE = Rule("missing-final-newline", Group.CHARACTERS, Severity.INFO, __doc__, check)
