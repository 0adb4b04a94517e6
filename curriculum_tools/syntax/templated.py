"""Guides that are read by templates: which lines are chapters, topics, questions and options."""

import re
from collections.abc import Iterable

from curriculum_tools.model.content import NO_HEADING, BlockKind, Role, Text
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.model.templates import Carrier, Template, Templates
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.body import joined
from curriculum_tools.syntax.containers import DETAILS, Containers
from curriculum_tools.syntax.headings import heading_pieces, heading_start
from curriculum_tools.syntax.heads import is_text
from curriculum_tools.syntax.open_question import says_nothing
from curriculum_tools.syntax.question_reader import QuestionReader
from curriculum_tools.syntax.recognisers import Reader
from curriculum_tools.syntax.sections import Draft
from curriculum_tools.syntax.summaries import TAG, read_html, with_whole_summaries
from curriculum_tools.syntax.swallowed import unclosed_details
from curriculum_tools.syntax.template_match import TemplateMatch, joined_piece, match_line
from curriculum_tools.syntax.visible import visible

MARKER = re.compile(r"(?P<mark>[-*+]|(?P<number>\d{1,9})[.)])(?:[ \t]+|$)")
DIV = re.compile(r"[ \t]*:{3,}+[ \t]*+(?:\{?[ \t]*+\.?(?P<name>[A-Za-z][\w-]*)[^:]*)?:*[ \t]*")
_GLUED_TICK = re.compile(r"\[[ xX]\](?=\S)")  # to GitHub this is text, and no checkbox
_ANCHOR_LINK = re.compile(r"\]\(#|href=[\"']#")
_BELOW_TEXT = {NodeKind.LIST, NodeKind.PARAGRAPH, NodeKind.HTML}  # may be options, or an answer
_CONTENTS = {BlockKind.LIST, BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.HTML}


def read_by_templates(reader: Reader, templates: Templates) -> None:
    """Read all blocks of a guide into its sections."""
    _Walk(reader, templates).read()


