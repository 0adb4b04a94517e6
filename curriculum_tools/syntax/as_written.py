"""A guide cut up as its author wrote it: each part with its source, so that it can stand elsewhere.

What a template does not name belongs to somebody all the same: details and divs around a question,
the link back to the contents below it, the text between two questions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from curriculum_tools.model.content import Heading, Question, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import BYTE_ORDER_MARK, Span
from curriculum_tools.model.written import Gap, GapKind, Passage, WrittenQuestion, WrittenSection
from curriculum_tools.syntax.enclosing import count_open, follows, leads

_SUMMARY_END = re.compile(r"[^\n]*?</summary>", re.IGNORECASE)
_TICK = re.compile(r"\[(?P<tick>[ xX])\][^\[\]\n]*\Z")
_LINE_END = re.compile(r"\r\n?")


@dataclass(slots=True)
class _Part:
    """A heading or a question, and what stands around it: `start` is the line it begins in."""

    said: Section | Question
    start: int
    end: int
    begin: int = 0  # of what opens before it
    head_end: int = 0
    rest_end: int = 0
    stop: int = 0  # where the next one begins


def as_written(guide: Guide) -> Section:
    """Return what a guide says, each question and section with how it is written."""
    return _Cut(guide).root()


class _Cut:
    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._text = guide.source.text
        self._parts = sorted(self._found(guide.root), key=lambda part: part.start)
        front = guide.front_matter_span
        self._first = front.end if front else len(BYTE_ORDER_MARK) * self._has_mark()
        self._bound()
        self._of = {id(part.said): part for part in self._parts}

    def _has_mark(self) -> bool:
        return self._text.startswith(BYTE_ORDER_MARK)

    def root(self) -> Section:
        """Return the tree with how everything is written."""
        root = self._guide.root
        first = self._parts[0].begin if self._parts else len(self._text)
        head = self._passage(self._first, first, _heading_gaps(root.heading))
        chapters = tuple(map(self._section, root.sections))
        return replace(root, sections=chapters, written=WrittenSection(head))

    def _section(self, section: Section) -> Section:
        part = self._of.get(id(section))
        head = Passage()
        if part:
            head = self._passage(part.begin, part.stop, _heading_gaps(section.heading))
        after = []
        for place, question in enumerate(section.questions):
            asked = self._of[id(question)]
            between = self._lines(asked.rest_end, asked.stop)
            if between.strip():
                after.append((place, between))
        return replace(
            section,
            questions=tuple(map(self._question, section.questions)),
            sections=tuple(map(self._section, section.sections)),
            written=WrittenSection(head, tuple(after)),
        )

    def _question(self, question: Question) -> Question:
        part = self._of[id(question)]
        gaps = [(GapKind.NUMBER, question.number.span)] if question.number else []
        gaps += self._ticks(question)
        head = self._passage(part.begin, part.head_end, gaps)
        letters = [(GapKind.LETTER, name.span) for name in question.answer.names]
        rest = self._passage(part.head_end, part.rest_end, letters)
        return replace(question, written=WrittenQuestion(head, rest))

    def _ticks(self, question: Question) -> Iterator[tuple[GapKind, Span]]:
        for option in question.options:
            line = self._guide.source.line_span(self._guide.source.line_of(option.span.start)).start
            if tick := _TICK.search(self._text[line : option.span.start]):
                yield GapKind.TICK, Span(line + tick.start("tick"), line + tick.end("tick"))

    # Where the parts begin and end.

    def _found(self, section: Section) -> Iterator[_Part]:
        for inner in section.sections:
            if inner.is_headed:
                yield self._part(inner, inner.heading.span)
            yield from self._found(inner)
        for question in section.questions:
            yield self._part(question, question.extent)

    def _part(self, said: Section | Question, span: Span) -> _Part:
        source = self._guide.source
        start = source.line_span(source.line_of(span.start)).start
        return _Part(
            said, start, source.line_span(source.line_of(max(span.start, span.end - 1))).end
        )

    def _bound(self) -> None:
        """Settle where each part begins, with what opens it, and ends, with what closes it."""
        reach = self._first
        for part, after in pairwise([*self._parts, None]):
            if part is None:
                break
            limit = after.start if after else len(self._text)
            opening = leads(self._text[reach : part.start])
            part.begin = part.start - len(opening)
            if isinstance(part.said, Question):
                self._bound_question(part, limit)
            reach = part.rest_end or part.end
        for part, after in pairwise([*self._parts, None]):
            if part is None:
                break
            part.stop = after.begin if after else len(self._text)

    def _bound_question(self, part: _Part, limit: int) -> None:
        question = part.said
        assert isinstance(question, Question)
        opened = count_open(self._text[part.begin : part.end])
        closing = follows(self._text[part.end : limit], opened)
        if count_open(self._text[part.begin : part.end + len(closing)]) > 0:  # others stand in it
            part.begin = part.start
            opened = count_open(self._text[part.start : part.end])
            closing = follows(self._text[part.end : limit], max(0, opened))
        part.rest_end = part.end + len(closing)
        part.head_end = min(self._asked_end(question), part.rest_end)

    def _asked_end(self, question: Question) -> int:
        """Return where that ends which is asked, with the options."""
        summary = _SUMMARY_END.match(self._text, question.span.end)
        ends = [block.span.end for block in question.prompt]
        ends += [option.span.end for option in question.options]
        source = self._guide.source
        if not ends and summary:
            return summary.end()
        last = max([question.span.end, *ends])
        return source.line_span(source.line_of(last)).end

    # Texts.

    def _lines(self, first: int, end: int) -> str:
        return _LINE_END.sub("\n", self._text[first:end])

    def _passage(self, first: int, end: int, gaps: Iterable[tuple[GapKind, Span]]) -> Passage:
        """Return a part of the source without what belongs into the gaps."""
        text, found, last = "", [], first
        for kind, span in sorted(gaps, key=lambda gap: gap[1]):
            if last <= span.start and span.end <= end:
                text += self._lines(last, span.start)
                width = span.end - span.start if kind is GapKind.NUMBER else 0
                found.append(Gap(kind, len(text), width))
                last = span.end
        return Passage(text + self._lines(last, end), tuple(found))


def _heading_gaps(heading: Heading) -> Sequence[tuple[GapKind, Span]]:
    if not heading.level:
        return ()
    number = [(GapKind.NUMBER, heading.number.span)] if heading.number else []
    return (*number, (GapKind.TITLE, heading.title.span))
