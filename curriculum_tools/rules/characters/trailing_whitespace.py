r"""A line ends with whitespace.

It is invisible, editors remove it in passing, and reviews then show lines that nobody meant to
change. Two or more spaces that break a line inside a paragraph are fine, and so is whitespace in
code blocks.

## Bad

```markdown
# Guide

## 1. Storage\u0020\u0020

### 1.1 Indexes
- **Description**: How a database finds a row.\u0020
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: How a database finds a row,\u0020\u0020
  and what that costs.
```
"""

import re
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Span

_TRACES = (" \n", "\t\n", " \r", "\t\r")
_BLANKS = re.compile(r"(?<![ \t])[ \t]++(?![^\r\n])")


def check(facts: Facts) -> Iterator[Defect]:
    """Report each line that ends with whitespace."""
    text = facts.source.text
    if not text.endswith((" ", "\t")) and not any(trace in text for trace in _TRACES):
        return
    spans = [
        span for match in _BLANKS.finditer(text) if _is_idle(facts, span := Span(*match.span()))
    ]
    cause = f"{len(spans)} lines end with whitespace" if len(spans) > 1 else None
    for span in spans:
        line = facts.source.slice(facts.source.line_span(facts.source.line_of(span.start))).strip()
        message = "whitespace at the end of the line" if line else "whitespace on an empty line"
        is_safe = facts.regions.is_prose(span.start) and not text.endswith("\\", 0, span.start)
        fix = Fix("remove the whitespace", is_safe, (Edit(span, ""),))
        yield Defect(span, message, fix=fix, key=line or "empty line", cause=cause)


def _is_idle(facts: Facts, span: Span) -> bool:
    """Return whether whitespace neither belongs to a code block nor breaks a line."""
    regions, source = facts.regions, facts.source
    if regions.kind_at(span.start) is LeafKind.CODE:
        return False
    is_break = source.slice(span).endswith("  ") and regions.is_prose(span.start)
    return not (is_break and regions.paragraph_goes_on(source.line_of(span.start)))


RULE = Rule("trailing-whitespace", Group.CHARACTERS, Severity.INFO, __doc__, check)
