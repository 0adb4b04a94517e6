"""From the text of a guide to the guide: its chapters and topics, and the leaves that tile it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from curriculum_tools.model.content import Block, BlockKind, Heading
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.guide import FaultKind, Guide, ReadingFault
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Source, Span
from curriculum_tools.model.templates import AnswerForm
from curriculum_tools.syntax.blocks import Node, is_blank
from curriculum_tools.syntax.body import Body
from curriculum_tools.syntax.document import Document, read_document
from curriculum_tools.syntax.headings import Outline, find_headings
from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.outline import Line
from curriculum_tools.syntax.recognisers import Reader
from curriculum_tools.syntax.sections import Sections
from curriculum_tools.syntax.swallowed import open_details, open_divs, swallowed
from curriculum_tools.syntax.tiling import tile


def parse(source: Source, dialect: Dialect = HOME) -> Guide:
    """Parse a guide; never raises, whatever the text is."""
    return parse_document(read_document(source), dialect)


def parse_document(document: Document, dialect: Dialect = HOME) -> Guide:
    """Parse a guide whose blocks are read, which may be done in one dialect after another."""
    guide, nodes = _read(document, dialect)
    found = tuple(_hidden(guide, document.body, nodes))
    return replace(guide, faults=(*found, *guide.faults)) if found else guide


def _read(document: Document, dialect: Dialect) -> tuple[Guide, list[Node]]:
    """Read a guide from its blocks, and return these as they were read."""
    source, body, front = document.source, document.body, document.front
    blocks, front_span = document.blocks, document.front_span
    marks = [Mark(0, document.start, LeafKind.BOM)] if document.start else []
    if front_span:
        marks.append(Mark(*front_span, LeafKind.FRONT_MATTER))
    outline: Outline = {}
    if not dialect.templates:
        blocks, outline = find_headings(body, blocks, dialect)
    reader = Reader(body, dialect, outline, marks, Sections(body.starts[0]), blocks.nodes[::-1], [])
    if dialect.templates:
        from curriculum_tools.syntax.templated import read_by_templates

        read_by_templates(reader, dialect.templates)
    while reader.left:
        node = reader.left.pop()
        any(recogniser.claims(reader, node) for recogniser in dialect.recognisers)
    _own_what_is_left(body, blocks.comments, reader.sections, reader.headings, marks)
    marks.sort()
    guide = Guide(
        source=source,
        dialect=dialect,
        root=reader.sections.finished(len(source.text)),
        headings=tuple(reader.headings),
        leaves=tile(source.text, marks),
        front_matter=front.values if front else None,
        front_matter_span=front_span,
        faults=(
            *_encoding_faults(source.text),
            *(front.faults if front else ()),
            *_heading_faults(outline.values()),
        ),
        divs=tuple(reader.divs),
    )
    return guide, blocks.nodes


def _hidden(guide: Guide, body: Body, nodes: list[Node]) -> Iterator[ReadingFault]:
    """Yield what hides part of a guide from the parser, or from readers."""
    text = guide.source.text
    if "```" in text or "~~~" in text or "<" in text:
        yield from swallowed(
            body, nodes, guide, lambda inner: _read(read_document(inner), guide.dialect)[0]
        )
    templates = guide.dialect.templates
    if "<details" in text.lower():
        starts = [topic.span.start for topic in guide.topics]
        if templates:
            starts = [question.extent.start for _, question in guide.questions]
        what = "questions" if templates else "topics"
        folds = templates is not None and templates.answer_form is AnswerForm.DETAILS
        yield from open_details(body, nodes, starts, what, hold_answers=folds)
    if templates and templates.has_divs and ":::" in text:
        yield from open_divs(body, nodes)


def _own_what_is_left(
    body: Body,
    comments: Mapping[int, int],
    sections: Sections,
    headings: list[Heading],
    marks: list[Mark],
) -> None:
    """Make blocks of the lines that nothing else has claimed.

    Those are comments, link definitions, empty bullets, and what is nested deeper than
    markdown-it reads.
    """
    claimed = [(start, end) for start, end, _ in marks if start < end]
    claimed += [heading.span for heading in headings]
    claimed.sort()
    for first, end in _ranges(_free_lines(body, claimed), comments):
        span = Span(body.text_start(first), body.line_end(end - 1))
        is_comment = first in comments
        block_kind = BlockKind.HTML if is_comment else BlockKind.OTHER
        sections.at(span.start).blocks.append(Block(block_kind, body.source.slice(span), span))
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


def _heading_faults(lines: Iterable[Line]) -> Iterator[ReadingFault]:
    """Yield the headings that were read as something else than they are written as."""
    for line in lines:
        for fault in line.faults:
            edits = tuple(Edit(span, text) for span, text in fault.edits)
            fix = Fix("write it so", True, edits) if edits else None
            yield ReadingFault(FaultKind.HEADING, fault.message, fault.span, fix)


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
