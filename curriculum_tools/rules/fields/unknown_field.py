"""A bullet of a topic has a bold label that is not a known field.

Content under an unknown label is in no index and takes no part in a merge. The fix corrects a
misspelt label, and the field under it is not reported as missing as well. If your guides use other
words for the fields, list them in the config under `[fields.labels]`.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Descriptoin**: Sorted copies of a few columns, by which a row is found at once.
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
from collections import Counter
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.unknown_fields import UnknownField
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.labels import COLONS

_MARKS = re.compile(rf"[*_]*[ \t]*[{''.join(COLONS)}][*_]*")


def check(facts: Facts) -> Iterator[Defect]:
    """Report each label that is not a field."""
    counts = Counter(unknown.label.text for unknown in facts.unknown_fields)
    for unknown in facts.unknown_fields:
        label = unknown.label.text
        what = "a field only in bold type" if unknown.is_plain else "not a field of a topic"
        several = counts[label] > 1
        yield Defect(
            unknown.label.span,
            f'"{label}" is {what}',
            fix=_relabelled(facts, unknown),
            cause=f'{counts[label]:,} bullets are labelled "{label}"' if several else None,
            help=_advice(unknown),
        )


def _advice(unknown: UnknownField) -> str:
    if unknown.is_plain:
        return f"write **{unknown.name}**"
    if unknown.name:
        return f"did you mean {unknown.name}?"
    return "if it is a field, add the label to [fields.labels] in the config"


def _relabelled(facts: Facts, unknown: UnknownField) -> Fix | None:
    """Return the fix for a misspelt label, unless the topic already has that field."""
    if not unknown.name or not unknown.is_sure:
        return None
    span = unknown.label.span
    if unknown.is_plain:
        marks = _marks_around(facts.source, span)
        edits = Edit(marks[0], "**"), Edit(marks[1], "**:")
        return Fix(f"write **{unknown.name}**", True, edits)
    return Fix(f"write {unknown.name}", True, (Edit(span, unknown.name),))


def _marks_around(source: Source, label: Span) -> tuple[Span, Span]:
    """Return the marks of emphasis before a label, and those behind it with the colon."""
    before = source.text[: label.start]
    after = _MARKS.match(source.text, label.end)
    start = len(before.rstrip("*_"))
    return Span(start, label.start), Span(label.end, after.end() if after else label.end)


RULE = Rule("unknown-field", Group.FIELDS, Severity.WARNING, __doc__, check)
