r"""A backslash does nothing but show up on the page.

A backslash at the end of a label or an item is meant as a line break, but nothing follows that
could go on the next line, so it is printed. `\"` and `\'` are left over from text that was once a
string in a program; in a code span the backslash is printed, too. A backslash that breaks a line
inside a paragraph is fine, and so is every other escape.

A quotation mark in the title of a link may need its backslash, so those are ignored. In code spans
the fix is unsafe, because the backslash may be part of what is shown.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: When a \"covering\" index pays.
- **Questions**:\
  - What does an index cost?
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Description**: When a "covering" index pays.\
  It holds every column that a query asks for.
- **Questions**:
  - What does an index cost?
```
"""

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import groupby

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Span

_BACKSLASHES = re.compile(r"\\+")
_BULLET = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_LINE_REST = re.compile(r"[ \t]*(?![^\r\n])")
# Bounded, so that a line of 10 MB is not scanned again and again; real titles are far shorter.
_LINK_TITLE = re.compile(
    r"(?:\]\(|\]:)[ \t]*[^\s()]{1,999}[ \t]+"
    r"(?:\"(?:\\[^\r\n]|[^\"\\\r\n]){0,999}\"|'(?:\\[^\r\n]|[^'\\\r\n]){0,999}')"
)
_QUOTES = ('"', "'")
_MARKS = " \t\\>-*+#.)0123456789"


def check(facts: Facts) -> Iterator[Defect]:
    """Report each line with stray backslashes, at the first of them."""
    if "\\" not in facts.source.text:
        return
    by_line = groupby(_strays(facts), key=lambda at: facts.source.line_of(at))
    lines = [list(strays) for _, strays in by_line]
    cause = f"{len(lines)} lines have stray backslashes" if len(lines) > 1 else None
    code = [span.outer for span in facts.prose.code_spans]
    for strays in lines:
        yield _defect(facts, strays, code, cause)


def _strays(facts: Facts) -> Iterator[int]:
    """Yield the offsets of stray backslashes; in a run of them only an odd last one escapes."""
    text = facts.source.text
    titles = [Span(*title.span()) for title in _LINK_TITLE.finditer(text)]
    for run in _BACKSLASHES.finditer(text):
        if len(run.group()) % 2 == 0 or not facts.regions.is_prose(run.start()):
            continue
        at = run.end() - 1
        if text[run.end() : run.end() + 1] in _QUOTES:
            if not _holds(titles, at):
                yield at
        elif (rest := _LINE_REST.match(text, run.end())) and not _breaks_line(facts, rest):
            yield at


def _breaks_line(facts: Facts, rest: re.Match[str]) -> bool:
    """Return whether a backslash breaks a line, or would but for a space after it."""
    is_broken_by_blanks = rest.group().endswith("  ")
    line = facts.source.line_of(rest.start())
    return not is_broken_by_blanks and facts.regions.paragraph_goes_on(line)


def _holds(spans: list[Span], at: int) -> bool:
    """Return whether an offset is in one of the sorted spans."""
    index = bisect(spans, at, key=lambda span: span.start) - 1
    return index >= 0 and at < spans[index].end


def _defect(facts: Facts, strays: list[int], code: list[Span], cause: str | None) -> Defect:
    source = facts.source
    first = strays[0]
    escaped = source.text[first + 1 : first + 2]
    line = source.line_span(source.line_of(first))
    if escaped in _QUOTES:
        span, message = Span(first, first + 2), f"stray backslash before {escaped}"
    else:
        ended = _ended(source.slice(line))
        span, message = Span(first, first + 1), f"backslash at the end of {ended}"
    title = "remove the backslashes" if len(strays) > 1 else "remove the backslash"
    edits = tuple(Edit(_removed(source.text, at), "") for at in strays)
    is_alone = not source.slice(line).strip(_MARKS)  # without it the block would end or vanish
    is_safe = not is_alone and not any(_is_code(facts, code, at) for at in strays)
    fix = Fix(title, is_safe, edits)
    return Defect(span, message, fix=fix, key=source.slice(line).strip(), cause=cause)


def _ended(line: str) -> str:
    text = line.strip(" \t\\")
    if text.endswith(("**", "__", "**:", "__:")):
        return "a label"
    if text.startswith("#"):
        return "a heading"
    return "an item" if _BULLET.match(line) else "a line"


def _is_code(facts: Facts, code: list[Span], at: int) -> bool:
    return facts.regions.kind_at(at) is LeafKind.PATH or _holds(code, at)


def _removed(text: str, at: int) -> Span:
    """Return the span of a backslash, with the whitespace before one at the end of a line."""
    start = at
    if text[at + 1 : at + 2] not in _QUOTES:
        while start > 0 and text[start - 1] in " \t":
            start -= 1
    return Span(start, at + 1)


RULE = Rule("stray-backslash", Group.CHARACTERS, Severity.WARNING, __doc__, check)
