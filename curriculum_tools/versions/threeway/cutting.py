"""Cutting a guide into units by its lines; nothing but blanks is left out of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curriculum_tools.facts.counts import said_counts
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.content import Block, BlockKind, Question, Role, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.enclosing import count_open, follows, leads
from curriculum_tools.versions.threeway.units import Said, Unit, UnitKind

_BLANKS = " \t\r\n"
_LISTED = re.compile(r"(?P<mark>(?P<indent>[ \t]*)(?:[-*+]|(?P<number>\d{1,9})[.)]))(?:[ \t]+|$)")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)


@dataclass(slots=True)
class _Place:
    """A unit in the making: its first line, and the one behind its last, from 0."""

    kind: UnitKind
    first: int
    end: int
    said: Said = None
    name: str = ""
    numbers: tuple[Span, ...] = ()


def cut(guide: Guide) -> Unit:
    """Cut a guide into units; whatever it is, its leaves have all that is no blank."""
    return _Cutter(guide, sorted(_named_numbers(guide))).root()


def _named_numbers(guide: Guide) -> Iterator[Span]:
    """Yield the numbers in contents, and those that say how many questions there are."""
    facts = Facts(guide, Config())
    if guide.dialect.templates:
        yield from (entry.number.span for entry in facts.contents.entries if entry.number)
        yield from (count.span for count in said_counts(facts))


def _start(span: Span) -> int:
    return span.start


class _Cutter:
    def __init__(self, guide: Guide, numbers: Sequence[Span]) -> None:
        self._guide = guide
        self._numbers = numbers
        self._source: Source = guide.source
        self._text = guide.source.text
        self._starts = [*guide.source.line_starts, len(self._text)]
        self._count = len(self._starts) - 1

    def root(self) -> Unit:
        """Return the unit of the whole guide."""
        places = sorted(self._places(), key=lambda place: (place.first, -place.end))
        whole = _Place(UnitKind.GUIDE, 0, self._count, self._guide.root)
        queue = places[::-1]
        return self._unit(whole, queue)

    # Where units stand.

    def _places(self) -> Iterator[_Place]:
        guide = self._guide
        if guide.front_matter_span:
            yield self._place(UnitKind.FRONT_MATTER, guide.front_matter_span, None)
        if guide.root.is_headed:
            yield self._place(UnitKind.HEADING, guide.root.heading.span, guide.root)
        yield from self._held(guide.root)
        yield from self._sections(guide.root, self._count)

    def _sections(self, section: Section, end: int) -> Iterator[_Place]:
        inner = section.sections
        firsts = [self._opened(self._line(each.span.start)) for each in inner]
        for each, first, stop in zip(inner, firsts, [*firsts, end][1:], strict=True):
            if each.is_headed:
                kind = UnitKind.TOPIC if each.role is Role.TOPIC else UnitKind.CHAPTER
                yield _Place(kind, first, stop, each, each.title)
                heading = each.heading
                numbers = (heading.number.span,) if heading.number else ()
                last = self._line(max(heading.span.start, heading.span.end - 1)) + 1
                yield _Place(UnitKind.HEADING, first, last, each, "", numbers)
            yield from self._held(each)
            yield from self._sections(each, stop)

    def _held(self, section: Section) -> Iterator[_Place]:
        """Yield what a section holds beside other sections."""
        for block in section.free_blocks:
            yield from self._block(block)
        counts: dict[str, int] = {}
        for field in section.fields:
            counts[field.name] = counts.get(field.name, 0) + 1
            place = self._place(UnitKind.FIELD, field.span, field)
            if field.notes:
                place.name = f"{field.name} {field.notes[0].path}"
            else:
                place.name = f"{field.name} {counts[field.name]}"
            yield place
        for question in section.questions:
            yield from self._question(question)

    def _question(self, question: Question) -> Iterator[_Place]:
        place = self._place(UnitKind.QUESTION, question.extent, question)
        first = self._opened(place.first)
        end = self._closed(first, place.end)
        if count_open(self._lines(first, end)) > 0:  # others stand in it
            first = place.first
            end = self._closed(first, place.end)
        place.first, place.end = first, end
        place.name = question.text
        yield place
        asked = self._line(question.span.start)
        last = self._line(max(question.span.start, question.span.end - 1)) + 1
        numbers = self._question_numbers(question, asked)
        yield _Place(UnitKind.HEAD, first, last, None, "", numbers)
        if question.options:
            lines = [self._line(option.span.start) for option in question.options]
            ends = [self._line(max(o.span.start, o.span.end - 1)) for o in question.options]
            yield _Place(UnitKind.OPTIONS, min(lines), max(ends) + 1)
        for block in {*question.blocks, *question.prompt, *question.answer.blocks}:
            yield from self._block(block)

    def _question_numbers(self, question: Question, line: int) -> tuple[Span, ...]:
        if question.number:
            return (question.number.span,)
        start = self._starts[line]
        match = _LISTED.match(self._text, start)
        if match and match["number"] and match.end() <= question.span.start:
            return (Span(*match.span("number")),)
        return ()

    def _block(self, block: Block) -> Iterator[_Place]:
        place = self._place(UnitKind.BLOCK, block.span, block)
        entries = list(self._entries(place, block.kind))
        if entries:
            place.kind = UnitKind.LIST
        yield place
        yield from entries

    def _entries(self, place: _Place, kind: BlockKind) -> Iterator[_Place]:
        """Yield the rows of a table, or the items of a list with those within them."""
        lines = range(place.first, place.end)
        if kind is BlockKind.TABLE:
            yield from (_Place(UnitKind.ENTRY, line, line + 1) for line in lines)
        if kind is not BlockKind.LIST:
            return
        has_code = _FENCE.search(self._lines(place.first, place.end))
        opened: list[tuple[int, _Place]] = []  # items that are not at their end, with their depths
        found = []
        for line in lines:
            match = _LISTED.match(self._text, self._starts[line], self._starts[line + 1])
            if not match:
                continue
            depth = len(match["indent"].expandtabs(4))
            if opened and has_code and depth > opened[0][0] + 1:
                continue  # it may be a line of code
            while opened and depth <= opened[-1][0] + 1:
                opened.pop()[1].end = line
            marks = (Span(*match.span("number" if match["number"] else "mark")),)
            entry = _Place(UnitKind.ENTRY, line, place.end, numbers=marks)
            opened.append((depth, entry))
            found.append(entry)
        yield from found

    def _place(self, kind: UnitKind, span: Span, said: Said) -> _Place:
        last = self._line(max(span.start, span.end - 1))
        return _Place(kind, self._line(span.start), last + 1, said)

    def _line(self, offset: int) -> int:
        return self._source.line_of(offset) - 1

    def _opened(self, first: int) -> int:
        """Return the first line of what opens before a line and belongs to what stands there."""
        above = max(0, first - 6)
        opening = leads(self._lines(above, first))
        return first - len(opening.splitlines())

    def _closed(self, first: int, end: int) -> int:
        """Return the line behind what closes all that is opened from a first line on."""
        opened = count_open(self._lines(first, end))
        if opened <= 0:
            return end
        return end + len(follows(self._lines(end, min(self._count, end + 12)), opened).splitlines())

    def _lines(self, first: int, end: int) -> str:
        return self._text[self._starts[first] : self._starts[end]]

    # Putting the tree together.

    def _unit(self, place: _Place, queue: list[_Place]) -> Unit:
        """Make a unit, taking what it holds from the end of a queue; what does not fit is none."""
        units: list[Unit] = []
        line = place.first
        while queue and queue[-1].first < place.end:
            inner = queue.pop()
            if inner.first < line:
                continue  # it begins in the last line of another
            inner.end = min(inner.end, place.end)
            units += self._rest(place, line, inner.first)
            units.append(self._unit(inner, queue))
            line = inner.end
        if not units and place.kind is not UnitKind.GUIDE:
            return self._leaf(place)
        units += self._rest(place, line, place.end)
        held = tuple(unit for unit in units if unit.span.end > unit.span.start)
        span = Span(self._starts[place.first], self._starts[place.end])
        if held:
            span = Span(held[0].span.start, held[-1].span.end)
        if len(held) == 1 and held[0].kind is UnitKind.HEAD and place.kind is UnitKind.FIELD:
            return self._leaf(place)
        return Unit(place.kind, span, "", place.name, held, (), place.said)

    def _rest(self, place: _Place, first: int, end: int) -> Iterator[Unit]:
        """Yield runs of filled lines that nothing claims."""
        begin: int | None = None
        for line in range(first, end + 1):
            is_filled = line < end and self._lines(line, line + 1).strip(_BLANKS)
            if is_filled and begin is None:
                begin = line
            elif not is_filled and begin is not None:
                is_head = begin == place.first and place.kind is not UnitKind.GUIDE
                kind = UnitKind.HEAD if is_head else UnitKind.OTHER
                yield self._leaf(_Place(kind, begin, line, numbers=place.numbers))
                begin = None

    def _leaf(self, place: _Place) -> Unit:
        start, end = self._starts[place.first], self._starts[place.end]
        while end > start and self._text[end - 1] in _BLANKS:
            end -= 1
        while start < end and (stop := self._blank_line(start)):
            start = stop
        named = self._numbers[bisect_left(self._numbers, start, key=_start) :]
        named = named[: bisect_left(named, end, key=_start)]
        counted = sorted({*(n for n in place.numbers if start <= n.start < end), *named})
        numbers = tuple(Span(n.start - start, n.end - start) for n in counted)
        text = self._text[start:end]
        return Unit(place.kind, Span(start, end), text, place.name, (), numbers, place.said)

    def _blank_line(self, start: int) -> int:
        """Return where the line after a blank one begins; 0 where it is none."""
        line = self._line(start)
        if self._lines(line, line + 1).strip(_BLANKS) or line + 1 > self._count:
            return 0
        return self._starts[line + 1]
