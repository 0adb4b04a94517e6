r"""The file is not encoded as UTF-8.

Bytes that are not UTF-8 cannot be read reliably: each tool shows something else in their place,
and saving the file may destroy them for good. Save the file as UTF-8.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Na\udcefve indexes
- **Description**: How a database finds a row.
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Na\u00efve indexes
- **Description**: How a database finds a row.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.encoding import is_utf16
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import FaultKind


def check(facts: Facts) -> Iterator[Defect]:
    """Report a file that is not UTF-8, at the first byte that is not."""
    for fault in facts.guide.faults:
        if fault.kind is not FaultKind.ENCODING:
            continue
        if is_utf16(facts.source.text):
            message, help_text = "this file is UTF-16, not UTF-8", "save it as UTF-8"
        else:
            message, help_text = fault.message, "save the file as UTF-8, and check this place"
        yield Defect(fault.span, message, key="encoding", help=help_text)


RULE = Rule("invalid-encoding", Group.CHARACTERS, Severity.ERROR, __doc__, check)
