"""Numbers of questions that count up anew: `3.` of a list, `Q3.` at the head of a question."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import Question
from curriculum_tools.model.errors import AmbiguousReferenceError
from curriculum_tools.model.finding import Edit
from curriculum_tools.model.source import Span

_LISTED = re.compile(r"(?P<prefix>)(?P<number>\d{1,9})[.)]")
_SAID = re.compile(r"(?P<prefix>(?:\*\*|__)?Q\.?[ ]?)(?P<number>\d{1,9})[.:)]")
_READ = re.compile(r"(?P<number>\d{1,9})(?!\.?\d|\w)")  # by a template, whatever stands around it
_NAMED = re.compile(r"\b(?:Q\.?[ ]?|questions?[ ])(?P<number>\d{1,9})\b")


class _Numbered(NamedTuple):
    number: int
    span: Span
    width: int


def question_edits(facts: Facts) -> Iterator[Edit]:
    """Yield the new numbers of questions that have one; raises AmbiguousReferenceError.

    A list whose items all have one number counts by itself, and is left so.
    """
    text = facts.source.text
    topics = [topic.questions for topic in facts.guide.topics]
    seen: set[Span] = set()
    for pattern in (_LISTED, _SAID, _READ):
        found = [list(_numbered(pattern, text, questions)) for questions in topics]
        runs = [run for each in found if (run := [n for n in each if n.span not in seen])]
        seen |= {each.span for run in runs for each in run}
        counts_on = 2 * sum(run[0].number > 1 for run in runs[1:]) > len(runs[1:]) > 0
        last = min(runs[0][0].number, 1) - 1 if runs else 0
        for run in runs:
            if len(run) > 1 and len({each.number for each in run}) == 1:
                continue
            first = last + 1 if counts_on else min(run[0].number, 1)
            for last, each in enumerate(run, first):
                if each.number != last:
                    _refuse_named(facts, each.number)
                    yield Edit(each.span, str(last).zfill(each.width))


def _numbered(
    pattern: re.Pattern[str], text: str, questions: Sequence[Question]
) -> Iterator[_Numbered]:
    for question in questions:
        at = question.extent.start if pattern is _LISTED else question.span.start
        if pattern is _READ:
            at = question.number.span.start if question.number else len(text)
        if match := pattern.match(text, at):
            digits = match["number"]
            width = len(digits) if digits.startswith("0") else 1
            yield _Numbered(int(digits), Span(*match.span("number")), width)


def _refuse_named(facts: Facts, number: int) -> None:
    """Refuse to change a number that names a question: nobody can tell of which topic."""
    own = {question.span.start for _, question in facts.guide.questions}
    for leaf in facts.prose.leaves:
        for named in _NAMED.finditer(leaf.text):
            start = leaf.start + named.start()
            if int(named["number"]) == number and start not in own:
                raise AmbiguousReferenceError(
                    facts.guide.path,
                    facts.source.line_of(start),
                    f"not numbered anew: this names question {number}, which gets another number",
                    "say which question is meant in other words",
                )
