"""Numbered headings below topics: `#### 1.1.1 Rows`, `#### Step 2.1`, `#### 1.`.

They count as numbered where the guide numbers them in one manner. Numbers that begin with that of
the topic (or of the heading between) are bound to it; others only count up, through the guide or
from 1 in each topic.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from curriculum_tools.facts.number_faults import NumberFault, NumberFaultKind
from curriculum_tools.facts.number_runs import Numbered, RunKind, run_faults
from curriculum_tools.model.content import Heading, Section, Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.number_style import NumberStyle, Parts, style_of
from curriculum_tools.syntax.numbers import Number, parts_of, read_number

WHAT = "sub-heading"
FEWEST_ALIKE = 2
#: Words before the number of a part; after others, as in "Java 8", it needs a mark.
_STEPS = {
    *("step", "part", "section", "lesson", "exercise", "task", "question", "q", "unit", "module"),
    *("week", "day", "lab", "example", "phase", "stage", "problem", "schritt", "teil", "aufgabe"),
    *("übung", "étape", "partie", "exercice", "paso", "parte", "ejercicio", "krok", "шаг"),
}


class SubHeading(NamedTuple):
    """A numbered heading below a topic, which stands directly below `parent`."""

    heading: Heading
    parts: Parts
    topic: Section
    parent: Heading
    text: str
    number: Number

    @property
    def manner(self) -> tuple[int, str, int]:
        """What is the same for those that are numbered alike."""
        return self.heading.level, self.number.manner.prefix, len(self.parts)


class SubHeadings(NamedTuple):
    """The numbered sub-headings of a guide, those bound to their topics and the others."""

    bound: tuple[SubHeading, ...]
    free: tuple[SubHeading, ...]


def read_sub_headings(guide: Guide) -> SubHeadings:
    """Read the numbers of the headings below topics, as far as they are numbers."""
    if guide.dialect.templates:
        return SubHeadings((), ())  # they stand in answers
    found: dict[tuple[int, str, int], list[SubHeading]] = {}
    for each in _numbered(guide):
        found.setdefault(each.manner, []).append(each)
    bound: list[SubHeading] = []
    free: list[SubHeading] = []
    for alike in found.values():
        begin_so = [each for each in alike if _is_bound(each)]
        if len(begin_so) >= FEWEST_ALIKE and 2 * len(begin_so) > len(alike):
            bound += alike
        elif len(alike) >= FEWEST_ALIKE and _are_numbers(alike):
            free += alike
    return SubHeadings(tuple(bound), tuple(free))


def _numbered(guide: Guide) -> Iterator[SubHeading]:
    """Yield the headings below topics that begin with what may be a number."""
    topics = iter(guide.topics)
    topic = next(topics, None)
    above: list[Heading] = []
    for heading in guide.headings:
        while topic and topic.span.end <= heading.span.start:
            topic = next(topics, None)
        if topic is None:
            return
        if heading.span == topic.heading.span:
            above = [topic.heading]
        elif topic.span.start < heading.span.start and heading.level > topic.heading.level:
            above = [each for each in above if each.level < heading.level]
            text = heading.title.text
            number = read_number(text)
            if number:
                heading = _with_number(heading, number)
                yield SubHeading(heading, number.parts, topic, above[-1], text, number)
            above.append(heading)


def _with_number(heading: Heading, number: Number) -> Heading:
    start, text = heading.title.span.start, heading.title.text
    title = Text(
        text[number.title : number.title_end].strip(),
        Span(start + number.title, start + number.title_end),
    )
    printed = Text(number.text, Span(start + number.start, start + number.end))
    return replace(heading, number=printed, title=title)


def _is_bound(each: SubHeading) -> bool:
    """Tell whether a number begins with the one of the heading above."""
    above = Numbered.of(each.parent).parts or Numbered.of(each.topic.heading).parts
    return bool(above) and each.parts[:-1] == above


def _are_numbers(alike: Sequence[SubHeading]) -> bool:
    """Tell numbers that count up from numbers in titles, such as "Java 8" or "3 Ways to sleep"."""
    prefix = alike[0].number.manner.prefix
    marked = [each for each in alike if each.number.manner.mark]
    is_step = prefix in _STEPS or prefix.startswith("第")
    if not (is_step or 2 * len(marked) > len(alike)) or len(alike[0].parts) > 2:
        return False
    if len(alike[0].parts) > 1 and not prefix:
        return False  # versions, and what is neither of the topic nor counted
    firsts = [next(run).parts[-1] for _, run in groupby(alike, key=_place)]
    steps = sum(
        after.parts[:-1] != before.parts[:-1] or after.parts[-1] - before.parts[-1] in (0, 1)
        for before, after in pairwise(alike)
        if _place(before) == _place(after)
    )
    pairs = sum(_place(before) == _place(after) for before, after in pairwise(alike))
    return firsts[0] in (0, 1) and 2 * steps >= pairs > 0


def _place(each: SubHeading) -> Span:
    return each.parent.span


def sub_heading_faults(
    found: SubHeadings, topics: Sequence[Section], above: Iterable[NumberFault]
) -> Iterator[NumberFault]:
    """Yield what is wrong with the numbers of the sub-headings of some topics.

    `above` are the faults of chapters and topics: what follows from them is no fault.
    """
    above = list(above)
    rightful = {fault.heading.span: fault.expected for fault in above if fault.expected}
    missing = [fault.skipped for fault in above if fault.what == "topic" and fault.skipped]
    gone = [(parts_of(low), parts_of(high)) for low, high in missing]
    held = {topic.span for topic in topics}
    for run in _alike(found.bound, held):
        kept = [each for each in run if not _is_of_missing(each, gone)]
        kind = RunKind(WHAT, "topic", _style(run), frozenset(each.parts for each in run))
        for _, siblings in groupby(kept, key=_place):
            yield from _bound_faults(list(siblings), kind, rightful)
    for run in _alike(found.free, held):
        kind = RunKind(WHAT, "", _style(run), ())
        for counted in counted_runs(run):
            for fault in run_faults(counted, _usual_prefix(counted), kind):
                if fault.kind is NumberFaultKind.WRONG_CHAPTER:
                    fault = fault._replace(kind=NumberFaultKind.OUT_OF_ORDER, home=None)
                yield fault


def _alike(found: Iterable[SubHeading], held: set[Span]) -> Iterator[list[SubHeading]]:
    for _, run in groupby(found, key=attrgetter("manner")):
        if kept := [each for each in run if each.topic.span in held]:
            yield kept


def _style(run: Sequence[SubHeading]) -> NumberStyle:
    return style_of([(each.text, each.number) for each in run], NumberStyle())


def _is_of_missing(each: SubHeading, gone: Iterable[tuple[Parts, Parts]]) -> bool:
    """Tell a sub-heading of a topic whose heading is missing, which is reported itself."""
    return any(low <= each.parts[: len(low)] <= high for low, high in gone)


def _bound_faults(
    siblings: Sequence[SubHeading], kind: RunKind, rightful: Mapping[Span, str]
) -> Iterator[NumberFault]:
    """Yield the faults of sub-headings of one parent, whose number is right or is to be mended."""
    parent = siblings[0].parent
    if not parent.number:
        parent = siblings[0].topic.heading
    printed = Numbered.of(parent).parts
    mended = rightful.get(parent.span)
    accepted = [printed, *([parts_of(mended)] if mended else [])]
    prefix = Counter(each.parts[:-1] for each in siblings).most_common(1)[0][0]
    own = prefix if prefix in accepted else printed
    if len(own) + 1 != len(siblings[0].parts):
        return
    within = "topic" if parent.span == siblings[0].topic.heading.span else WHAT
    numbered = [Numbered(each.heading, each.parts) for each in siblings]
    yield from run_faults(numbered, own, kind._replace(within=within))


def counted_runs(alike: Sequence[SubHeading]) -> Iterator[list[Numbered]]:
    """Yield the runs that count up by one, through topics where the numbers go on there."""
    firsts = [next(run).parts[-1] for _, run in groupby(alike, key=_place)]
    restarts = 2 * sum(first in (0, 1) for first in firsts) > len(firsts)
    run: list[SubHeading] = []
    for place, each in enumerate(alike):
        if run and not _continues(alike, place, run[-1], restarts):
            yield [Numbered(x.heading, x.parts) for x in run]
            run = []
        run.append(each)
    if run:
        yield [Numbered(x.heading, x.parts) for x in run]


def _continues(alike: Sequence[SubHeading], place: int, before: SubHeading, restarts: bool) -> bool:
    """Tell whether a number counts on from the one before, or begins anew."""
    each, after = alike[place], alike[place + 1 : place + 2]
    is_same = each.parts[:-1] == before.parts[:-1]
    if _place(each) == _place(before):
        goes_on = any(
            x.parts[:-1] == before.parts[:-1] and _place(x) == _place(each) for x in after
        )
        return is_same or goes_on  # else one number in between is wrong
    if len(each.parts) == 1 and restarts:
        return False
    step = each.parts[-1] - before.parts[-1]
    return is_same and each.parts[-1] not in (0, 1) and (step in (0, 1) or not restarts)


def _usual_prefix(run: Sequence[Numbered]) -> Parts | None:
    return Counter(each.parts[:-1] for each in run).most_common(1)[0][0] or None
