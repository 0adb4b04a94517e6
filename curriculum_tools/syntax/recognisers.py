"""Recognisers of the default dialect: each claims the blocks of one kind.

A recogniser takes the reader and a block, adds what it has read to the open section, and tells
whether the block was its own. The last one claims everything.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter

from curriculum_tools.model.content import (
    Block,
    BlockKind,
    Field,
    Heading,
    Question,
    Role,
    Text,
    Value,
)
from curriculum_tools.model.dialect import Dialect, FieldSpec
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.body import Body
from curriculum_tools.syntax.headings import Outline, deeper_topic, read_heading
from curriculum_tools.syntax.heads import Head, is_text, item_head, plain_label, read_head
from curriculum_tools.syntax.questions import asks, marked_text, read_question
from curriculum_tools.syntax.sections import Sections


@dataclass(slots=True)
class Reader:
    """What recognisers read with: the blocks that are left, and the sections that they fill."""

    body: Body
    dialect: Dialect
    outline: Outline
    marks: list[Mark]
    sections: Sections
    left: list[Node]  # in reverse order
    headings: list[Heading]
    divs: list[Text] = field(default_factory=list)

    def take_while(self, condition: Callable[[Node], bool]) -> list[Node]:
        """Take the next blocks as long as a condition holds."""
        taken = []
        while self.left and condition(self.left[-1]):
            taken.append(self.left.pop())
        return taken

    def keep(self, node: Node, label: Text | None = None) -> None:
        """Keep a block as it is, with its label if it has one that names no field."""
        kept = self.body.block(node, self.marks)
        self.sections.open.blocks.append(replace(kept, label=label) if label else kept)


def heading(reader: Reader, node: Node) -> bool:
    """Claim headings: of the guide, of a chapter, of a topic, or of nothing."""
    if node.kind is not NodeKind.HEADING:
        return False
    line = reader.outline[node.first]
    is_list_next = bool(reader.left) and reader.left[-1].kind is NodeKind.LIST
    form = (
        reader.dialect.heading_of(line.role)
        if line.role
        else deeper_topic(reader.body, node, reader.dialect, reader.sections.open, is_list_next)
    )
    found = read_heading(reader.body, node, line, form)
    is_title = node.level == 1 and reader.sections.lacks_title
    reader.headings.append(found)
    if form:
        reader.sections.begin(form.role, found)
    elif is_title:
        reader.sections.root.heading = found
    else:
        reader.sections.open.asking = None
        reader.keep(node)
        return True
    if found.number:
        reader.marks.append(Mark(*found.number.span, LeafKind.NUMBER))
    reader.marks.append(Mark(*found.title.span, LeafKind.TITLE))
    return True


def bullets(reader: Reader, node: Node) -> bool:
    """Claim the lists of a topic; each item is a field, a question, or a block."""
    if node.kind is not NodeKind.LIST or reader.sections.open.role is not Role.TOPIC:
        return False
    for item in node.children:
        _bullet(reader, item)
    return True


def _bullet(reader: Reader, item: Node) -> None:
    body, section = reader.body, reader.sections.open
    head = item_head(item, body, reader.dialect)
    if head and head.spec:
        section.asking = None
        span = Span(body.text_start(item.first), body.line_end(item.end - 1))
        _add_field(reader, head, head.spec, span, item.children[1:])
        if head.spec.holds_questions:
            section.asking = body.column(item)
    elif head and head.is_labelled:
        section.asking = None
        reader.keep(item, head.label_text)
    elif head and (plain := plain_label(head.pieces[0], reader.dialect)):
        section.asking = None
        reader.keep(item, plain)
    elif section.asking is None or body.column(item) <= section.asking:
        reader.keep(item)
    elif question := read_question(body, item, reader.marks):
        field = section.fields[-1]
        section.fields[-1] = replace(field, span=Span(field.span.start, question.extent.end))
        section.questions.append(question)


def labelled_paragraph(reader: Reader, node: Node) -> bool:
    """Claim the paragraphs of a topic that begin as a field, with the lists below them."""
    if node.kind is not NodeKind.PARAGRAPH or reader.sections.open.role is not Role.TOPIC:
        return False
    reader.sections.open.asking = None
    *heads, last = _heads(reader.body.pieces(node), reader.dialect)
    if not last.spec:
        return False
    for head in heads:
        if head.spec:
            span = Span(head.pieces[0].start, head.pieces[-1].end)
            _add_field(reader, head, head.spec, span, [])
    rest = reader.take_while(lambda each: _is_plain_list(each, reader))
    end = reader.body.line_end((rest[-1] if rest else node).end - 1)
    _add_field(reader, last, last.spec, Span(last.pieces[0].start, end), rest)
    return True


def _heads(pieces: list[Piece], dialect: Dialect) -> list[Head]:
    """Split a paragraph that begins as a field where further lines begin as fields, too."""
    head = read_head(pieces, dialect)
    if not (head.spec and head.label) or len(pieces) == 1:
        return [head]
    starts = [0]
    for place, piece in enumerate(pieces[1:], 1):
        further = read_head([piece], dialect)
        if further.spec and further.label:
            starts.append(place)
    return [read_head(pieces[i:j], dialect) for i, j in pairwise([*starts, len(pieces)])]


def _is_plain_list(node: Node, reader: Reader) -> bool:
    """Tell whether a node is a list of plain items, which belongs to a label above it."""
    if node.kind is not NodeKind.LIST:
        return False
    head = item_head(node.children[0], reader.body, reader.dialect)
    return not (head and (head.is_field or head.is_labelled))


def block(reader: Reader, node: Node) -> bool:
    """Claim everything else; a comment between questions does not end their field."""
    if node.kind is not NodeKind.HTML:
        reader.sections.open.asking = None
    reader.keep(node)
    return True


def _add_field(reader: Reader, head: Head, spec: FieldSpec, span: Span, rest: list[Node]) -> None:
    """Read a field from its head and the blocks below, and add it to the topic."""
    label = head.label_text
    if label:
        reader.marks.append(Mark(*label.span, LeafKind.LABEL))
    blocks: list[Block] = []
    values: tuple[Value, ...] = ()
    listed: list[Node] = []
    if spec.holds_questions:
        blocks += _add_questions(reader, head, rest)
    else:
        items = [item for node in rest if node.kind is NodeKind.LIST for item in node.children]
        listed = [item for item in items if not _asks(reader.body, item)]
        if spec.takes_lists or not listed:
            for item in items:
                if item not in listed:
                    reader.keep(item)  # a question, whose label is missing
        values, blocks = _read_values(reader, head, spec, listed if spec.takes_lists else [])
    takes_lists = spec.takes_lists or spec.holds_questions or not listed
    others = (node for node in rest if not takes_lists or node.kind is not NodeKind.LIST)
    blocks += [reader.body.block(node, reader.marks) for node in others]
    blocks.sort(key=attrgetter("span"))
    reader.sections.open.fields.append(Field(spec.name, values, tuple(blocks), label, span))


def _add_questions(reader: Reader, head: Head, rest: list[Node]) -> list[Block]:
    """Add the questions below a label; return the text beside the label that leads to them."""
    text = marked_text(head.value, reader.marks)
    items = [item for node in rest if node.kind is NodeKind.LIST for item in node.children]
    found = (read_question(reader.body, item, reader.marks) for item in items)
    questions = [question for question in found if question]
    if text and not items:
        questions = [Question(text.text, span=text.span, extent=text.span)]
    reader.sections.open.questions += questions
    return [Block(BlockKind.PARAGRAPH, text.text, text.span)] if text and items else []


def _asks(body: Body, item: Node) -> bool:
    """Tell a question from a value, about which something may be asked in parentheses."""
    first = item.children[0] if item.children else None
    if first is None or not is_text(first):
        return False
    text = body.pieces(first)[-1].text
    return asks(text) and not text.endswith(")")


def _read_values(
    reader: Reader, head: Head, spec: FieldSpec, items: list[Node]
) -> tuple[tuple[Value, ...], list[Block]]:
    """Read the values of a field from its head and its items; what holds none is a block."""
    values = [*spec.read(head.value, reader.marks)]
    text = None if values else marked_text(head.value, reader.marks)
    blocks = [Block(BlockKind.PARAGRAPH, text.text, text.span)] if text else []
    for item in items:
        if not item.children:
            continue  # an empty bullet
        first, *rest = item.children
        found = [*spec.read(reader.body.pieces(first), reader.marks)] if is_text(first) else []
        values += found
        blocks += [reader.body.block(node, reader.marks) for node in (rest if found else [item])]
    return tuple(values), blocks
