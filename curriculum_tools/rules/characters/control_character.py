r"""The text contains a control character.

Control characters come with text that is pasted from a terminal, a PDF or a word processor, and
with files that are joined (a byte order mark in the middle). They are invisible, but a search does
not find the word they are in, YAML and XML reject them, and some editors take U+2028 for a line
end.

The rule reports the C0 and C1 controls except tab and line ends, DEL, U+FEFF except at the start
of the file, and the separators U+2028 and U+2029; one finding for each run of them. A file with
more than a hundred such runs is not a text file and is reported once.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: How a data\u0008base finds a row.
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: How a database finds a row.
```
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.encoding import is_utf16
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import BYTE_ORDER_MARK, Span

MOST_RUNS = 100

_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # these separate words, so a space replaces them
_NAMES = {
    "\0": "NULL",
    "\x08": "BACKSPACE",
    "\x0b": "LINE TABULATION",
    "\x0c": "FORM FEED",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
    BYTE_ORDER_MARK: "BYTE ORDER MARK",
}


def check(facts: Facts) -> Iterator[Defect]:
    """Report each run of control characters."""
    text = facts.source.text
    if is_utf16(text):
        return
    head = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    runs = [Span(*run.span()) for run in islice(_CONTROLS.finditer(text, head), MOST_RUNS + 1)]
    if len(runs) > MOST_RUNS:
        message = f"more than {MOST_RUNS} control characters; this is not a text file"
        yield Defect(Span(runs[0].start, runs[0].start + 1), message, key="no text")
        return
    for run in runs:
        yield _defect(facts, run)


def _defect(facts: Facts, run: Span) -> Defect:
    found = facts.source.slice(run)
    code = f"U+{ord(found[0]):04X}"
    name = _NAMES.get(found[0]) or unicodedata.name(found[0], "")
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    replacement = " " if any(character in _BREAKS for character in found) else ""
    title = "replace it with a space" if replacement else "remove it"
    return Defect(
        run,
        " ".join(filter(None, ["control character", code, name])) + more,
        fix=Fix(title, False, (Edit(run, replacement),)),
        key=found,
    )


RULE = Rule("control-character", Group.CHARACTERS, Severity.ERROR, __doc__, check)
