"""A list under a field is indented differently from most lists of the guide.

The page may look the same, but mixed indents make diffs larger, and a few spaces more or less can
turn a list of questions into code or detach it from its field. The usual indent is that of most
lists, or of the first list if there is a tie. Spaces and tabs are different indents. There is one
finding for each list, at its first item with another indent.

The fix moves the whole list, with everything below its items. There is no fix if that could change
what belongs to what: if a line of the list is indented less than its items, if there are tabs in
between, or if more of the field follows the list.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost?

### 1.2 Joins
- **Questions**:
    - When is a hash join chosen?
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost?

### 1.2 Joins
- **Questions**:
  - When is a hash join chosen?
```
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import BlockKind, Field, Section
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source, Span

_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?: {1,4}(?! )| |$)")
_LISTED = re.compile(r"[ \t]*(?P<bullet>[-*+]|\d{1,9}[.)])[ \t]")
_FIELD_BULLET = re.compile(r"[-*+][ \t]+")
_COMMENT = "<!--"
_TAB = 4


class _List(NamedTuple):
    """A list under a field: where its items begin, how each is indented, and where it ends.

    An indent is the text before the bullet, without the margin: the text before the field's bullet.
    """

    field: Field
    margin: str
    items: tuple[int, ...]
    indents: tuple[str, ...]
    end: int


def check(facts: Facts) -> Iterator[Defect]:
    """Report each list that is indented differently from most."""
    lists = list(_lists(facts.guide))
    if len({indent for found in lists for indent in found.indents}) < 2:
        return
    usual = Counter(found.indents[0] for found in lists).most_common(1)[0][0]
    odd = [found for found in lists if set(found.indents) != {usual}]
    causes = _causes(odd, usual)
    for found in odd:
        place = _first_odd(found, usual)
        what = "item" if place else "list"
        indent = found.indents[place]
        at = found.items[place]
        yield Defect(
            Span(at, at + 1),
            f"this {what} is indented by {_named(indent)}, most lists by {_named(usual)}",
            fix=_fix(facts.source, found, usual),
            key=found.field.name,
            cause=causes[indent],
        )


def _lists(guide: Guide) -> Iterator[_List]:
    """Yield the lists under fields that are bullets."""
    source = guide.source
    for topic in guide.topics:
        for field in topic.fields:
            margin = _margin(source, field.span.start)
            if margin.strip() or not _FIELD_BULLET.match(source.text, field.span.start):
                continue
            for items, end in _items(source, topic, field):
                leads = [_margin(source, item) for item in items]
                if all(lead.startswith(margin) and not lead.strip() for lead in leads):
                    indents = tuple(lead[len(margin) :] for lead in leads)
                    yield _List(field, margin, items, indents, end)


def _items(source: Source, topic: Section, field: Field) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield the lists of a field: the offsets of the items, and the offset of the end."""
    asked = topic.questions_in(field)
    questions = [question for question in asked if question.extent != question.span]
    if questions:
        yield tuple(question.extent.start for question in questions), questions[-1].extent.end
    for block in field.blocks:
        if block.kind is BlockKind.LIST:
            yield (block.span.start,), block.span.end
    starts = (_line_start(source, value.span.start) for value in field.values)
    bullets = (_LISTED.match(source.text, start) for start in starts)
    found = dict.fromkeys(bullet.start("bullet") for bullet in bullets if bullet)
    if listed := tuple(start for start in found if start > field.span.start):
        yield listed, field.span.end


def _line_start(source: Source, offset: int) -> int:
    return source.line_starts[source.line_of(offset) - 1]


def _margin(source: Source, offset: int) -> str:
    """Return the text of the line before an offset."""
    return source.text[_line_start(source, offset) : offset]


def _first_odd(found: _List, usual: str) -> int:
    return next(place for place, indent in enumerate(found.indents) if indent != usual)


def _causes(odd: list[_List], usual: str) -> dict[str, str | None]:
    """Return a message for all lists of each odd indent; None if there is only one."""
    by_indent: dict[str, list[_List]] = {}
    for found in odd:
        by_indent.setdefault(found.indents[_first_odd(found, usual)], []).append(found)
    others = "the others" if len(by_indent) == 1 else "most others"
    causes: dict[str, str | None] = {}
    for indent, lists in by_indent.items():
        is_all = all(found.field.name == "questions" for found in lists)
        what = "questions" if is_all else "items"
        cause = f"{len(lists)} lists indent {what} by {_named(indent)}, {others} by {_named(usual)}"
        causes[indent] = cause if len(lists) > 1 else None
    return causes


def _named(indent: str) -> str:
    if not indent.strip(" "):
        return str(len(indent))
    tabs = "a tab" if indent == "\t" else f"{len(indent)} tabs"
    return "spaces and tabs" if indent.strip("\t") else tabs


def _fix(source: Source, found: _List, usual: str) -> Fix | None:
    """Return the fix that moves a list; None if its items could then belong elsewhere."""
    bullet = _FIELD_BULLET.match(source.text, found.field.span.start)
    if not bullet or "\t" in found.margin + bullet.group() or found.end != found.field.span.end:
        return None
    if not 0 <= _columns(usual) - len(bullet.group()) < _TAB:
        return None  # not below the field
    stands_left = any(_columns(indent) < len(bullet.group()) for indent in found.indents)
    if stands_left and source.text[found.end :].lstrip("\r\n")[:1].isspace():
        return None  # what follows would be below the field with it
    edits: list[Edit] = []
    for item, indent, end in zip(
        found.items, found.indents, (*found.items[1:], found.end), strict=True
    ):
        moved = _moved(source, Span(item, end), found.margin + indent, found.margin + usual)
        if moved is None:
            return None
        edits += moved
    return Fix(f"indent the list by {_named(usual)}", True, tuple(edits))


def _columns(indent: str) -> int:
    return len(indent.replace("\t", " " * _TAB))


def _moved(source: Source, item: Span, old: str, new: str) -> list[Edit] | None:
    """Return the edits that move an item; None if one of its lines is indented less than it."""
    edits = []
    hanging = 0
    first, last = source.line_of(item.start), source.line_of(item.end)
    for number in range(first, last + 1):
        span = source.line_span(number)
        line = source.slice(span)
        if line.startswith(_COMMENT) or span.end > item.end:
            continue  # the line of the next item
        text = line[len(old) :]
        if line.strip(" \t") and (not line.startswith(old + " " * hanging) or "\t" in text):
            return None
        if bullet := _ITEM.match(text) if number == first else None:
            hanging = bullet.end()
        if old != new and line.startswith(old):
            edits.append(Edit(Span(span.start, span.start + len(old)), new))
    return edits


RULE = Rule("inconsistent-indent", Group.CHARACTERS, Severity.WARNING, __doc__, check)
