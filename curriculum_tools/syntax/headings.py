"""Headings: their number and title, and which of them open a chapter or a topic."""

from curriculum_tools.model.content import Heading, Role, Text
from curriculum_tools.model.dialect import Dialect, HeadingForm
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.blocks import BLANKS, Node
from curriculum_tools.syntax.body import Body, joined
from curriculum_tools.syntax.sections import Draft


def role_of(
    body: Body, node: Node, dialect: Dialect, above: Draft, is_list_next: bool
) -> HeadingForm | None:
    """Return the form of the section that a heading opens; None where it opens none.

    A numbered heading of a deeper level that has a list below it is a topic that skips a level,
    unless it stands below a topic of a level above its own.
    """
    for form in dialect.headings:
        if node.level == form.level:
            return form
    topic = dialect.heading_of(Role.TOPIC)
    if node.level < topic.level or not is_list_next:
        return None
    if above.role is not Role.CHAPTER and above.heading.level < node.level:
        return None
    return topic if topic.number.match(_pieces(body, node)[0].text) else None


def read_heading(body: Body, node: Node, form: HeadingForm | None) -> Heading:
    """Read a heading; it has a number only where it opens a section of some form."""
    pieces = _pieces(body, node)
    head = pieces[0]
    match = form.number.match(head.text) if form else None
    number = None
    if match and match.lastgroup:
        start, end = match.span(match.lastgroup)
        number = Text(match[match.lastgroup], Span(head.start + start, head.start + end))
        pieces[0] = Piece(head.text[match.end() :], head.start + match.end())
    span = Span(body.text_start(node.first), body.line_end(node.end - 1))
    return Heading(node.level, number, joined(pieces), span)


def _pieces(body: Body, node: Node) -> list[Piece]:
    """Return the lines of a heading's text, without the number signs of an ATX heading."""
    if node.end - node.first > 1:
        return body.pieces(node)
    line = body.lines[node.first]
    marks = body.text_start(node.first) - body.starts[node.first] + node.level
    start = len(line) - len(line[marks:].lstrip(BLANKS))
    return [Piece(line[start : start + len(node.content)], body.starts[node.first] + start)]
