"""The numbers that headings get when a guide is numbered anew, in the order they stand."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.number_faults import NumberFaultKind
from curriculum_tools.facts.number_runs import Numbered, usual_depth
from curriculum_tools.facts.numbering import TOPIC_DEPTH, written_style
from curriculum_tools.facts.sub_headings import WHAT as SUB_HEADING
from curriculum_tools.facts.sub_headings import SubHeading, counted_runs
from curriculum_tools.model.content import Heading, Role, Section
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.number_style import NumberStyle, Parts, style_of
from curriculum_tools.syntax.numbers import parts_of


class NewNumber(NamedTuple):
    """A heading with its old number, None where it had none, and its new one in its style.

    The text names a heading by its number where `is_named`; a step 3 is one of many.
    """

    heading: Heading
    what: str
    old: str | None
    parts: Parts
    style: NumberStyle
    is_named: bool = True

    @property
    def new(self) -> str:
        """The new number as it is printed."""
        return self.style.number(self.parts)


def new_numbers(facts: Facts) -> tuple[NewNumber, ...]:
    """Return the new number of each heading that has one, or lacks it, in the order of the text."""
    renumbered = _Renumbered(facts)
    numbers = [*renumbered.sections()]
    numbers += renumbered.sub_headings({each.heading.span: each.parts for each in numbers})
    return tuple(sorted(numbers, key=lambda each: each.heading.span))


class _Renumbered:
    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._guide = facts.guide
        missing = facts.number_faults(NumberFaultKind.MISSING)
        self._lacking = {fault.heading.span for fault in missing}
        topics = [Numbered.of(topic.heading) for topic in self._guide.topics]
        self._depth = usual_depth(topics)

    def sections(self) -> Iterator[NewNumber]:
        """Yield the numbers of chapters and topics."""
        chapters = self._guide.chapters
        chapter_style = written_style(self._guide, [c.heading for c in chapters], Role.CHAPTER)
        topics = [topic.heading for topic in self._guide.topics]
        topic_style = written_style(self._guide, topics, Role.TOPIC)
        counts_on = self._topics_count_on()
        counted = [c for c in chapters if self._is_counted(c)]
        number = _start([c.heading for c in counted]) - 1
        last = 0
        for chapter in chapters:
            if self._is_counted(chapter):
                number += 1
                if self._is_numbered(chapter.heading):
                    old = _printed(chapter.heading)
                    yield NewNumber(chapter.heading, "chapter", old, (number,), chapter_style)
            headings = [t.heading for t in chapter.sections if self._is_numbered(t.heading)]
            if self._depth == 1:
                prefix: Parts = ()
            elif self._depth == TOPIC_DEPTH and self._is_counted(chapter):
                prefix = (number,)
            else:
                continue
            begin = last + 1 if counts_on and last else _start(headings)
            for last, heading in enumerate(headings, begin):
                yield NewNumber(heading, "topic", _printed(heading), (*prefix, last), topic_style)

    def sub_headings(self, above: dict[Span, Parts]) -> Iterator[NewNumber]:
        """Yield the numbers of sub-headings; `above` has the new ones of topics."""
        found = self._facts.sub_headings
        own = dict(above)
        style = _style_of(found.bound)
        for _, run in groupby(found.bound, key=lambda each: each.parent.span):
            siblings = list(run)
            first = siblings[0]
            prefix = own.get(first.parent.span) or own.get(first.topic.heading.span)
            if not prefix or len(prefix) + 1 != len(first.parts):
                continue
            for last, each in enumerate(siblings, _start([s.heading for s in siblings])):
                own[each.heading.span] = (*prefix, last)
                printed = each.number.text
                yield NewNumber(each.heading, SUB_HEADING, printed, (*prefix, last), style)
        style = _style_of(found.free)
        topics = {each.heading.span: each.topic.heading for each in found.free}
        for _, alike in groupby(found.free, key=lambda each: each.manner):
            for counted in counted_runs(list(alike)):
                own_prefix, start = counted[0].parts[:-1], counted[0].parts[-1]
                topic = topics[counted[0].heading.span]
                if own_prefix == _last_part(_printed(topic)):  # "Step 2.1" of topic 1.2
                    own_prefix = own.get(topic.span, own_prefix)[-1:]
                for last, numbered in enumerate(counted, min(start, 1)):
                    old = _printed(numbered.heading)
                    parts = (*own_prefix, last)
                    yield NewNumber(numbered.heading, SUB_HEADING, old, parts, style, False)

    def _is_numbered(self, heading: Heading) -> bool:
        return heading.number is not None or heading.span in self._lacking

    def _is_counted(self, chapter: Section) -> bool:
        """Tell whether a chapter counts: it has a number, or topics that begin with one."""
        dotted = [t for t in chapter.sections if t.number and "." in t.number]
        return self._is_numbered(chapter.heading) or 2 * len(dotted) > len(chapter.sections)

    def _topics_count_on(self) -> bool:
        """Tell numbers that go on through the chapters from those that begin anew in each."""
        runs = [[t for t in c.sections if t.number] for c in self._guide.chapters]
        firsts = [parts_of(run[0].number or "0")[-1] for run in runs if run][1:]
        return self._depth == 1 and 2 * sum(first > 1 for first in firsts) > len(firsts)


def _printed(heading: Heading) -> str | None:
    return heading.number.text if heading.number else None


def _last_part(number: str | None) -> Parts:
    return parts_of(number)[-1:] if number else ()


def _start(headings: Sequence[Heading]) -> int:
    """Return the number to begin with: 0 where the first heading has it, else 1."""
    printed = headings[0].number if headings else None
    return min(parts_of(printed.text)[-1], 1) if printed else 1


def _style_of(sub_headings: Sequence[SubHeading]) -> NumberStyle:
    return style_of([(each.text, each.number) for each in sub_headings], NumberStyle())
