"""Guides that are read by templates: which lines are chapters, topics, questions and options."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from curriculum_tools.model.content import (
    NO_HEADING,
    Block,
    BlockKind,
    Heading,
    Option,
    Role,
    Text,
)
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.model.templates import AnswerForm, Carrier, Template, Templates
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.body import Body, joined
from curriculum_tools.syntax.headings import heading_pieces, heading_start
from curriculum_tools.syntax.heads import is_text
from curriculum_tools.syntax.open_question import (
    NO_LEVEL,
    OpenQuestion,
    begins_answering,
    says_nothing,
)
from curriculum_tools.syntax.recognisers import Reader
from curriculum_tools.syntax.sections import Draft
from curriculum_tools.syntax.swallowed import unclosed_details
from curriculum_tools.syntax.template_match import TemplateMatch, joined_piece, match_line
from curriculum_tools.syntax.visible import visible

_MARKER = re.compile(r"(?P<mark>[-*+]|(?P<number>\d{1,9})[.)])(?:[ \t]+|$)")
_DIV = re.compile(r"[ \t]*:{3,}[ \t]*(?:\{?[ \t]*\.?(?P<name>[A-Za-z][\w-]*)[^:]*)?:*[ \t]*")
_DETAILS = re.compile(r"<(?P<close>/?)details\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_GLUED_TICK = re.compile(r"\[[ xX]\](?=\S)")  # to GitHub this is text, and no checkbox
_SUMMARY = re.compile(r"<summary\b[^<>]*>(?P<text>.*?)</summary>", re.IGNORECASE | re.DOTALL)
_PART = re.compile(f"{_SUMMARY.pattern}|{_DETAILS.pattern}", re.IGNORECASE | re.DOTALL)


_ANCHOR_LINK = re.compile(r"\]\(#|href=[\"']#")
_CONTENTS = {BlockKind.LIST, BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.HTML}


#: What may end with the tag that closes the details around it.
_HOLDERS = {NodeKind.LIST, NodeKind.ITEM, NodeKind.QUOTE}


class _Container(NamedTuple):
    """A heading or div in which something stands; `level` is 0 for a div."""

    level: int
    name: str


def read_by_templates(reader: Reader, templates: Templates) -> None:
    """Read all blocks of a guide into its sections."""
    _Walk(reader, templates).read()


class _Walk:
    def __init__(self, reader: Reader, templates: Templates) -> None:
        self._reader = reader
        self._body = reader.body
        self._templates = templates
        self._question: OpenQuestion | None = None
        self._containers: list[_Container] = []
        self._details = 0
        self._unclosed = set(unclosed_details(reader.body, reader.left))

    def read(self) -> None:
        if self._templates.topic_is_file:
            self._reader.sections.begin(Role.TOPIC, NO_HEADING)
        for node in _with_whole_summaries(self._reader.left[::-1], self._body):
            self._node(node)
        self._reader.left.clear()
        self._close()
        self._reader.sections.demote(_holds_contents)

    # Blocks, by their kinds.

    def _node(self, node: Node) -> None:
        if node.kind is NodeKind.HEADING:
            self._heading(node)
        elif node.kind is NodeKind.LIST:
            self._list(node)
        elif node.kind is NodeKind.PARAGRAPH:
            self._paragraph(node)
        elif node.kind is NodeKind.HTML:
            self._html(node)
        else:
            self._keep(node)

    def _heading(self, node: Node, number: Text | None = None, *, is_listed: bool = False) -> bool:
        """Read a heading; of one in a list item, tell whether it is anything."""
        piece = joined_piece(heading_pieces(self._body, node))
        span = Span(heading_start(self._body, node), self._body.line_end(node.end - 1))
        carrier = Carrier.LISTED_HEADING if is_listed else Carrier.HEADING

        def find(templates: Iterable[Template]) -> TemplateMatch | None:
            return match_line(templates, carrier, piece, node.level, number)

        templates = self._templates
        in_answer = self._is_in_answer()
        if not in_answer and self._may_ask() and (found := find(templates.questions)):
            self._note_heading(node, found, span)
            item = Span(self._body.text_start(node.first), span.end)
            self._ask(found, item, node.level)
            return True
        if self._question and (found := find(templates.answers)):
            self._answer(found, span)
            self._note_heading(node, found, span)
            return True
        if not in_answer and (found := find(templates.topics)):
            self._begin(Role.TOPIC, node, found, span)
            return True
        if not in_answer and (found := find(templates.chapters)):
            self._begin(Role.CHAPTER, node, found, span)
            return True
        if is_listed:
            return False
        self._other_heading(node, piece, span, in_answer=in_answer)
        return True

    def _other_heading(self, node: Node, piece: Piece, span: Span, *, in_answer: bool) -> None:
        text = joined([piece])
        found = Heading(node.level, None, text, span)
        self._reader.headings.append(found)
        sections = self._reader.sections
        if not in_answer and not self._is_below_question(node.level):
            self._close()
            self._enter(node.level, visible(text.text).text)
        if node.level == 1 and not sections.root.heading.level and not self._question:
            sections.root.heading = found
            self._reader.marks.append(Mark(*text.span, LeafKind.TITLE))
            if self._templates.topic_is_file:
                sections.open.heading = found
        else:
            self._keep(node)

    def _list(self, node: Node) -> None:
        """Read a list: its items are questions, options, or what is said below a question."""
        if not any(self._is_of_a_template(item) for item in node.children):
            self._keep(node)
            return
        for item in node.children:
            if not self._item(item):
                self._keep(item)

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
        templates = self._templates
        everything = (
            *templates.questions,
            *templates.options,
            *templates.answers,
            *templates.topics,
            *templates.chapters,
        )
        number = self._number_of(item)
        return any(match_line(everything, carrier, piece, level, number) for carrier in carriers)

    def _number_of(self, item: Node) -> Text | None:
        """Return the number that an item has in the place of a bullet."""
        marker = _MARKER.match(self._body.source.text, self._body.text_start(item.first))
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
        if is_read and not (first.kind is not NodeKind.HEADING and self._is_option(item)):
            for child in item.children[1:]:
                if first.kind is NodeKind.HEADING:
                    self._node(child)
                else:
                    self._keep(child)
        return is_read

    def _is_option(self, item: Node) -> bool:
        options = self._question.options if self._question else []
        return bool(options) and options[-1].span.start >= self._body.starts[item.first]

    def _item_line(self, item: Node, first: Node, number: Text | None) -> bool:
        piece = joined_piece(self._body.pieces(first))
        carriers = (Carrier.ITEM, Carrier.NUMBERED_ITEM) if number else (Carrier.ITEM,)
        span = Span(self._body.text_start(item.first), self._body.line_end(first.end - 1))
        for carrier in carriers:
            if (
                self._question
                and not _GLUED_TICK.match(piece.text)
                and (found := match_line(self._templates.options, carrier, piece, 0, number))
            ):
                return self._option(item, found, span)
            may_ask = self._may_ask() and not self._is_in_answer()
            if may_ask and (
                found := match_line(self._templates.questions, carrier, piece, 0, number)
            ):
                self._ask(found, span, NO_LEVEL)
                return True
            if self._question and (
                found := match_line(self._templates.answers, carrier, piece, 0, number)
            ):
                self._answer(found, span)
                return True
        return False

    def _option(self, item: Node, found: TemplateMatch, span: Span) -> bool:
        """Read an option, unless the answer has begun already."""
        question = self._question
        if question is None or (question.names or (question.options and question.answer)):
            return False
        marks = self._reader.marks
        below = [self._body.block(child, marks) for child in item.children[1:]]
        text = "\n".join([found.text.text, *(block.text for block in below)])
        end = below[-1].span.end if below else found.text.span.end
        label = found.groups.get("letter")
        option = Option(text, Span(found.text.span.start, max(end, span.end)), label)
        mark = found.groups.get("mark")
        question.add_option(option, mark is not None and mark.text != " ")
        marks.append(Mark(*found.leaf, LeafKind.TEXT))
        return True

    def _paragraph(self, node: Node) -> None:
        """Read a paragraph line by line: some are divs, questions or answers."""
        pieces = self._body.pieces(node)
        plain: list[int] = []
        for place, piece in enumerate(pieces):
            tags = list(_DETAILS.finditer(piece.text))
            is_markup = bool(tags) and not _TAG.sub("", piece.text).strip()
            is_read = is_markup or self._line(piece)
            if not is_read:
                plain.append(place)
            if is_read or tags:
                self._keep_lines(node, pieces, plain)
                plain = []
            if tags:
                self._reader.marks += [Mark(piece.start, piece.end, LeafKind.HTML)] * is_markup
                self._count_details(tags, node.first + place)
        self._keep_lines(node, pieces, plain)

    def _count_details(self, tags: Iterable[re.Match[str]], line: int) -> None:
        """Count the details that a line opens and closes; one that has no end is none."""
        if line in self._unclosed:
            return
        for tag in tags:
            self._details = max(0, self._details + (-1 if tag["close"] else 1))
            if tag["close"]:
                self._end_details()

    def _keep_lines(self, node: Node, pieces: list[Piece], places: list[int]) -> None:
        if len(places) == len(pieces):
            self._keep(node)
        elif places:
            first, last = places[0], places[-1]
            content = "\n".join(pieces[place].text for place in places)
            part = Node(node.kind, node.first + first, node.first + last + 1, content=content)
            self._keep(part)

    def _line(self, piece: Piece) -> bool:
        span = Span(piece.start, piece.end)
        if piece.text.lstrip().startswith(":::") and (div := _DIV.fullmatch(piece.text)):
            if name := div["name"]:
                place = Span(piece.start + div.start("name"), piece.start + div.end("name"))
                self._reader.divs.append(Text(name, place))
            self._div(div["name"])
            self._reader.marks.append(Mark(*span, LeafKind.OTHER))
            return True
        templates = self._templates
        in_answer = self._is_in_answer()
        if self._question and (found := match_line(templates.answers, Carrier.LINE, piece)):
            self._answer(found, span)
            return True
        if in_answer:
            return False
        if self._may_ask() and (found := match_line(templates.questions, Carrier.LINE, piece)):
            self._ask(found, span, NO_LEVEL)
            return True
        return False

    def _div(self, name: str | None) -> None:
        if name:
            self._containers.append(_Container(0, f":::{name}"))
            answers = (t for t in self._templates.answers if t.carrier is Carrier.DIV)
            if self._question and any(t.pattern.fullmatch(name) for t in answers):
                self._question.is_answering = True
            return
        while self._containers and self._containers[-1].level:
            self._containers.pop()
        if self._containers:
            self._containers.pop()
        if self._question and len(self._containers) < self._question.depth:
            self._close()
        elif self._question and not begins_answering(self._templates):
            self._question.is_answering = bool(self._question.names)

    def _html(self, node: Node) -> None:
        """Read HTML: summaries may be questions, and details may hold answers."""
        start = self._body.text_start(node.first)
        span = Span(start, self._body.line_end(node.end - 1))
        text = self._body.source.slice(span)
        asks = [t for t in self._templates.questions if t.carrier is Carrier.SUMMARY]
        last = 0
        for part in _PART.finditer(text) if "<" in text else ():
            if part["text"] is None:
                if part["close"]:
                    self._keep_html(text, last, part.start(), start)
                    self._mark_html(text, part.start(), part.end(), start)
                    last = part.end()
                self._count_details([part], node.first + text.count("\n", 0, part.start()))
                continue
            piece = Piece(part["text"], start + part.start("text"))
            is_nested = self._question and 0 < self._question.depth < self._details
            if not is_nested and (found := match_line(asks, Carrier.SUMMARY, piece)):
                self._keep_html(text, last, part.start(), start, is_before=True)
                whole = Span(start + part.start(), start + part.end())
                self._ask(found, whole, NO_LEVEL)
                last = part.end()
        self._keep_html(text, last, len(text), start)

    def _end_details(self) -> None:
        """End the question whose details are closed."""
        question = self._question
        if question and question.carrier is Carrier.SUMMARY and self._details < question.depth:
            self._close()

    def _keep_html(
        self, text: str, first: int, end: int, start: int, *, is_before: bool = False
    ) -> None:
        """Keep a part of an HTML block; of tags alone nothing but their place is kept."""
        part = text[first:end]
        if not part.strip():
            return
        plain = _DETAILS.sub("", part).strip()
        if not plain or (is_before and not _TAG.sub("", plain).strip()):
            self._mark_html(text, first, end, start)
            return
        span = Span(start + first, start + end)
        self._reader.marks.append(Mark(*span, LeafKind.HTML))
        self._add(Block(BlockKind.HTML, part.strip("\n"), span))

    def _mark_html(self, text: str, first: int, end: int, start: int) -> None:
        if text[first:end].strip():
            self._reader.marks.append(Mark(start + first, start + end, LeafKind.HTML))

    # What is found.

    def _begin(self, role: Role, node: Node, found: TemplateMatch, span: Span) -> None:
        self._close()
        self._enter(node.level, visible(found.text.text).text)
        heading = self._note_heading(node, found, span)
        self._reader.sections.begin(role, heading)
        self._reader.marks.append(Mark(*found.leaf, LeafKind.TITLE))
        if found.number and not found.leaf.covers(found.number.span):
            self._reader.marks.append(Mark(*found.number.span, LeafKind.NUMBER))

    def _note_heading(self, node: Node, found: TemplateMatch, span: Span) -> Heading:
        heading = Heading(node.level, found.number, found.text, span)
        self._reader.headings.append(heading)
        return heading

    def _ask(self, found: TemplateMatch, span: Span, level: int) -> None:
        self._close()
        sections = self._reader.sections
        if sections.open.role is not Role.TOPIC:
            heading = NO_HEADING
            sections.begin(Role.TOPIC, heading)
            sections.open.start = span.start
        depth = self._details if found.template.carrier is Carrier.SUMMARY else 0
        if found.template.carrier is not Carrier.SUMMARY:
            depth = len(self._containers)
        self._question = OpenQuestion(
            found.text,
            found.number,
            found.template.carrier,
            level,
            span.start,
            span.end,
            depth,
            begins_answering(self._templates),
        )
        self._reader.marks.append(Mark(*found.leaf, LeafKind.TEXT))
        if found.number and not found.leaf.covers(found.number.span):
            self._reader.marks.append(Mark(*found.number.span, LeafKind.NUMBER))

    def _answer(self, found: TemplateMatch, span: Span) -> None:
        if self._question:
            text = found.text if "text" in found.groups else None
            self._question.begin_answer(span, found.groups.get("letter"), text)
            self._reader.marks.append(Mark(*span, LeafKind.TEXT))

    def _close(self) -> None:
        if self._question:
            question = self._question.finished(self._templates)
            self._reader.sections.open.questions.append(question)
        self._question = None

    def _keep(self, node: Node) -> None:
        self._add(self._body.block(node, self._reader.marks))
        if node.kind in _HOLDERS:
            for line in range(node.first, node.end):
                if "details" in self._body.lines[line].lower():
                    self._count_details(_DETAILS.finditer(self._body.lines[line]), line)

    def _add(self, block: Block) -> None:
        question = self._question
        if question is None:
            self._reader.sections.open.blocks.append(block)
        else:
            form = self._templates.answer_form
            if form is AnswerForm.DETAILS:
                question.is_answering = self._details > 0
            question.add(block)

    # Where something stands.

    def _enter(self, level: int, name: str) -> None:
        while self._containers and self._containers[-1].level >= level:
            self._containers.pop()
        self._containers.append(_Container(level, name))

    def _may_ask(self) -> bool:
        """Tell whether questions stand in the innermost heading or div."""
        within = self._templates.within
        if not within:
            return True
        name = self._containers[-1].name.casefold() if self._containers else ""
        return any(fnmatchcase(name, glob.casefold()) for glob in within)

    def _is_in_answer(self) -> bool:
        """Tell whether details hold what is read, below a question that is none itself."""
        question = self._question
        if not question:
            return False
        if question.carrier is Carrier.SUMMARY:
            return self._details >= question.depth > 0
        is_in_div = any(not each.level for each in self._containers[question.depth :])
        return self._details > 0 or is_in_div

    def _is_below_question(self, level: int) -> bool:
        """Tell whether a heading that is nothing else belongs to what is said of a question."""
        question = self._question
        if not question:
            return False
        if question.level < NO_LEVEL:
            return level > question.level
        levels = [t.level for t in (*self._templates.chapters, *self._templates.topics) if t.level]
        return bool(levels) and level > max(levels)


def _with_whole_summaries(nodes: list[Node], body: Body) -> Iterator[Node]:
    """Yield the blocks; those that a summary of several paragraphs takes are one."""
    first: Node | None = None
    for node in nodes:
        text = body.text(node).lower() if first or node.kind is NodeKind.HTML else ""
        if first:
            first.end = node.end
        elif node.kind is NodeKind.HTML and text.rfind("<summary") > text.rfind("</summary"):
            first = node
            continue
        if first and "</summary" not in text:
            continue
        yield first or node
        first = None
    if first:
        yield first


def _holds_contents(draft: Draft) -> bool:
    """Tell a chapter that only holds the contents: links to places in the guide."""
    if draft.drafts or draft.questions or not draft.blocks:
        return False
    filled = [block for block in draft.blocks if not says_nothing(block)]
    kinds = {block.kind for block in filled}
    links = sum(_ANCHOR_LINK.search(block.text) is not None for block in filled)
    return links > 0 and kinds <= _CONTENTS and 2 * links >= len(filled)
