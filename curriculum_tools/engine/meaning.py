"""What a guide says, which fixes must leave as it is.

Edits change no text but their own; what they may do is make the text around them mean something
else: a question becomes code, a heading a paragraph, a list part of another. So a guide is taken
as a row of statements: its front matter, headings with their levels, descriptions, notes,
prerequisites, questions with what hangs below them, and all other blocks. Carried to where the
edits move them, with the words that the edits make of them, they must be the statements of the
new text: the same ones, in the same order, blanks aside. What an edit names is its own business:
what it replaces whole, and a bullet that was no field, whose label it mends.
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

_Statement: TypeAlias = tuple[str, tuple[Span, ...]]  # a kind, and where it stands
_SHOWN = 60  # characters of a statement that a reason quotes


class Said(NamedTuple):
    """A statement without its place and layout; what hangs below a question has its own line."""

    kind: str
    text: str

    def __str__(self) -> str:
        """Name the statement, in as few words as it takes to find it."""
        text = " ".join(self.text.split())
        text = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        return f'the {self.kind} "{text}"'


def change_of_meaning(before: Guide, after: Guide, edits: Iterable[Edit]) -> str | None:
    """Tell what a guide says otherwise after some edits that do not overlap; None for nothing."""
    carrier = _Carrier(edits)
    mended = {span for span in _labels_of_no_field(before) if carrier.old.touch(span)}
    carried = {carrier.carried(span).start for span in mended}
    expected = [
        _said(after.source, kind, map(carrier.carried, spans))
        for kind, spans in _statements(before, carrier.old, {span.start for span in mended})
    ]
    actual = [
        _said(after.source, kind, spans) for kind, spans in _statements(after, carrier.new, carried)
    ]
    if expected != actual:
        lost, gained = Counter(expected) - Counter(actual), Counter(actual) - Counter(expected)
        if lost:
            return f"{next(iter(lost))} would be lost"
        return f"{next(iter(gained))} would come into being" if gained else "the order would change"
    front = before.front_matter_span
    if before.front_matter != after.front_matter and not (front and carrier.old.touch(front)):
        return "the front matter would change"
    return None


class _Places:
    """Sorted spans that do not overlap: those of edits, in the old text or in the new."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans

    def touch(self, span: Span) -> bool:
        """Tell whether any of them lies in a span or at its border."""
        index = bisect_left(self._spans, span.start, key=lambda place: place.end)
        return index < len(self._spans) and self._spans[index].start <= span.end

    def hold(self, spans: Sequence[Span]) -> bool:
        """Tell whether one of them covers all of some spans."""
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        index = bisect_right(self._spans, whole.start, key=lambda place: place.start) - 1
        return index >= 0 and whole.start < whole.end and self._spans[index].covers(whole)


class _Carrier:
    """Carries places across edits; what is inserted at a place comes to stand before it.

    So a number put before a title is none of its words, and a mark put behind a question is.
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        ordered = sorted(edits, key=lambda edit: edit.span)
        growths = (len(edit.text) - (edit.span.end - edit.span.start) for edit in ordered)
        self._grown = (0, *accumulate(growths))
        self._old = [edit.span for edit in ordered]
        self.old = _Places(self._old)
        self.new = _Places(
            [
                Span(edit.span.start + grown, edit.span.start + grown + len(edit.text))
                for edit, grown in zip(ordered, self._grown, strict=False)
            ]
        )

    def carried(self, span: Span) -> Span:
        """Give the span in the new text; a border that is replaced moves to what replaces it."""
        return Span(self._carried(span.start), self._carried(span.end))

    def _carried(self, offset: int) -> int:
        index = bisect_right(self._old, offset, key=lambda span: span.end)
        if index < len(self._old) and self._old[index].start < offset:
            return self._old[index].end + self._grown[index + 1]
        return offset + self._grown[index]


def _said(source: Source, kind: str, spans: Iterable[Span]) -> Said:
    return Said(kind, "\n".join(" ".join(source.slice(span).split()) for span in spans))


def _labels_of_no_field(guide: Guide) -> Iterator[Span]:
    for topic in guide.topics:
        yield from (block.label.span for block in topic.free_blocks if block.label)


def _statements(guide: Guide, edited: _Places, mended: Set[int]) -> Iterator[_Statement]:
    """Yield what a guide says in the order of its text, but for what an edit replaces whole.

    `mended` is where the labels begin that edits mend.
    """
    found = sorted(_all_statements(guide, mended), key=lambda statement: statement[1])
    return (statement for statement in found if not edited.hold(statement[1]))


def _all_statements(guide: Guide, mended: Set[int]) -> Iterator[_Statement]:
    if guide.front_matter_span:
        yield "front matter", (guide.front_matter_span,)
    kinds = {chapter.heading.span: "chapter" for chapter in guide.chapters if chapter.is_headed}
    kinds.update((topic.heading.span, "topic") for topic in guide.topics)
    for heading in guide.headings:  # its source has the marks that make its level
        yield kinds.get(heading.span, "heading"), (heading.span,)
    yield from map(_block, guide.blocks)
    for chapter in guide.chapters:
        yield from map(_block, chapter.blocks)
        for topic in chapter.sections:
            yield from _of_topic(topic, mended, guide.dialect)


def _of_topic(topic: Section, mended: Set[int], dialect: Dialect) -> Iterator[_Statement]:
    bullets: tuple[Block | Field, ...] = (*topic.free_blocks, *topic.fields)
    for bullet in bullets:
        if bullet.label and bullet.label.span.start in mended:
            yield "field", (bullet.span,)
        elif isinstance(bullet, Field):
            yield from _of_field(bullet, dialect.spec(bullet.name).item)
            yield from map(_question, topic.questions_in(bullet))
        else:
            yield _block(bullet)


def _of_field(field: Field, item: str) -> Iterator[_Statement]:
    yield from ((f"path of {notes.status} notes", (notes.span,)) for notes in field.notes)
    others = (value for value in field.values if not isinstance(value, Notes))
    yield from ((item, (value.span,)) for value in others)
    yield from map(_block, field.blocks)


def _question(question: Question) -> _Statement:
    return "question", (question.span, *(block.span for block in question.blocks))


def _block(block: Block) -> _Statement:
    return "block" if block.kind is BlockKind.OTHER else block.kind, (block.span,)
