"""A question ends with a full stop, an instruction with a question mark, or either with no mark.

The mark shows at a glance what is wanted: an answer, or something to be done. Only clear cases are
reported: a single English sentence that begins like a question ("How does ...") or like an
instruction ("Explain ..."). A missing mark is reported in any language, but only if nearly all
questions of the guide have one.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost.
  - Explain how an index is kept up to date?
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost?
  - Explain how an index is kept up to date.
  - Which columns would you leave without one? Give a reason for each.
```
"""

import re
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.expected import nearly_all
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.sentences import asks, instructs
from curriculum_tools.model.content import Question
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Source, Span

_MARKS = ".?!…:;,。．？！；：،؟؛।"
_QUOTED_MARK = re.compile(rf"[{_MARKS}][\"'”’»)\]`]+$")
_MARK_BEFORE_ASIDE = re.compile(rf"[{_MARKS}][ \t]*\([^()]*\)$")
_EMPHASIS = " \t*_~\\"  # what may follow the mark


def check(facts: Facts) -> Iterator[Defect]:
    """Report each question with a wrong mark, and those without one if nearly all have one."""
    questions = [question for _, question in facts.guide.questions if question.text]
    marked = sum(question.text.rstrip(_EMPHASIS)[-1:] in _MARKS for question in questions)
    wants_mark = nearly_all(marked, len(questions))
    for question in questions:
        text = question.text.rstrip(_EMPHASIS)
        if text[-1:] in "?.":
            yield from _wrong(question, text, facts.source)
        elif wants_mark and not question.blocks and _lacks_mark(text):
            yield _missing(question, text, facts.source)


def _lacks_mark(text: str) -> bool:
    if not text or text[-1] in _MARKS:
        return False
    return not (_QUOTED_MARK.search(text) or _MARK_BEFORE_ASIDE.search(text))


def _wrong(question: Question, text: str, source: Source) -> Iterator[Defect]:
    if text[-2:-1] in _MARKS:  # an ellipsis, ?!, or a lone mark
        return
    if text[-1] == "." and asks(text):
        message, right, name = "this question ends with a full stop", "?", "a question mark"
    elif text[-1] == "?" and instructs(text):
        message, right, name = "this instruction ends with a question mark", ".", "a full stop"
    else:
        return
    place = _last_character(question, text, source)
    yield Defect(
        place or question.span,
        message,
        fix=Fix(f"end it with {name}", True, (Edit(place, right),)) if place else None,
        key=question.text,
        help=f'end it with "{right}"',
    )


def _missing(question: Question, text: str, source: Source) -> Defect:
    right = "?" if asks(text) else "." if instructs(text) else None
    place = _last_character(question, text, source)
    fix = None
    if right and place:
        fix = Fix(f'add "{right}"', True, (Edit(Span(place.end, place.end), right),))
    return Defect(
        place or question.span,
        "this question has no mark at its end",
        fix=fix,
        key=question.text,
        help="nearly all questions of this guide have one",
    )


def _last_character(question: Question, text: str, source: Source) -> Span | None:
    """Return the span of the last character before closing emphasis; None before a line break."""
    end = question.span.end - (len(question.text) - len(text))
    is_there = source.text[end - 1 : question.span.end] == question.text[len(text) - 1 :]
    return Span(end - 1, end) if is_there else None


RULE = Rule("wrong-end-mark", Group.QUESTIONS, Severity.INFO, __doc__, check)
