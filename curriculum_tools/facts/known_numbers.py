"""Which numbers a guide has, so that one that is named can be looked up."""

import re
from collections.abc import Iterable, Iterator

from curriculum_tools.facts.number_faults import NumberFault
from curriculum_tools.facts.references import NamedNumber
from curriculum_tools.facts.sub_headings import SubHeadings
from curriculum_tools.model.content import Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.number_style import Parts
from curriculum_tools.syntax.numbers import parts_of, read_number

FEWEST_NUMBERED = 2
TOPIC_DEPTH = 2
SHORTEST_TITLE = 4  # code points; shorter ones stand in a sentence by chance


class KnownNumbers:
    """The numbers of a guide, printed and rightful, and the titles of what they are numbers of."""

    def __init__(
        self, guide: Guide, sub_headings: SubHeadings, faults: Iterable[NumberFault]
    ) -> None:
        """Take a guide, its numbered sub-headings, and what is wrong with its numbers."""
        self._guide = guide
        topics = [parts_of(topic.number) for topic in guide.topics if topic.number]
        dotted = [parts for parts in topics if len(parts) > 1]
        are_usual = len(dotted) >= FEWEST_NUMBERED and 2 * len(dotted) >= len(guide.topics)
        below = {len(each.parts) for each in sub_headings.bound}
        self._depths = {TOPIC_DEPTH, *below} if are_usual else set[int]()
        chapters = [chapter for chapter in guide.chapters if chapter.sections]
        numbered = [parts_of(chapter.number) for chapter in chapters if chapter.number]
        self._has_chapters = len(numbered) >= FEWEST_NUMBERED and 2 * len(numbered) > len(chapters)
        self._first = min([parts[0] for parts in (*dotted, *numbered)], default=0)
        titles = (read_number(heading.title.text) for heading in guide.headings)
        self._numbers = {
            *(parts_of(heading.number.text) for heading in guide.headings if heading.number),
            *(number.parts for number in titles if number),
            *(parts[:1] for parts in dotted),
            *(each.parts for each in sub_headings.bound),
            *_rightful(guide, faults),
        }

    def lacks(self, named: NamedNumber) -> bool:
        """Tell whether a number would be one of this guide, but nothing has it."""
        parts = parts_of(named.number)
        if parts in self._numbers or parts[0] < self._first:
            return False
        if len(parts) == 1:
            return named.what == "chapter" and self._has_chapters
        return len(parts) in self._depths

    def titled(self, text: str, at: int, what: str, but: Span | None = None) -> Section | None:
        """Return the chapter or topic whose title stands in a text, the nearest to a place.

        `what` says which of them; the one in which the span `but` lies is left out.
        """
        sections = self._guide.chapters if what == "chapter" else self._guide.topics
        folded = text.casefold()
        near: list[tuple[int, int, Section]] = []
        for place, section in enumerate(sections):
            title = section.title.casefold()
            if len(title) < SHORTEST_TITLE or title not in folded or not section.number:
                continue
            if but is None or not section.span.covers(but):
                words = re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", folded)
                near += [
                    (min(abs(m.start() - at), abs(m.end() - at)), place, section) for m in words
                ]
        return min(near)[2] if near else None


def _rightful(guide: Guide, faults: Iterable[NumberFault]) -> Iterator[Parts]:
    """Yield the numbers that headings should have: what names them is not wrong."""
    for fault in faults:
        if fault.expected is None:
            continue
        expected = parts_of(fault.expected)
        yield expected
        if fault.last is not None:
            between = Span(fault.heading.span.start, fault.last.span.end)
            for topic in guide.topics:
                if topic.number and between.covers(topic.heading.span):
                    yield (*expected[:-1], parts_of(topic.number)[-1])
