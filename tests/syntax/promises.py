"""What holds for every guide, whatever its text is."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from curriculum_tools.model.guide import (
    Block,
    BlockKind,
    Chapter,
    Field,
    Guide,
    LeafKind,
    Notes,
    Question,
    Text,
    Topic,
)
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.leaves import render
from curriculum_tools.syntax.parse import parse

Spans = Iterable[tuple[Span, Span]]  # of a node, and of what holds it

LINE_END = re.compile(r"\r\n|\n|\r")


def checked(text: str) -> Guide:
    """Parse a text, and see that all promises hold."""
    guide = parse(Source("guide.md", text))
    assert_leaves_tile(guide)
    assert_nodes_nest(guide)
    assert_texts_are_where_they_say(guide)
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
        assert text.text == one_line(source.slice(text.span))
    for topic in guide.topics:
        for notes in topic.notes:
            assert notes.path == source.slice(notes.span)
            assert notes.path
    for block in blocks(guide):
        assert block.text.split() == source.slice(block.span).split()
        if block.kind is BlockKind.PARAGRAPH:
            assert block.text == one_line(source.slice(block.span))


def assert_nothing_is_lost(guide: Guide) -> None:
    """See that every filled line is touched by a leaf that says something, and by a node."""
    shown = [leaf.span for leaf in guide.leaves if leaf.kind is not LeafKind.MARKUP]
    headings = [heading.span for heading in guide.headings]
    assert _lines_outside(guide.source, [*shown, *headings]) == []
    front = guide.front_matter_span or Span(0, 0)
    assert _lines_outside(guide.source, [front, *headings, *(_said(guide))]) == []


def one_line(text: str) -> str:
    """Join the lines of a text as the contract says."""
    lines = [line.strip() for line in LINE_END.split(text)]
    return " ".join(line for line in lines if line)


def blocks(guide: Guide) -> Iterator[Block]:
    """Yield all blocks of a guide."""
    yield from guide.blocks
    for chapter in guide.chapters:
        yield from chapter.blocks
        for topic in chapter.topics:
            yield from topic.blocks
            for field in topic.fields:
                yield from field.blocks
                for question in field.questions:
                    yield from question.blocks


def texts(guide: Guide) -> Iterator[Text]:
    """Yield all texts of a guide."""
    for heading in guide.headings:
        yield heading.title
        if heading.number:
            yield heading.number
    for topic in guide.topics:
        yield from (block.label for block in topic.blocks if block.label)
        for field in topic.fields:
            yield from (text for text in (field.label, field.text) if text)
            yield from field.prerequisites
            yield from (Text(question.text, question.span) for question in field.questions)


def _nested(guide: Guide, whole: Span) -> Spans:
    yield from ((node.span, whole) for node in (*guide.headings, *guide.blocks, *guide.chapters))
    for heading in guide.headings:
        yield heading.title.span, heading.span
        if heading.number:
            yield heading.number.span, heading.span
    for chapter in guide.chapters:
        if chapter.heading:
            yield chapter.heading.span, chapter.span
        yield from ((node.span, chapter.span) for node in (*chapter.blocks, *chapter.topics))
        for topic in chapter.topics:
            yield topic.heading.span, topic.span
            yield from _nested_in_topic(topic)


def _nested_in_topic(topic: Topic) -> Spans:
    for block in topic.blocks:
        yield block.span, topic.span
        if block.label:
            yield block.label.span, block.span
    for field in topic.fields:
        yield field.span, topic.span
        yield from ((text.span, field.span) for text in (field.label, field.text) if text)
        parts: list[Text | Notes | Question | Block] = [*field.prerequisites, *field.notes]
        parts += [*field.questions, *field.blocks]
        yield from ((part.span, field.span) for part in parts)
        for question in field.questions:
            yield question.extent, field.span
            yield question.span, question.extent
            yield from ((block.span, question.extent) for block in question.blocks)


def _siblings(guide: Guide) -> Iterator[list[Span]]:
    yield [heading.span for heading in guide.headings]
    yield [node.span for node in (*guide.blocks, *guide.chapters)]
    for chapter in guide.chapters:
        yield [node.span for node in (*chapter.blocks, *chapter.topics)]
        for topic in chapter.topics:
            yield [topic.heading.span, *(field.span for field in topic.fields)]
            yield [topic.heading.span, *(block.span for block in topic.blocks)]
            for field in topic.fields:
                yield [question.extent for question in field.questions]
                yield [block.span for block in field.blocks]
                yield [node.span for node in (*field.prerequisites, *field.notes)]
                for question in field.questions:
                    yield [block.span for block in question.blocks]


def _said(guide: Guide) -> Iterator[Span]:
    """Yield the spans of what `curriculum parse` prints, besides headings and front matter."""
    yield from (block.span for block in blocks(guide))
    for text in texts(guide):
        yield text.span
    for topic in guide.topics:
        for field in topic.fields:
            yield from (_with_remark(guide.source, notes) for notes in field.notes)


def _with_remark(source: Source, notes: Notes) -> Span:
    end = notes.span.end
    for word in (notes.remark or "").split():
        end = source.text.index(word, end) + len(word)
    return Span(notes.span.start, end)


def _lines_outside(source: Source, spans: list[Span]) -> list[str]:
    touched = {
        line
        for span in spans
        if span.start < span.end
        for line in range(source.line_of(span.start), source.line_of(span.end - 1) + 1)
    }
    numbers = range(1, source.line_count + 1)
    return [source.line(n) for n in numbers if n not in touched and source.line(n).strip(" \t")]


