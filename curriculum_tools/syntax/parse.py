"""From the text of a guide to the guide: its chapters and topics, and the leaves that tile it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from curriculum_tools.model.guide import (
    Block,
    BlockKind,
    Chapter,
    FaultKind,
    Field,
    Guide,
    Heading,
    LeafKind,
    ReadingFault,
    Topic,
)
from curriculum_tools.model.source import BYTE_ORDER_MARK, Source, Span
from curriculum_tools.syntax.blocks import Blocks, Node, NodeKind, is_blank, read_blocks
from curriculum_tools.syntax.body import Body
from curriculum_tools.syntax.front_matter import read_front_matter
from curriculum_tools.syntax.headings import CHAPTER_LEVEL, TOPIC_LEVEL, read_heading, section_level
from curriculum_tools.syntax.labels import Labels
from curriculum_tools.syntax.leaves import Mark, tile
from curriculum_tools.syntax.topics import TopicReader


@dataclass(slots=True)
class _Section:
    """A chapter's or topic's heading with what stands below it, up to the next such heading.

    The first section, of level 1, is what stands before all of them.
    """

    level: int
    heading: Heading | None
    start: int
    end: int = 0
    nodes: list[Node] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def sorted_blocks(self) -> tuple[Block, ...]:
        """Give the blocks in the order they stand; those found last may stand anywhere."""
        return tuple(sorted(self.blocks, key=attrgetter("span")))


def parse(source: Source, labels: Labels | None = None) -> Guide:
    """Parse a guide; never raises, whatever the text is."""
    text = source.text
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    front = read_front_matter(text, start)
    front_span = front.span if front and front.span.end > front.span.start else None
    body_start = front_span.end if front_span else start
    blocks = read_blocks(text[body_start:])
    body = _body(source, blocks, body_start)
    marks = [Mark(0, start, LeafKind.BOM)] if start else []
    if front_span:
        marks.append(Mark(*front_span, LeafKind.FRONT_MATTER))
    headings: list[Heading] = []
    sections = _sections(body, blocks.nodes, body_start, headings, marks)
    known = labels or Labels.of()
    for section in sections:
        _read(section, body, known, marks)
    _own_what_is_left(body, blocks.comments, sections, headings, marks)
    marks.sort()
    return Guide(
        source=source,
        front_matter=front.values if front else None,
        front_matter_span=front_span,
        headings=tuple(headings),
        blocks=sections[0].sorted_blocks(),
        chapters=tuple(_chapters(sections[1:])),
        leaves=tile(text, marks),
        faults=(*_encoding_faults(text), *(front.faults if front else ())),
    )


def _body(source: Source, blocks: Blocks, start: int) -> Body:
    first = source.line_of(start) - 1
    starts = list(source.line_starts[first : first + len(blocks.lines)])
    starts[0] = start
    return Body(source, blocks.lines, starts)


def _sections(
    body: Body, nodes: list[Node], start: int, headings: list[Heading], marks: list[Mark]
) -> list[_Section]:
    sections = [_Section(1, None, start)]
    for index, node in enumerate(nodes):
        if node.kind is not NodeKind.HEADING:
            sections[-1].nodes.append(node)
            continue
        is_list_next = index + 1 < len(nodes) and nodes[index + 1].kind is NodeKind.LIST
        above = sections[-1].heading.level if sections[-1].heading else 0
        level = section_level(body, node, above, is_list_next)
        heading = read_heading(body, node, level)
        is_title = node.level == 1 and all(other.level != 1 for other in headings)
        headings.append(heading)
        if level:
            sections[-1].end = heading.span.start
            sections.append(_Section(level, heading, heading.span.start))
        elif not is_title:
            sections[-1].nodes.append(node)
            continue
        if heading.number:
            marks.append(Mark(*heading.number.span, LeafKind.NUMBER))
        marks.append(Mark(*heading.title.span, LeafKind.TITLE))
    sections[-1].end = len(body.source.text)
    return sections


def _read(section: _Section, body: Body, labels: Labels, marks: list[Mark]) -> None:
    if section.level == TOPIC_LEVEL:
        TopicReader(body, labels, marks, section.fields, section.blocks).read(section.nodes)
    else:
        section.blocks += [body.block(node, marks) for node in section.nodes]


def _own_what_is_left(
    body: Body,
    comments: Mapping[int, int],
    sections: list[_Section],
    headings: list[Heading],
    marks: list[Mark],
) -> None:
    """Make blocks of the lines that nothing else has claimed.

    Those are comments, link definitions, empty bullets, and what is nested deeper than
    markdown-it reads.
    """
    section_starts = [section.start for section in sections]
    claimed = [(start, end) for start, end, _ in marks if start < end]
    claimed += [heading.span for heading in headings]
    claimed.sort()
    for first, end in _ranges(_free_lines(body, claimed), comments):
        span = Span(body.text_start(first), body.line_end(end - 1))
        is_comment = first in comments
        block_kind = BlockKind.HTML if is_comment else BlockKind.OTHER
        section = sections[bisect_right(section_starts, span.start) - 1]
        section.blocks.append(Block(block_kind, body.source.slice(span), span))
        marks.append(Mark(*span, LeafKind.HTML if is_comment else LeafKind.OTHER))


def _free_lines(body: Body, claimed: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the filled lines that none of the sorted spans touches."""
    spans = iter([*claimed, (len(body.source.text), 0)])
    begin, end = next(spans)
    reach = 0
    for number, (line, start) in enumerate(zip(body.lines, body.starts, strict=True)):
        while begin < start + len(line):
            reach = max(reach, end)
            begin, end = next(spans)
        if reach <= start and not is_blank(line):
            yield number


def _ranges(lines: Iterable[int], comments: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Join neighbouring lines to half-open ranges, but leave each comment a range of its own."""
    first = end = 0
    for number in lines:
        if number < end:
            continue  # a further line of a comment
        if number > end or number in comments or first in comments:
            if end:
                yield first, end
            first, end = number, comments.get(number, number + 1)
        else:
            end = number + 1
    if end:
        yield first, end


def _chapters(sections: Iterable[_Section]) -> Iterator[Chapter]:
    opened: _Section | None = None
    topics: list[Topic] = []
    for section in sections:
        if section.level == CHAPTER_LEVEL or opened is None:
            if opened:
                yield _chapter(opened, topics)
            opened, topics = section, []
        if section.level == TOPIC_LEVEL and section.heading:
            span = Span(section.start, section.end)
            topics.append(
                Topic(section.heading, span, tuple(section.fields), section.sorted_blocks())
            )
    if opened:
        yield _chapter(opened, topics)


def _chapter(section: _Section, topics: list[Topic]) -> Chapter:
    end = topics[-1].span.end if topics else section.end
    is_chapter = section.level == CHAPTER_LEVEL
    return Chapter(
        heading=section.heading if is_chapter else None,
        span=Span(section.start, end),
        blocks=section.sorted_blocks() if is_chapter else (),
        topics=tuple(topics),
    )


def _encoding_faults(text: str) -> Iterator[ReadingFault]:
    """Yield the places that are no UTF-8, which stand in the text as lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        end = error.start
        while end < len(text) and "\udc80" <= text[end] <= "\udcff":
            end += 1
        count = sum("\ud800" <= character <= "\udfff" for character in text)
        message = f"{count} byte{'s are' if count > 1 else ' is'} no UTF-8"
        yield ReadingFault(FaultKind.ENCODING, message, Span(error.start, end))
