"""What a guide says, which fixes must not change.

An edit changes no text but its own, but it can change what the text around it means: a question can
become code, a heading a paragraph, a list part of another list. So a guide is read as a row of
statements: its front matter, headings with their levels, descriptions, notes, prerequisites,
questions with the blocks below them, and all other blocks; of a heading also what is its number
and what its title. Moved to where the edits put them, and with the words that the edits give them,
these must be the statements of the new text: the same ones in the same order, apart from
whitespace. Exempt is what an edit is about: a statement that it replaces whole, and a bullet that
becomes a field because its label is corrected.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from curriculum_tools.model.content import Block, BlockKind, Field, Notes, Question, Section
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.finding import Edit
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source, Span

_PlacedStatement: TypeAlias = tuple[str, tuple[Span, ...]]  # a kind, and its spans
_OF_HEADINGS = ("title", "number")
_SHOWN = 60  # characters of a statement that a reason quotes


class Statement(NamedTuple):
    """A statement without place and layout; each block below a question is on its own line."""

    kind: str
    text: str

    def __str__(self) -> str:
        """Name the statement in enough words to find it."""
        text = " ".join(self.text.split())
        text = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        return f'the {self.kind} "{text}"'


def change_of_meaning(before: Guide, after: Guide, edits: Iterable[Edit]) -> str | None:
    """Return what a guide says differently after edits that do not overlap; None if nothing."""
    moves = _Moves(edits)
    corrected = {span for span in _unknown_labels(before) if moves.old.touch(span)}
    moved = {moves.moved(span).start for span in corrected}
    expected = [
        _statement(after.source, kind, map(moves.moved, spans))
        for kind, spans in _statements(before, moves.old, {span.start for span in corrected})
    ]
    actual = [
        _statement(after.source, kind, spans)
        for kind, spans in _statements(after, moves.new, moved)
    ]
    if expected != actual:
        lost, gained = Counter(expected) - Counter(actual), Counter(actual) - Counter(expected)
        if lost:
            return f"{next(iter(lost))} would be lost"
        return f"{next(iter(gained))} would appear" if gained else "the order would change"
    front = before.front_matter_span
    if before.front_matter != after.front_matter and not (front and moves.old.touch(front)):
        return "the front matter would change"
    return None


def number_out_of_place(before: Guide, after: Guide) -> str | None:
    """Return what edits do to a number that they must not; None if there is nothing.

    They give one to a topic of another chapter or to two topics, leave one that is read as a title,
    or put one before a title that may begin with its number already.
    """
    if odd := Counter(_odd_numbers(after)) - Counter(_odd_numbers(before)):
        return f"{min(odd)} would stand in another chapter than its own"
    if twice := Counter(_numbers_twice(after)) - Counter(_numbers_twice(before)):
        return f"{min(twice)} would stand there twice"
    if len(before.headings) == len(after.headings):
        for was, now in zip(before.headings, after.headings, strict=True):
            if was.number and not now.number:
                return f"the number {was.number} would be a title"
            is_new = now.number and not was.number and was.title == now.title
            if is_new and now.title.text[:1].isdigit():
                return f"the title {now.title.text!r} may begin with its number"
    return None


def _numbers_twice(guide: Guide) -> Iterator[str]:
    counts = Counter(topic.number for topic in guide.topics if topic.number)
    return (number for number, count in counts.items() for _ in range(count - 1) if "." in number)


def _odd_numbers(guide: Guide) -> Iterator[str]:
    """Yield the numbers of topics that begin with that of another chapter than their own."""
    chapters = {chapter.number for chapter in guide.chapters if chapter.number}
    for chapter in guide.chapters:
        others = chapters - {chapter.number}
        for topic in chapter.sections:
            first, dot, _ = (topic.number or "").partition(".")
            if dot and first in others:
                yield topic.number or ""


class _EditedSpans:
    """The sorted, disjoint spans of edits, in the old text or in the new."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans

    def touch(self, span: Span) -> bool:
        """Return whether any of them is in a span or at its border."""
        index = bisect_left(self._spans, span.start, key=lambda place: place.end)
        return index < len(self._spans) and self._spans[index].start <= span.end

    def cut(self, span: Span) -> bool:
        """Return whether one of them reaches over a border of a span."""
        index = bisect_right(self._spans, span.start, key=lambda place: place.end)
        near = self._spans[
            index : bisect_left(self._spans, span.end, key=lambda place: place.start)
        ]
        return any(each.start < span.start or each.end > span.end for each in near)

    def hold(self, spans: Sequence[Span]) -> bool:
        """Return whether one of them covers all of these spans."""
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        index = bisect_right(self._spans, whole.start, key=lambda place: place.start) - 1
        return index >= 0 and whole.start < whole.end and self._spans[index].covers(whole)


