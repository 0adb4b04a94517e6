"""The bold labels that fields begin with."""

import re
from typing import NamedTuple

from curriculum_tools.syntax.blocks import BLANKS

#: The colon, its other forms by Unicode (which NFKC makes a colon: full-width, small, vertical),
#: and two signs that look like one and are typed for it; behind a bold label none means another.
COLONS = (":", "\uff1a", "\ufe55", "\ufe13", "\u2236", "\ua789")

_NO_LABEL = re.compile(rf"[*_{''.join(COLONS)}\n]")
_BOLD_MARKS = ("**", "__")


class BoldLabel(NamedTuple):
    """A bold label at the head of a text: where it stands, and where its value begins."""

    text: str
    start: int
    end: int
    value_start: int
    has_colon: bool


def bold_label(line: str) -> BoldLabel | None:
    """Return the bold label that a line begins with; its colon is inside or after the marks."""
    mark = line[:2]
    close = line.find(mark, 2) if mark in _BOLD_MARKS else -1
    if close < 0:
        return None
    inner = line[2:close].rstrip()
    has_colon_inside = inner.endswith(COLONS)
    label = (inner[:-1] if has_colon_inside else inner).strip()
    if not label or _NO_LABEL.search(label):
        return None
    start = 2 + inner.index(label)
    after = line[close + 2 :].lstrip(BLANKS)
    has_colon_after = after.startswith(COLONS)
    value_start = len(line) - len(after) + 1 if has_colon_after else close + 2
    has_colon = has_colon_after or has_colon_inside
    return BoldLabel(label, start, start + len(label), value_start, has_colon)
