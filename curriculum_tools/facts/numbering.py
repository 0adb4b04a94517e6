"""What is wrong with the numbers of chapters and topics; each defect once.

Chapters are diagnosed first, with the numbers of their topics as witnesses: a chapter printed
19 that holds 9.1 to 9.5 is chapter 9. Then the topics of each chapter.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from curriculum_tools.facts.sequence import Oddity, OddityKind, RunItem, oddities
from curriculum_tools.model.content import Heading, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span


class NumberFaultKind(StrEnum):
    """What can be wrong with a number; each kind is one rule."""

    DUPLICATE = "duplicate-number"
    SKIPPED = "skipped-number"
    OUT_OF_ORDER = "number-out-of-order"
    WRONG_CHAPTER = "wrong-chapter-number"
    MISSING = "missing-number"


@dataclass(frozen=True, slots=True)
class NumberFault:
    """A chapter or topic whose number is wrong.

    `what` is "chapter" or "topic". `expected` is the number it should have, where that can be
    told; `is_sure` says that its place leaves no other. `first` is the heading that has the same
    number. `skipped` are the first and last of the numbers that are nowhere. `last` is the last
    topic of a chapter in which all topics have the number of another chapter. `before` and
    `after` are its neighbours.
    """

    kind: NumberFaultKind
    what: str
    heading: Heading
    expected: str | None = None
    is_sure: bool = False
    first: Heading | None = None
    skipped: tuple[str, str] | None = None
    last: Heading | None = None
    chapter: str | None = None
    before: Heading | None = None
    after: Heading | None = None

    @property
    def advice(self) -> str | None:
        """The number it should have, and why; None where that cannot be told."""
        if self.expected is None:
            return None
        above = self.before.number.text if self.before and self.before.number else None
        below = self.after.number.text if self.after and self.after.number else None
        if above and below:
            return f"should be {self.expected}: it stands between {above} and {below}"
        if above or below:
            side = f"after {above}" if above else f"before {below}"
            return f"should be {self.expected}: it stands {side}"
        return f"should be {self.expected}"

    @property
    def number(self) -> str | None:
        """The number as printed."""
        return self.heading.number.text if self.heading.number else None

    @property
    def span(self) -> Span:
        """The number's span; the title's where there is no number."""
        return (self.heading.number or self.heading.title).span


_KINDS = {
    OddityKind.DUPLICATE: NumberFaultKind.DUPLICATE,
    OddityKind.OUT_OF_ORDER: NumberFaultKind.OUT_OF_ORDER,
    OddityKind.MISSING: NumberFaultKind.MISSING,
    OddityKind.SKIPPED: NumberFaultKind.SKIPPED,
}


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A heading with its number in parts: 9.12 is (9, 12)."""

    heading: Heading
    parts: tuple[int, ...]

    @classmethod
    def of(cls, heading: Heading) -> "_Numbered":
        text = heading.number.text if heading.number else ""
        return cls(heading, tuple(_integer(part) for part in text.split(".")) if text else ())


def diagnose(guide: Guide, copies: Sequence[Span] = ()) -> tuple[NumberFault, ...]:
    """Diagnose the numbers of a guide; the faults are in the order of the text.

    `copies` are parts that stand in it twice; their numbers are not looked at.
    """
    chapters = [
        _without(chapter, copies)
        for chapter in guide.chapters
        if _counts(chapter) and not _is_in(chapter.heading.span, copies)
    ]
    faults, numbers = _chapter_faults(chapters)
    printed = frozenset(topic.number for topic in guide.topics if topic.number)
    has_numbers = 2 * len([t for t in guide.topics if t.number]) >= len(guide.topics)
    previous = 0
    for chapter, number in zip(chapters, numbers, strict=True):
        topics = [
            topic for topic in chapter.sections if topic.number or (topic.fields and has_numbers)
        ]
        numbered = [_Numbered.of(topic.heading) for topic in topics]
        faults += _topic_faults(numbered, number, previous, printed)
        previous = next((n.parts[-1] for n in reversed(numbered) if len(n.parts) == 1), previous)
    return tuple(sorted(faults, key=lambda fault: fault.span))


def _is_in(span: Span, copies: Sequence[Span]) -> bool:
    return any(copy.covers(span) for copy in copies)


def _without(chapter: Section, copies: Sequence[Span]) -> Section:
    if not copies:
        return chapter
    topics = (topic for topic in chapter.sections if not _is_in(topic.heading.span, copies))
    return replace(chapter, sections=tuple(topics))


def _integer(digits: str) -> int:
    return int(digits[:18])  # longer ones are no numbers anyone counts with


def _counts(chapter: Section) -> bool:
    """Tell a chapter of the curriculum from a section of prose."""
    return not chapter.is_headed or bool(chapter.number or chapter.sections)


