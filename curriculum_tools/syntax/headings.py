"""Headings: finding the lines that are headings or meant as such, and reading them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from curriculum_tools.model.content import Heading, Role, Text
from curriculum_tools.model.dialect import Dialect, HeadingForm
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.block_reader import read_blocks
from curriculum_tools.syntax.blocks import BLANKS, Blocks, Node, NodeKind, is_blank
from curriculum_tools.syntax.body import Body, joined
from curriculum_tools.syntax.closing import FENCE
from curriculum_tools.syntax.mending import mend
from curriculum_tools.syntax.misplaced import misplaced_questions
from curriculum_tools.syntax.outline import Line, Shape, read_outline
from curriculum_tools.syntax.sections import Draft

_SIGNS = re.compile(
    r"(?P<before>[ \t]*(?:[>*+-][ \t]*)?)(?P<marks>#{2,})(?P<gap>[ \t]*)(?P<text>[^#\s].*?)"
    r"(?:(?<![ \t])[ \t]+#+)?"
)
_BOLD = re.compile(r"(?P<marks>\*\*|__)(?P<text>\S.*?\S):?(?P=marks):?")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})[ \t]*")
_FIELD = re.compile(r"[-*+][ \t]+(?:\*\*|__)")
_LITERAL = (NodeKind.CODE, NodeKind.HTML, NodeKind.TABLE)

DEEPEST = 6  # levels of headings that Markdown has
TITLE_AND_LINE = 2  # lines of an underlined heading, where its title goes over one

Outline = Mapping[int, Line]


def find_headings(body: Body, blocks: Blocks, dialect: Dialect) -> tuple[Blocks, Outline]:
    """Return the outline by first lines, and the blocks with malformed headings as headings."""
    literal = {number for node in _literals(blocks.nodes, body) for number in _range(node)}
    literal.update(*(range(*comment) for comment in blocks.comments.items()))
    lines = sorted(_lines(body, blocks, literal), key=lambda line: line.first)
    read_outline(lines, dialect)
    mend(lines)
    mended: dict[int, str] = {}
    for line in lines:
        is_set = line.shape is Shape.UNDERLINED and line.level != line.printed
        is_set = is_set and line.end - line.first == TITLE_AND_LINE  # else it would lose a line
        if line.is_heading and (line.is_meant or is_set):
            mended.update(dict.fromkeys(range(line.first, line.end), ""))
            mended[line.first] = f"{'#' * line.level} {line.text.text.strip()}"
    outline = {line.first: line for line in lines if line.is_heading}
    mended |= misplaced_questions(body, outline, literal, dialect)
    if mended:
        texts = (mended.get(number, text) for number, text in enumerate(blocks.lines))
        blocks = Blocks(blocks.lines, read_blocks("\n".join(texts)).nodes, blocks.comments)
        # What is a heading only since others are mended opens nothing.
        for node in blocks.nodes:
            if node.kind is NodeKind.HEADING and node.first not in outline:
                outline[node.first] = replace(_line(body, node), level=node.level)
    return blocks, outline


def _lines(body: Body, blocks: Blocks, literal: set[int]) -> Iterator[Line]:
    taken = set(literal)
    for node in blocks.nodes:
        if node.kind is NodeKind.HEADING:
            taken.update(_range(node))
            yield _line(body, node)
    for number, text in enumerate(body.lines):
        if number not in taken and not is_blank(text):
            yield from _meant(body, number, text.rstrip(BLANKS))


def _line(body: Body, node: Node) -> Line:
    """Return a heading as a line of the outline, as it is written."""
    start = body.text_start(node.first)
    is_marked = node.end - node.first == 1
    shape = Shape.SIGNS if is_marked else Shape.UNDERLINED
    marks = Span(start, start + node.level if is_marked else start)
    whole = Span(start, body.line_end(node.end - 1))
    piece = heading_pieces(body, node)[0]
    return Line(node.first, node.end, node.level, piece, whole, marks, shape)


def _meant(body: Body, number: int, text: str) -> Iterator[Line]:
    """Yield a line that is no heading to Markdown, but may be meant as one."""
    start = body.starts[number]
    whole = Span(start, start + len(text))
    if "##" in text and (match := _SIGNS.fullmatch(text)):
        is_inset = bool(match["before"])
        is_too_deep = len(match["marks"]) > DEEPEST
        if is_inset != bool(match["gap"]) and not is_too_deep:
            return
        piece = Piece(match["text"], start + match.start("text"))
        marks = Span(*(start + place for place in match.span("marks")))
        shape = Shape.INSET if is_inset else Shape.SIGNS if is_too_deep else Shape.NO_BLANK
        level = len(match["marks"])
        is_heading = shape is Shape.NO_BLANK
        yield Line(number, number + 1, level, piece, whole, marks, shape, True, is_heading)
    elif text[0] in "*_" and (match := _BOLD.fullmatch(text)):
        piece = Piece(match["text"], start + match.start("text"))
        marks = Span(start, start)
        yield Line(number, number + 1, 0, piece, whole, marks, Shape.BOLD, True, False)
    elif text[0].isdigit():
        marks = Span(start, start)
        piece = Piece(text, start)
        if underline := _underline(body, number):
            whole = Span(start, body.line_end(number + 1))
            shape = Shape.UNDERLINED
            yield Line(number, number + 2, underline, piece, whole, marks, shape, True, False)
        elif _stands_apart(body, number):
            yield Line(number, number + 1, 0, piece, whole, marks, Shape.PLAIN, True, False)


def _stands_apart(body: Body, number: int) -> bool:
    """Tell whether a line stands where a heading would: below a blank one, above one or a field."""
    above = body.lines[number - 1] if number else ""
    below = body.lines[number + 1] if number + 1 < len(body.lines) else ""
    return is_blank(above) and (is_blank(below) or bool(_FIELD.match(below)))


def _underline(body: Body, number: int) -> int:
    """Return the level that the line below a line gives it, 0 where it underlines nothing."""
    below = body.lines[number + 1] if number + 1 < len(body.lines) else ""
    if not _UNDERLINE.fullmatch(below) or (number and not is_blank(body.lines[number - 1])):
        return 0
    return 1 if below[0] == "=" else 2


def _literals(nodes: Iterable[Node], body: Body) -> Iterator[Node]:
    """Yield what is not read line by line: HTML, tables and fenced code."""
    for node in nodes:
        is_indented = node.kind is NodeKind.CODE and not FENCE.match(body.text(node))
        if node.kind in _LITERAL and not is_indented:
            yield node
        yield from _literals(node.children, body)


def _range(node: Node) -> range:
    return range(node.first, node.end)


def deeper_topic(
    body: Body, node: Node, dialect: Dialect, above: Draft, is_list_next: bool
) -> HeadingForm | None:
    """Return the form of topics for a numbered heading of a deeper level with a list below it.

    Such a topic skips a level; below a topic of a level above its own it is no topic.
    """
    topic = dialect.heading_of(Role.TOPIC)
    if node.level <= topic.level or not is_list_next:
        return None
    if above.role is not Role.CHAPTER and above.heading.level < node.level:
        return None
    return topic if topic.number.match(heading_pieces(body, node)[0].text) else None


def read_heading(body: Body, node: Node, line: Line, form: HeadingForm | None) -> Heading:
    """Read a heading; it has a number only where it opens a section of some form."""
    span = Span(line.whole.start, body.line_end(line.end - 1))
    pieces = [line.text, *heading_pieces(body, node)[1:]]
    number = line.number if form and line.is_numbered else None
    if number:
        head = Text(number.text, line.span(number.start, number.end))
        title = line.text.text[number.title : number.title_end]
        pieces[0] = Piece(title, line.text.start + number.title)
        return Heading(line.level, head, joined(pieces), span)
    match = form.number.match(line.text.text) if form and not line.role else None
    if match and match.lastgroup:
        head = Text(match[match.lastgroup], line.span(*match.span(match.lastgroup)))
        pieces[0] = Piece(line.text.text[match.end() :], line.text.start + match.end())
        return Heading(node.level, head, joined(pieces), span)
    return Heading(line.level, None, joined(pieces), span)


def heading_start(body: Body, node: Node) -> int:
    """Return where a heading itself begins: behind the mark of the list item that holds it."""
    start = body.text_start(node.first)
    if node.end - node.first > 1:
        return body.pieces(node)[0].start
    signs = body.lines[node.first].find("#", start - body.starts[node.first])
    return start if signs < 0 else body.starts[node.first] + signs


def heading_pieces(body: Body, node: Node) -> list[Piece]:
    """Return the lines of a heading's text, without the number signs of an ATX heading."""
    if node.end - node.first > 1:
        return body.pieces(node)
    line = body.lines[node.first]
    marks = heading_start(body, node) - body.starts[node.first] + node.level
    start = len(line) - len(line[marks:].lstrip(BLANKS))
    return [Piece(line[start : start + len(node.content)], body.starts[node.first] + start)]
