r"""The last line does not end with a newline.

Git marks such a file in every diff, and text that is appended to it ends up on the last line. If
there is only whitespace on the last line, the fix removes that.

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
    """Report a text that does not end with a newline, at its end."""
    text = facts.source.text
    if text.removeprefix(BYTE_ORDER_MARK) == "" or text.endswith(("\n", "\r")):
        return
    end = Span(len(text), len(text))
    yield Defect(end, "no newline at the end of the file", fix=_fix(facts), key="end of the text")


def _fix(facts: Facts) -> Fix:
    """Return the fix that ends the last line, or removes it if it is only whitespace."""
    text = facts.source.text
    filled = len(text.rstrip(" \t"))
    if text[:filled].endswith(("\n", "\r")):
        return Fix("remove the whitespace", True, (Edit(Span(filled, len(text)), ""),))
    end = Span(len(text), len(text))
    return Fix("add a newline", True, (Edit(end, facts.line_ends.usual),))


RULE = Rule("missing-final-newline", Group.CHARACTERS, Severity.INFO, __doc__, check)
