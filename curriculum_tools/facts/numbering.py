"""What is wrong with the numbers of chapters, topics and sub-headings; each defect once.

Chapters are diagnosed first, with the numbers of their topics as witnesses: a chapter printed
19 that holds 9.1 to 9.5 is chapter 9. Then the topics of each chapter, and what stands below them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from curriculum_tools.facts.number_faults import NumberFault
from curriculum_tools.facts.number_runs import (
    Numbered,
    RunKind,
    number_fault,
    run_faults,
    usual_depth,
)
from curriculum_tools.facts.question_numbers import question_faults
from curriculum_tools.facts.sequence import OddityKind, RunItem, oddities
from curriculum_tools.facts.sub_headings import SubHeadings, sub_heading_faults
from curriculum_tools.model.content import Heading, Role, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.number_style import USUAL, NumberStyle, style_of
from curriculum_tools.syntax.numbers import parts_of, read_number

TOPIC_DEPTH = 2  # 1.2; nobody numbers topics below topics by one rule


def diagnose(
    guide: Guide, sub_headings: SubHeadings, copies: Sequence[Span] = ()
) -> tuple[NumberFault, ...]:
    """Diagnose the numbers of a guide; the faults are in the order of the text.

    `copies` are parts that stand in it twice; their numbers are not looked at.
    """
    chapters = [
        _without(chapter, copies)
        for chapter in guide.chapters
        if _counts(chapter) and not _is_in(chapter.heading.span, copies)
    ]
    faults, numbers = _chapter_faults(guide, chapters)
    printed = frozenset(parts_of(topic.number) for topic in guide.topics if topic.number)
    has_numbers = 2 * len([t for t in guide.topics if t.number]) >= len(guide.topics)
    style = written_style(guide, [topic.heading for topic in guide.topics], Role.TOPIC)
    kind = RunKind("topic", "chapter", style, printed)
    previous = 0
    for chapter, number in zip(chapters, numbers, strict=True):
        topics = [
            topic for topic in chapter.sections if topic.number or (topic.fields and has_numbers)
        ]
        numbered = [Numbered.of(topic.heading) for topic in topics]
        if usual_depth(numbered) <= TOPIC_DEPTH:
            own = (number,) if number is not None else None
            faults += run_faults(numbered, own, kind, previous)
        previous = next((n.parts[-1] for n in reversed(numbered) if len(n.parts) == 1), previous)
    topics = [topic for chapter in chapters for topic in chapter.sections]
    faults += sub_heading_faults(sub_headings, topics, faults)
    faults += question_faults(guide)
    return tuple(sorted(faults, key=lambda fault: fault.span))


def written_style(guide: Guide, headings: Iterable[Heading], role: Role) -> NumberStyle:
    """Return how the numbers of some headings are written."""
    texts = [guide.source.slice(each.span).lstrip("# \t") for each in headings if each.number]
    read = ((text, read_number(text)) for text in texts)
    return style_of([(text, number) for text, number in read if number], USUAL[role])


def _is_in(span: Span, copies: Sequence[Span]) -> bool:
    return any(copy.covers(span) for copy in copies)


def _without(chapter: Section, copies: Sequence[Span]) -> Section:
    if not copies:
        return chapter
    topics = (topic for topic in chapter.sections if not _is_in(topic.heading.span, copies))
    return replace(chapter, sections=tuple(topics))


def _counts(chapter: Section) -> bool:
    """Tell a chapter of the curriculum from a section of prose."""
    return not chapter.is_headed or bool(chapter.number or chapter.sections)


def _chapter_faults(
    guide: Guide, chapters: Sequence[Section]
) -> tuple[list[NumberFault], list[int | None]]:
    """Return the faults of chapters, and for each chapter the number its topics should have."""
    numbered = [chapter for chapter in chapters if chapter.number]
    witnessed = [_topics_prefix(chapter.sections) for chapter in chapters]
    if 2 * len(numbered) <= len([chapter for chapter in chapters if chapter.is_headed]):
        return [], witnessed
    places = [index for index, chapter in enumerate(chapters) if chapter.is_headed]
    headings = [chapter.heading for chapter in chapters if chapter.is_headed]
    kind = RunKind("chapter", "", written_style(guide, headings, Role.CHAPTER), ())
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
        written = kind.style.number((expected,)) if expected is not None else None
        faults.append(number_fault(odd, kind, headings, ())._replace(expected=written))
    return faults, numbers


def _chapter_item(chapter: Section, witness: int | None) -> RunItem:
    """Weigh a chapter's number by what its topics say: 2 if they agree, 0 if they do not."""
    number = parts_of(chapter.number)[0] if chapter.number else None
    if witness is None:
        return RunItem(number, 1)
    return RunItem(number, 2 if witness == number else 0)


def _topics_prefix(topics: Sequence[Section]) -> int | None:
    """Return the chapter number that most topics of a chapter bear."""
    firsts = Counter(
        n.parts[0] for n in map(Numbered.of, (t.heading for t in topics)) if len(n.parts) > 1
    )
    if not firsts:
        return None
    (first, count), *_ = firsts.most_common(1)
    return first if 2 * count > firsts.total() else None
