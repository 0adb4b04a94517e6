"""The numbers of questions, which count up through a guide or anew in each chapter."""

import re
from collections.abc import Iterator, Sequence

from curriculum_tools.facts.number_faults import NumberFault
from curriculum_tools.facts.number_runs import Numbered, RunKind, run_faults
from curriculum_tools.model.content import Heading, Question, Section, Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.model.templates import Numbers
from curriculum_tools.syntax.number_style import NumberStyle
from curriculum_tools.syntax.numbers import parts_of

WHAT = "question"
_PLAIN = re.compile(r"\d+(?:\.\d+)*")  # 12a stands beside 12 and counts for nothing

FEWEST_BEFORE = 5  # questions that another guide begins with; fewer were lost from this one


def question_faults(guide: Guide) -> Iterator[NumberFault]:
    """Yield what is wrong with the numbers of questions, where the dialect gives them some.

    Numbers that begin anew in most chapters do so in all. Items of lists that all have one number
    count by themselves.
    """
    templates = guide.dialect.templates
    if not templates or templates.numbers in (Numbers.FREE, Numbers.LIST):
        return
    headings = {heading.number.span: heading for heading in guide.headings if heading.number}
    runs = [run for chapter in guide.chapters if (run := _numbered(chapter, headings))]
    if templates.numbers is Numbers.GUIDE and not _begin_anew(runs):
        runs = [[each for run in runs for each in run]]
    kind = RunKind(WHAT, "", NumberStyle(), ())
    for run in runs:
        if run and not _is_lazy(run):
            yield from run_faults(run, None, kind, previous=_before(run))


def heading_of(question: Question) -> Heading:
    """Return a question as a numbered thing: its number, and its text as the title."""
    return Heading(0, question.number, Text(question.text, question.span), question.span)


def _numbered(chapter: Section, headings: dict[Span, Heading]) -> list[Numbered]:
    """Return the questions of a chapter that have numbers, those in headings as these."""
    numbers = [
        (question, question.number)
        for topic in chapter.sections
        for question in topic.questions
        if question.number and _PLAIN.fullmatch(question.number.text)
    ]
    return [
        Numbered(headings.get(number.span) or heading_of(question), parts_of(number.text))
        for question, number in numbers
    ]


def _begin_anew(runs: Sequence[Sequence[Numbered]]) -> bool:
    """Tell whether the numbers begin with 1 in more than half of the chapters behind the first."""
    later = [run[0].parts[-1] for run in runs[1:]]
    return 2 * sum(first <= 1 for first in later) > len(later) > 0


def _before(run: Sequence[Numbered]) -> int:
    """Return the number before the first: that of another guide, if this one goes on from there."""
    first, *others = [each.parts[-1] for each in run]
    goes_on = first > FEWEST_BEFORE and min(others, default=first + 1) == first + 1
    return first - 1 if goes_on else 0


def _is_lazy(run: Sequence[Numbered]) -> bool:
    return len(run) > 1 and len({each.parts for each in run}) == 1