class _Moves:
    """Where edits move the places of a text; text inserted at a place ends up before it.

    So a number inserted before a title is not part of it, and a mark after a question is.
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        ordered = sorted(edits, key=lambda edit: edit.span)
        growths = (len(edit.text) - (edit.span.end - edit.span.start) for edit in ordered)
        self._grown = (0, *accumulate(growths))
        self._old = [edit.span for edit in ordered]
        self.old = _EditedSpans(self._old)
        self.new = _EditedSpans(
            [
                Span(edit.span.start + grown, edit.span.start + grown + len(edit.text))
                for edit, grown in zip(ordered, self._grown, strict=False)
            ]
        )

    def moved(self, span: Span) -> Span:
        """Return the span in the new text; a replaced border moves to its replacement."""
        return Span(self._moved(span.start), self._moved(span.end))

    def _moved(self, offset: int) -> int:
        index = bisect_right(self._old, offset, key=lambda span: span.end)
        if index < len(self._old) and self._old[index].start < offset:
            return self._old[index].end + self._grown[index + 1]
        return offset + self._grown[index]


def _statement(source: Source, kind: str, spans: Iterable[Span]) -> Statement:
    return Statement(kind, "\n".join(" ".join(source.slice(span).split()) for span in spans))


def _unknown_labels(guide: Guide) -> Iterator[Span]:
    for topic in guide.topics:
        yield from (block.label.span for block in topic.free_blocks if block.label)


def _statements(
    guide: Guide, edited: _EditedSpans, corrected: Set[int]
) -> Iterator[_PlacedStatement]:
    """Yield what a guide says in the order of its text, except what an edit replaces whole.

    `corrected` are the offsets of the labels that edits correct.
    """
    found = sorted(_all_statements(guide, corrected), key=lambda statement: statement[1])
    return (
        (kind, spans)
        for kind, spans in found
        if not edited.hold(spans) and not (kind in _OF_HEADINGS and edited.cut(spans[0]))
    )


def _all_statements(guide: Guide, corrected: Set[int]) -> Iterator[_PlacedStatement]:
    if guide.front_matter_span:
        yield "front matter", (guide.front_matter_span,)
    kinds = {chapter.heading.span: "chapter" for chapter in guide.chapters if chapter.is_headed}
    kinds.update((topic.heading.span, "topic") for topic in guide.topics)
    for heading in guide.headings:  # the source of a heading shows its level
        yield kinds.get(heading.span, "heading"), (heading.span,)
        if heading.title.text:
            yield "title", (heading.title.span,)
        if heading.number:
            yield "number", (heading.number.span,)
    yield from map(_block, guide.blocks)
    for chapter in guide.chapters:
        yield from map(_block, chapter.blocks)
        for topic in chapter.sections:
            yield from _of_topic(topic, corrected, guide.dialect)


def _of_topic(topic: Section, corrected: Set[int], dialect: Dialect) -> Iterator[_PlacedStatement]:
    bullets: tuple[Block | Field, ...] = (*topic.free_blocks, *topic.fields)
    for bullet in bullets:
        if bullet.label and bullet.label.span.start in corrected:
            yield "field", (bullet.span,)
        elif isinstance(bullet, Field):
            yield from _of_field(bullet, dialect.spec(bullet.name).item)
            yield from map(_question, topic.questions_in(bullet))
        else:
            yield _block(bullet)


def _of_field(field: Field, item: str) -> Iterator[_PlacedStatement]:
    yield from ((f"path of {notes.status} notes", (notes.span,)) for notes in field.notes)
    others = (value for value in field.values if not isinstance(value, Notes))
    yield from ((item, (value.span,)) for value in others)
    yield from map(_block, field.blocks)


def _question(question: Question) -> _PlacedStatement:
    return "question", (question.span, *(block.span for block in question.blocks))


def _block(block: Block) -> _PlacedStatement:
    return "block" if block.kind is BlockKind.OTHER else block.kind, (block.span,)
