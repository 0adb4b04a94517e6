"""What holds for every guide, whatever its text is."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Protocol

from curriculum_tools.model.content import Block, BlockKind, Field, Notes, Section, Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.parse import parse
from curriculum_tools.syntax.tiling import render

Nested = Iterator[tuple[Span, Span]]  # of a node, and of what holds it

LINE_END = re.compile(r"\r\n|\n|\r")


class Placed(Protocol):
    """A node of a guide."""

    @property
    def span(self) -> Span: ...


def checked(text: str) -> Guide:
    """Parse a text, and see that all promises hold."""
    guide = parse(Source("guide.md", text))
    assert_leaves_tile(guide)
    assert_nodes_nest(guide)
    assert_texts_are_where_they_say(guide)
    assert_questions_stand_in_fields(guide)
    assert_nothing_is_lost(guide)
    return guide


def assert_leaves_tile(guide: Guide) -> None:
    reach = 0
    for leaf in guide.leaves:
        assert leaf.text
        assert leaf.start == reach
        reach = leaf.span.end
    assert reach == len(guide.source.text)
    assert render(guide) == guide.source.text


def assert_nodes_nest(guide: Guide) -> None:
    whole = Span(0, len(guide.source.text))
    for inner, outer in _nested(guide, whole):
        assert 0 <= inner.start <= inner.end
        assert outer.covers(inner), (inner, outer)
    for siblings in _siblings(guide):
        for one, other in pairwise(siblings):
            assert one.end <= other.start, (one, other)


def assert_texts_are_where_they_say(guide: Guide) -> None:
    source = guide.source
    for text in texts(guide):
        assert text.text.strip() == one_line(source.slice(text.span))
    for topic in guide.topics:
        for notes in topic.notes:
            assert notes.path == source.slice(notes.span)
            assert notes.path
    for block in blocks(guide):
        assert block.text.split() == source.slice(block.span).split()
        if block.kind is BlockKind.PARAGRAPH:
            assert block.text.strip() == one_line(source.slice(block.span))


def assert_questions_stand_in_fields(guide: Guide) -> None:
    for topic in guide.topics:
        fields = topic.fields_of("questions")
        assert [each for field in fields for each in topic.questions_in(field)] == [
            *topic.questions
        ]


def assert_nothing_is_lost(guide: Guide) -> None:
    """See that every filled line is touched by a leaf that says something, and by a node."""
    shown = [leaf.span for leaf in guide.leaves if leaf.kind is not LeafKind.MARKUP]
    headings = [heading.span for heading in guide.headings]
    assert _lines_outside(guide.source, [*shown, *headings]) == []
    front = guide.front_matter_span or Span(0, 0)
    assert _lines_outside(guide.source, [front, *headings, *(_said(guide))]) == []


def one_line(text: str) -> str:
    """Join the lines of a text as the contract says; a backslash that breaks one is none of it."""
    *lines, last = [line.strip() for line in LINE_END.split(text)]
    broken = re.compile(r"(?<!\\)((?:\\\\)*)\\$")
    return " ".join(
        line for line in [*(broken.sub(r"\1", x).rstrip() for x in lines), last] if line
    )


def blocks(guide: Guide) -> Iterator[Block]:
    """Yield all blocks of a guide."""
    yield from guide.blocks
    for chapter in guide.chapters:
        yield from chapter.blocks
        for topic in chapter.sections:
            yield from topic.free_blocks
            for field in topic.fields:
                yield from field.blocks
            for question in topic.questions:
                yield from question.blocks


def texts(guide: Guide) -> Iterator[Text]:
    """Yield all texts of a guide."""
    for heading in guide.headings:
        yield heading.title
        if heading.number:
            yield heading.number
    for topic in guide.topics:
        yield from (block.label for block in topic.free_blocks if block.label)
        for field in topic.fields:
            yield from (text for text in (field.label, *field.texts) if text)
        yield from (Text(question.text, question.span) for question in topic.questions)


def _spans(*groups: Iterable[Placed]) -> list[Span]:
    return [node.span for nodes in groups for node in nodes]


def _nested(guide: Guide, whole: Span) -> Nested:
    for span in _spans(guide.headings, guide.blocks, guide.chapters):
        yield span, whole
    for heading in guide.headings:
        yield heading.title.span, heading.span
        if heading.number:
            yield heading.number.span, heading.span
    for chapter in guide.chapters:
        if chapter.is_headed:
            yield chapter.heading.span, chapter.span
        for span in _spans(chapter.blocks, chapter.sections):
            yield span, chapter.span
        for topic in chapter.sections:
            yield topic.heading.span, topic.span
            yield from _nested_in_topic(topic)


def _nested_in_topic(topic: Section) -> Nested:
    for span in _spans(topic.fields, topic.free_blocks):
        yield span, topic.span
    for block in topic.free_blocks:
        if block.label:
            yield block.label.span, block.span
    for field in topic.fields:
        if field.label:
            yield field.label.span, field.span
        for span in _spans(field.values, field.blocks):
            yield span, field.span
    for question in topic.questions:
        yield question.span, question.extent
        for span in _spans(question.blocks):
            yield span, question.extent


def _siblings(guide: Guide) -> Iterator[list[Span]]:
    yield _spans(guide.headings)
    yield _spans(guide.blocks, guide.chapters)
    for chapter in guide.chapters:
        yield _spans(chapter.blocks, chapter.sections)
        for topic in chapter.sections:
            yield _spans([topic.heading], topic.fields)
            yield _spans([topic.heading], topic.free_blocks)
            yield [question.extent for question in topic.questions]
            for field in topic.fields:
                yield _spans(field.blocks)
                yield _spans(field.values)
            for question in topic.questions:
                yield _spans(question.blocks)


def _said(guide: Guide) -> Iterator[Span]:
    """Yield the spans of what `curriculum parse` prints, besides headings and front matter."""
    yield from (block.span for block in blocks(guide))
    for text in texts(guide):
        yield text.span
    for topic in guide.topics:
        for field in topic.fields:
            yield from (_with_remark(guide.source, field, notes) for notes in field.notes)


def _with_remark(source: Source, field: Field, notes: Notes) -> Span:
    """Return the span of a path with what is remarked of it, before it or behind."""
    start, end = notes.span
    for word in (notes.remark or "").split():
        before = source.text.rfind(word, field.span.start, notes.span.start)
        if before < 0:
            end = source.text.index(word, end) + len(word)
        start = min(start, before) if before >= 0 else start
    return Span(start, end)


def _lines_outside(source: Source, spans: list[Span]) -> list[str]:
    touched = {
        line
        for span in spans
        if span.start < span.end
        for line in range(source.line_of(span.start), source.line_of(span.end - 1) + 1)
    }
    numbers = range(1, source.line_count + 1)
    return [source.line(n) for n in numbers if n not in touched and source.line(n).strip(" \t")]