def _chapter_faults(chapters: Sequence[Section]) -> tuple[list[NumberFault], list[int | None]]:
    """Give the faults of chapters, and for each chapter the number its topics should have."""
    numbered = [chapter for chapter in chapters if chapter.number]
    witnessed = [_topics_prefix(chapter.sections) for chapter in chapters]
    if 2 * len(numbered) <= len([chapter for chapter in chapters if chapter.is_headed]):
        return [], witnessed
    places = [index for index, chapter in enumerate(chapters) if chapter.is_headed]
    headings = [chapter.heading for chapter in chapters if chapter.is_headed]
    items = [_chapter_item(chapters[index], witnessed[index]) for index in places]
    # topics before the first chapter's heading show which chapter lost it
    lost = frozenset(
        witness
        for c, witness in zip(chapters, witnessed, strict=True)
        if not c.is_headed and witness
    )
    numbers = list(witnessed)
    for index, item in zip(places, items, strict=True):
        numbers[index] = item.number
    faults = []
    for odd in oddities(items, elsewhere=lost):
        index = places[odd.index]
        witness = witnessed[index]
        expected = odd.expected
        if odd.kind is not OddityKind.SKIPPED:
            if expected is None and witness != items[odd.index].number:
                expected = witness
            # topics that say the printed number are not wrong because their chapter is
            numbers[index] = witness if witness is not None else expected
        fault = _fault(odd, "chapter", headings, "")
        faults.append(replace(fault, expected=str(expected) if expected is not None else None))
    return faults, numbers


def _chapter_item(chapter: Section, witness: int | None) -> RunItem:
    """Weigh a chapter's number by what its topics say: 2 if they agree, 0 if they do not."""
    number = _integer(chapter.number) if chapter.number else None
    if witness is None:
        return RunItem(number, 1)
    return RunItem(number, 2 if witness == number else 0)


def _topics_prefix(topics: Sequence[Section]) -> int | None:
    """Give the chapter number that most topics of a chapter bear."""
    firsts = Counter(
        n.parts[0] for n in map(_Numbered.of, (t.heading for t in topics)) if len(n.parts) > 1
    )
    if not firsts:
        return None
    (first, count), *_ = firsts.most_common(1)
    return first if 2 * count > firsts.total() else None


def _topic_faults(
    topics: Sequence[_Numbered], chapter: int | None, previous: int, printed: frozenset[str]
) -> Iterator[NumberFault]:
    """Yield the faults of one chapter's topics; `chapter` is the number they should begin with."""
    depths = Counter(len(topic.parts) for topic in topics if topic.parts)
    if not depths:
        return
    depth = max(depths, key=lambda length: (depths[length], length))
    if depth > 2:
        return  # topics below topics: nobody numbers them by one rule
    run = [topic for topic in topics if len(topic.parts) in (0, depth)]
    own = chapter if depth > 1 else None
    foreign = {
        index
        for index, topic in enumerate(run)
        if own is not None and topic.parts[:-1] not in ((own,), ())
    }
    if len(foreign) == len(run) > 1:
        yield _wrong_chapter(run, own)
        foreign = set()
        own = run[0].parts[0]
    prefix = f"{own}." if own is not None else ""
    first = (
        run[0].parts[-1] if depth == 1 and run[0].parts and run[0].parts[-1] == previous + 1 else 1
    )
    items = [
        RunItem(topic.parts[-1] if topic.parts else None, 0 if index in foreign else 1)
        for index, topic in enumerate(run)
    ]
    last = max((item.number or 0 for item in items), default=0)
    elsewhere = _printed_elsewhere(prefix, printed, run, last) if prefix else frozenset()
    headings = [topic.heading for topic in run]
    found = oddities(items, first, elsewhere)
    odd_ones = {odd.index for odd in found}
    for index in foreign - odd_ones:  # only the chapter's part of their number is wrong
        found.append(Oddity(index, OddityKind.OUT_OF_ORDER, run[index].parts[-1], is_sure=True))
    for odd in found:
        fault = _fault(odd, "topic", headings, prefix)
        if odd.index in foreign:
            fault = replace(fault, kind=NumberFaultKind.WRONG_CHAPTER, first=None, chapter=str(own))
        yield fault


def _wrong_chapter(run: Sequence[_Numbered], own: int | None) -> NumberFault:
    return NumberFault(
        NumberFaultKind.WRONG_CHAPTER,
        "topic",
        run[0].heading,
        f"{own}.{run[0].parts[-1]}",
        last=run[-1].heading,
        chapter=str(own),
    )


def _printed_elsewhere(
    prefix: str, printed: frozenset[str], run: Sequence[_Numbered], last: int
) -> frozenset[int]:
    """Give the numbers of a chapter that topics in other chapters bear."""
    here = {topic.parts[-1] for topic in run if topic.parts}
    candidates = range(1, min(last, len(printed) + len(run) + 1))
    return frozenset(n for n in candidates if n not in here and f"{prefix}{n}" in printed)


def _fault(odd: Oddity, what: str, headings: Sequence[Heading], prefix: str) -> NumberFault:
    return NumberFault(
        _KINDS[odd.kind],
        what,
        headings[odd.index],
        f"{prefix}{odd.expected}" if odd.expected is not None else None,
        odd.is_sure,
        headings[odd.twin] if odd.twin is not None else None,
        (f"{prefix}{odd.skipped[0]}", f"{prefix}{odd.skipped[1]}") if odd.skipped else None,
        before=headings[odd.index - 1] if odd.index else None,
        after=headings[odd.index + 1] if odd.index + 1 < len(headings) else None,
    )
