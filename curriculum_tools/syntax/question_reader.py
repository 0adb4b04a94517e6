"""What templates find, written into a guide: its sections, and questions with what hangs below."""

import re
from collections.abc import Iterable

from curriculum_tools.model.content import NO_HEADING, Block, Heading, Option, Role, Text
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Span
from curriculum_tools.model.templates import AnswerForm, Carrier, Templates
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.containers import DETAILS, Containers
from curriculum_tools.syntax.open_question import NO_LEVEL, OpenQuestion, begins_answering
from curriculum_tools.syntax.recognisers import Reader
from curriculum_tools.syntax.template_match import TemplateMatch
from curriculum_tools.syntax.visible import visible

#: What may end with the tag that closes the details around it.
_HOLDERS = {NodeKind.LIST, NodeKind.ITEM, NodeKind.QUOTE}


class QuestionReader:
    """The open question of a guide with templates, the place, and the sections that are filled."""

    def __init__(self, reader: Reader, templates: Templates, places: Containers) -> None:
        """Take the reader whose sections are filled, and where in the guide it is."""
        self.body = reader.body
        self.marks = reader.marks
        self.sections = reader.sections
        self.templates = templates
        self.places = places
        self.question: OpenQuestion | None = None
        self.is_in_item = False
        self._headings = reader.headings

    # What is found.

    def begin(self, role: Role, heading: Heading, found: TemplateMatch) -> None:
        """Begin a chapter or topic with its heading."""
        self.close()
        self.places.enter(heading.level, visible(found.text.text).text)
        self.sections.begin(role, heading)
        self._mark(found, LeafKind.TITLE)

    def note_heading(self, node: Node, number: Text | None, title: Text, span: Span) -> Heading:
        """Note a heading, whatever it is."""
        heading = Heading(node.level, number, title, span)
        self._headings.append(heading)
        return heading

    def ask(self, found: TemplateMatch, span: Span, level: int = NO_LEVEL) -> None:
        """Begin a question; `level` is that of its heading."""
        self.close()
        if self.sections.open.role is not Role.TOPIC:
            self.sections.begin(Role.TOPIC, NO_HEADING)
            self.sections.open.start = span.start
        is_summary = found.template.carrier is Carrier.SUMMARY
        self.question = OpenQuestion(
            found.text,
            found.number,
            found.template.carrier,
            level,
            span.start,
            span.end,
            self.places.details if is_summary else self.places.depth,
            begins_answering(self.templates),
        )
        self._mark(found, LeafKind.TEXT)

    def answer(self, found: TemplateMatch, span: Span, *, is_marked: bool = False) -> None:
        """Begin the answer to the open question, on a line that may be part of a marked leaf."""
        if self.question:
            text = found.text if "text" in found.groups else None
            self.question.begin_answer(span, found.letters, text)
            if not is_marked:
                self.marks.append(Mark(*span, LeafKind.TEXT))

    def option(self, found: TemplateMatch, span: Span, below: Iterable[Node] = ()) -> bool:
        """Add an option to the open question, unless the answer has begun already."""
        question = self.question
        if question is None or (question.names or (question.options and question.answer)):
            return False
        label = found.groups.get("letter")
        letters = {option.letter for option in question.options}
        if found.template.carrier is Carrier.LINE and label and label.text.upper() in letters:
            return False  # what is said of an option begins as the option does
        blocks = [self.body.block(child, self.marks) for child in below]
        text = "\n".join([found.text.text, *(block.text for block in blocks)])
        end = blocks[-1].span.end if blocks else found.text.span.end
        option = Option(text, Span(found.text.span.start, max(end, span.end)), label)
        mark = found.groups.get("mark")
        question.add_option(option, mark is not None and mark.text != " ")
        self.marks.append(Mark(*found.leaf, LeafKind.TEXT))
        return True

    def close(self) -> None:
        """End the open question."""
        if self.question:
            self.sections.open.questions.append(self.question.finished(self.templates))
        self.question = None

    # What is kept.

    def keep(self, node: Node) -> None:
        """Keep a block as it is, below the open question if there is one."""
        self.add(self.body.block(node, self.marks))
        if node.kind in _HOLDERS:
            for line in range(node.first, node.end):
                if "details" in self.body.lines[line].lower():
                    self.count_details(DETAILS.finditer(self.body.lines[line]), line)

    def add(self, block: Block) -> None:
        """Add a block to the open question, else to the section."""
        question = self.question
        if question is None:
            self.sections.open.blocks.append(block)
            return
        if self.templates.answer_form is AnswerForm.DETAILS:
            question.is_answering = self.places.details > 0 or question.has_no_end
        question.add(block)

    # Where it stands.

    def open_div(self, name: str) -> None:
        """Enter a div, which may hold the answer."""
        self.places.enter_div(name)
        answers = (t for t in self.templates.answers if t.carrier is Carrier.DIV)
        if self.question and any(t.pattern.fullmatch(name) for t in answers):
            self.question.is_answering = True

    def close_div(self) -> None:
        """Leave a div, and with it the question or the answer that it holds."""
        self.places.leave_div()
        if self.question and self.places.depth < self.question.depth:
            self.close()
        elif self.question and not begins_answering(self.templates):
            self.question.is_answering = bool(self.question.names)

    def count_details(self, tags: Iterable[re.Match[str]], line: int) -> None:
        """Count the details that a line opens and closes, and end the question they hold."""
        if self.question and self.places.is_unclosed(line):
            self.question.has_no_end = True
        for tag in tags:
            if self.places.count_details(tag, line) and self._has_lost_details():
                self.close()

    def may_ask(self) -> bool:
        """Tell whether questions stand here: by the heading or div around it, or in an item."""
        within = self.templates.within
        return not self.is_in_item and (not within or self.places.is_within(within))

    def is_in_answer(self) -> bool:
        """Tell whether details or divs hold what is read, below a question that is none itself."""
        question = self.question
        if not question:
            return False
        if question.carrier is Carrier.SUMMARY:
            return self.places.details >= question.depth > 0
        return self.places.details > 0 or self.places.has_div_below(question.depth)

    def is_below_question(self, level: int) -> bool:
        """Tell whether a heading that is nothing else belongs to what is said of a question."""
        question = self.question
        if not question:
            return False
        if question.level < NO_LEVEL:
            return level > question.level
        levels = [t.level for t in (*self.templates.chapters, *self.templates.topics) if t.level]
        return bool(levels) and level > max(levels)

    def _has_lost_details(self) -> bool:
        """Tell whether the details of a summary that asks are closed."""
        question = self.question
        if question is None or question.carrier is not Carrier.SUMMARY:
            return False
        return self.places.details < question.depth

    def _mark(self, found: TemplateMatch, kind: LeafKind) -> None:
        self.marks.append(Mark(*found.leaf, kind))
        if found.number and not found.leaf.covers(found.number.span):
            self.marks.append(Mark(*found.number.span, LeafKind.NUMBER))
