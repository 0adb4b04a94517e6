r"""The lines of the guide have different line endings.

This happens when people on different systems edit one file. Some tools then see one long line, and
diffs show the whole file as changed. The fix gives all lines the ending that most of them have.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes\u000d
- **Description**: How a database finds a row.
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
from curriculum_tools.facts.line_ends import LINE_END
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Span

_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def check(facts: Facts) -> Iterator[Defect]:
    """Report unusual line endings once for the guide, at the first of them."""
    counts, usual = facts.line_ends.counts, facts.line_ends.usual
    if len(counts) < 2:
        return
    odd = [
        Span(*match.span())
        for match in LINE_END.finditer(facts.source.text)
        if match.group() != usual
    ]
    kinds = sorted((count, _NAMES[end]) for end, count in counts.items() if end != usual)
    named = " and ".join(f"{count} with {name}" for count, name in reversed(kinds))
    verb = "line ends" if len(odd) == 1 else "lines end"
    first, *more = named.split(" ", 1)
    message = f"{first} {verb} {' '.join(more)}, {counts[usual]} with {_NAMES[usual]}"
    edits = tuple(Edit(span, usual) for span in odd)
    fix = Fix(f"end all lines with {_NAMES[usual]}", True, edits)
    yield Defect(odd[0], message, fix=fix, key="line ends")


RULE = Rule("mixed-line-endings", Group.CHARACTERS, Severity.WARNING, __doc__, check)
