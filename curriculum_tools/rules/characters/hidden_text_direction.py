r"""An invisible character changes the direction of the text.

Such a character can make a line read differently from what it says ("Trojan Source"): code that is
copied from a guide then does something else than it seems to. Most of them come with pasted text.

Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) are reported everywhere,
even in code. The marks U+200E, U+200F and U+061C only affect the characters beside them: they are
fine in prose on a line with right-to-left letters, and are reported everywhere else. There is one
finding for each line.

## Bad

```markdown
# Guide

## 1. Access

### 1.1 Roles
- **Description**: When `role != "\u202euser"` holds.
```

## Good

```markdown
# Guide

## 1. Access

### 1.1 Roles
- **Description**: When the Hebrew word \u05e9\u05dc\u05d5\u05dd!\u200f stands in a line.
```
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Span

_HIDDEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKS = "\u061c\u200e\u200f"
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def check(facts: Facts) -> Iterator[Defect]:
    """Report each line that has characters which change its direction, at the first of them."""
    text = facts.source.text
    if text.isascii():
        return
    places = (match.start() for match in _HIDDEN.finditer(text))
    for line, found in groupby(places, key=lambda at: facts.source.line_of(at)):
        hidden = list(_unneeded(facts, line, list(found)))
        if hidden:
            yield _defect(facts, line, hidden)


def _unneeded(facts: Facts, line: int, places: list[int]) -> Iterator[int]:
    is_right_to_left = bool(_RIGHT_TO_LEFT.search(facts.source.line(line)))
    for at in places:
        is_mark = facts.source.text[at] in _MARKS
        if not (is_mark and is_right_to_left and facts.regions.is_prose(at)):
            yield at


def _defect(facts: Facts, line: int, places: list[int]) -> Defect:
    character = facts.source.text[places[0]]
    name = f"U+{ord(character):04X} {unicodedata.name(character)}"
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    content = _HIDDEN.sub("", facts.source.line(line)).strip()
    return Defect(
        Span(places[0], places[0] + 1),
        f"hidden character {name}{more}",
        fix=Fix(
            "remove them" if more else "remove it",
            False,
            tuple(Edit(Span(at, at + 1), "") for at in places),
        ),
        key=f"{name} {content}",
        help="text may read differently from what it is; remove it unless it is intended",
    )


RULE = Rule("hidden-text-direction", Group.CHARACTERS, Severity.ERROR, __doc__, check)