class _Walk:
    """A walk over the blocks, which tells what each is."""

    def __init__(self, reader: Reader, templates: Templates) -> None:
        places = Containers(unclosed_details(reader.body, reader.left))
        self._reader = reader
        self._body = reader.body
        self._templates = templates
        self._questions = QuestionReader(reader, templates, places)

    def read(self) -> None:
        if self._templates.topic_is_file:
            self._reader.sections.begin(Role.TOPIC, NO_HEADING)
        for node in with_whole_summaries(self._reader.left[::-1], self._body):
            self._node(node)
        self._reader.left.clear()
        self._questions.close()
        self._reader.sections.demote(_holds_contents)

    def _node(self, node: Node) -> None:
        if node.kind is NodeKind.HEADING:
            self._heading(node)
        elif node.kind is NodeKind.LIST:
            self._list(node)
        elif node.kind is NodeKind.PARAGRAPH:
            self._paragraph(node)
        elif node.kind is NodeKind.HTML:
            read_html(self._questions, node)
        else:
            self._questions.keep(node)

    def _heading(self, node: Node, number: Text | None = None, *, is_listed: bool = False) -> bool:
        """Read a heading; of one in a list item, tell whether it is anything."""
        piece = joined_piece(heading_pieces(self._body, node))
        span = Span(heading_start(self._body, node), self._body.line_end(node.end - 1))
        carrier = Carrier.LISTED_HEADING if is_listed else Carrier.HEADING

        def find(templates: Iterable[Template]) -> TemplateMatch | None:
            return match_line(templates, carrier, piece, node.level, number)

        templates, questions = self._templates, self._questions
        in_answer = questions.is_in_answer()
        if not in_answer and questions.may_ask() and (found := find(templates.questions)):
            questions.note_heading(node, found.number, found.text, span)
            item = Span(self._body.text_start(node.first), span.end)
            questions.ask(found, item, node.level)
            return True
        if questions.question and (found := find(templates.answers)):
            questions.answer(found, span)
            questions.note_heading(node, found.number, found.text, span)
            return True
        sections = ((Role.TOPIC, templates.topics), (Role.CHAPTER, templates.chapters))
        for role, forms in () if in_answer else sections:
            if found := find(forms):
                heading = questions.note_heading(node, found.number, found.text, span)
                questions.begin(role, heading, found)
                return True
        if is_listed:
            return False
        self._other_heading(node, piece, span, in_answer=in_answer)
        return True

    def _other_heading(self, node: Node, piece: Piece, span: Span, *, in_answer: bool) -> None:
        """Read a heading that is nothing else: the guide's title, or one like a paragraph."""
        text = joined([piece])
        questions, sections = self._questions, self._reader.sections
        found = questions.note_heading(node, None, text, span)
        if not in_answer and not questions.is_below_question(node.level):
            questions.close()
            questions.places.enter(node.level, visible(text.text).text)
        if node.level == 1 and not sections.root.heading.level and not questions.question:
            sections.root.heading = found
            self._reader.marks.append(Mark(*text.span, LeafKind.TITLE))
            if self._templates.topic_is_file:
                sections.open.heading = found
        else:
            questions.keep(node)

    def _list(self, node: Node) -> None:
        """Read a list: its items are questions, options, or what is said below a question."""
        if not any(self._is_of_a_template(item) for item in node.children):
            self._questions.keep(node)
            return
        for item in node.children:
            if not self._item(item):
                self._questions.keep(item)

    def _is_of_a_template(self, item: Node) -> bool:
        """Tell whether an item is written as something may be, wherever it stands."""
        first = item.children[0] if item.children else None
        if first is None or first.first != item.first:
            return False
        if first.kind is NodeKind.HEADING:
            piece, level = joined_piece(heading_pieces(self._body, first)), first.level
            carriers: tuple[Carrier, ...] = (Carrier.LISTED_HEADING,)
        elif is_text(first):
            piece, level = joined_piece(self._body.pieces(first)), 0
            carriers = (Carrier.ITEM, Carrier.NUMBERED_ITEM)
        else:
            return False
        templates, number = self._templates, self._number_of(item)
        forms = (*templates.options, *templates.answers)
        if not self._questions.is_in_item:
            forms = (*forms, *templates.questions, *templates.topics, *templates.chapters)
        return any(match_line(forms, carrier, piece, level, number) for carrier in carriers)

    def _number_of(self, item: Node) -> Text | None:
        """Return the number that an item has in the place of a bullet."""
        marker = MARKER.match(self._body.source.text, self._body.text_start(item.first))
        if not marker or not marker["number"]:
            return None
        return Text(marker["number"], Span(*marker.span("number")))

    def _item(self, item: Node) -> bool:
        """Read an item; tell whether it, or one before it in the list, is anything."""
        first = item.children[0] if item.children else None
        if first is None or first.first != item.first:
            return False
        number = self._number_of(item)
        if first.kind is NodeKind.HEADING:
            is_read = self._heading(first, number, is_listed=True)
        elif is_text(first):
            is_read = self._item_line(item, first, number)
        else:
            is_read = False
        if is_read and first.kind is NodeKind.HEADING:
            for child in item.children[1:]:
                self._node(child)
        elif is_read and not self._is_option(item):
            self._below_text(item)
        return is_read

    def _is_option(self, item: Node) -> bool:
        """Tell whether an item is the option that was read last."""
        question = self._questions.question
        if not question or not question.options:
            return False
        return question.options[-1].span.start >= self._body.starts[item.first]

    def _below_text(self, item: Node) -> None:
        """Read what an item holds below its text: options and an answer, but no more questions."""
        self._questions.is_in_item = True
        for child in item.children[1:]:
            if child.kind in _BELOW_TEXT:
                self._node(child)
            else:
                self._questions.keep(child)
        self._questions.is_in_item = False

    def _item_line(self, item: Node, first: Node, number: Text | None) -> bool:
        """Read the text of an item: an option, a question or an answer."""
        piece = joined_piece(self._body.pieces(first))
        carriers = (Carrier.ITEM, Carrier.NUMBERED_ITEM) if number else (Carrier.ITEM,)
        span = Span(self._body.text_start(item.first), self._body.line_end(first.end - 1))
        questions, templates = self._questions, self._templates
        may_ask = questions.may_ask() and not questions.is_in_answer()
        may_choose = questions.question and not _GLUED_TICK.match(piece.text)
        for carrier in carriers:

            def find(forms: Iterable[Template], carrier: Carrier = carrier) -> TemplateMatch | None:
                return match_line(forms, carrier, piece, 0, number)

            if may_choose and (found := find(templates.options)):
                return questions.option(found, span, item.children[1:])
            if may_ask and (found := find(templates.questions)):
                questions.ask(found, span)
                return True
            if questions.question and (found := find(templates.answers)):
                questions.answer(found, span)
                return True
        return False

    def _paragraph(self, node: Node) -> None:
        """Read a paragraph line by line: some are divs, questions or answers."""
        pieces = self._body.pieces(node)
        plain: list[int] = []
        for place, piece in enumerate(pieces):
            tags = list(DETAILS.finditer(piece.text))
            is_markup = bool(tags) and not TAG.sub("", piece.text).strip()
            is_read = is_markup or self._line(piece)
            if not is_read:
                plain.append(place)
            if is_read or tags:
                self._keep_lines(node, pieces, plain)
                plain = []
            if tags:
                self._reader.marks += [Mark(piece.start, piece.end, LeafKind.HTML)] * is_markup
                self._questions.count_details(tags, node.first + place)
        self._keep_lines(node, pieces, plain)

    def _keep_lines(self, node: Node, pieces: list[Piece], places: list[int]) -> None:
        if len(places) == len(pieces):
            self._questions.keep(node)
        elif places:
            first, last = places[0], places[-1]
            content = "\n".join(pieces[place].text for place in places)
            part = Node(node.kind, node.first + first, node.first + last + 1, content=content)
            self._questions.keep(part)

    def _line(self, piece: Piece) -> bool:
        """Read a line of a paragraph: a div, an answer, an option or a question."""
        span = Span(piece.start, piece.end)
        questions, templates = self._questions, self._templates
        if piece.text.lstrip().startswith(":::") and (div := DIV.fullmatch(piece.text)):
            self._div(div, piece.start)
            self._reader.marks.append(Mark(*span, LeafKind.OTHER))
            return True
        if questions.question and (found := match_line(templates.answers, Carrier.LINE, piece)):
            questions.answer(found, span)
            return True
        if questions.is_in_answer():
            return False
        if questions.question and (found := match_line(templates.options, Carrier.LINE, piece)):
            return questions.option(found, span)
        if not questions.may_ask():
            return False
        if found := match_line(templates.questions, Carrier.LINE, piece):
            questions.ask(found, span)
            return True
        return False

    def _div(self, div: re.Match[str], start: int) -> None:
        """Read a line that opens a div, or closes one."""
        if name := div["name"]:
            place = Span(start + div.start("name"), start + div.end("name"))
            self._reader.divs.append(Text(name, place))
            self._questions.open_div(name)
        else:
            self._questions.close_div()


def _holds_contents(draft: Draft) -> bool:
    """Tell a chapter that only holds the contents: links to places in the guide."""
    if draft.drafts or draft.questions or not draft.blocks:
        return False
    filled = [block for block in draft.blocks if not says_nothing(block)]
    kinds = {block.kind for block in filled}
    links = sum(_ANCHOR_LINK.search(block.text) is not None for block in filled)
    return links > 0 and kinds <= _CONTENTS and 2 * links >= len(filled)
