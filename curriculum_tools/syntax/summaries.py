"""HTML in guides with templates: summaries that ask, and the details that are folded below them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from curriculum_tools.model.content import Block, BlockKind
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.model.templates import Carrier
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.body import Body
from curriculum_tools.syntax.containers import DETAILS
from curriculum_tools.syntax.question_reader import QuestionReader
from curriculum_tools.syntax.template_match import match_line

TAG = re.compile(r"<[^<>]*>")
# Its text has no summary in it: of many that are never closed each ends at the next.
_SUMMARY = re.compile(
    r"<summary\b[^<>]*>(?P<text>(?:(?!<summary\b).)*?)</summary>", re.IGNORECASE | re.DOTALL
)
_BREAK = re.compile(r"</?(?:summary|details|br|p)\b[^<>]*>|\n", re.IGNORECASE)
PART = re.compile(f"{_SUMMARY.pattern}|{DETAILS.pattern}", re.IGNORECASE | re.DOTALL)


def read_html(questions: QuestionReader, node: Node) -> None:
    """Read an HTML block: summaries may be questions, and details may hold answers."""
    body = questions.body
    start = body.text_start(node.first)
    text = body.source.slice(Span(start, body.line_end(node.end - 1)))
    html = _Html(questions, text, start)
    asks = [t for t in questions.templates.questions if t.carrier is Carrier.SUMMARY]
    last = 0
    for part in PART.finditer(text) if "<" in text else ():
        if part["text"] is None:
            if part["close"]:
                html.keep(last, part.start())
                html.mark(part.start(), part.end())
                last = part.end()
            questions.count_details([part], node.first + text.count("\n", 0, part.start()))
            continue
        piece = Piece(part["text"], start + part.start("text"))
        question = questions.question
        is_nested = question and 0 < question.depth < questions.places.details
        if not is_nested and (found := match_line(asks, Carrier.SUMMARY, piece)):
            html.keep(last, part.start(), is_before=True)
            questions.ask(found, Span(start + part.start(), start + part.end()))
            last = part.end()
    html.keep(last, len(text))


class _Html:
    """An HTML block: its text, and where that starts in the source."""

    def __init__(self, questions: QuestionReader, text: str, start: int) -> None:
        self._questions = questions
        self._text = text
        self._start = start

    def keep(self, first: int, end: int, *, is_before: bool = False) -> None:
        """Keep a part of it; of tags alone nothing but their place is kept."""
        part = self._text[first:end]
        if not part.strip():
            return
        plain = DETAILS.sub("", part).strip()
        self.mark(first, end)
        if plain and not (is_before and not TAG.sub("", plain).strip()):
            self._answer(first, end)
            span = Span(self._start + first, self._start + end)
            self._questions.add(Block(BlockKind.HTML, part.strip("\n"), span))

    def _answer(self, first: int, end: int) -> None:
        """Begin the answer where a line of a part names options."""
        forms = [t for t in self._questions.templates.answers if "letter" in t.placeholders]
        for line in self._lines(first, end) if forms and self._questions.question else ():
            if found := match_line(forms, Carrier.LINE, line):
                span = Span(line.start, line.start + len(line.text))
                self._questions.answer(found, span, is_marked=True)

    def _lines(self, first: int, end: int) -> Iterator[Piece]:
        """Yield the lines of a part as a reader sees them, without the blanks around them."""
        for gap in (*_BREAK.finditer(self._text, first, end), None):
            line = self._text[first : gap.start() if gap else end]
            yield Piece(line.strip(), self._start + first + len(line) - len(line.lstrip()))
            first = gap.end() if gap else end

    def mark(self, first: int, end: int) -> None:
        """Mark the leaf of a part of it."""
        if self._text[first:end].strip():
            leaf = Mark(self._start + first, self._start + end, LeafKind.HTML)
            self._questions.marks.append(leaf)


def with_whole_summaries(nodes: list[Node], body: Body) -> Iterator[Node]:
    """Yield the blocks; those that a summary of several paragraphs takes are one."""
    first: Node | None = None
    for node in nodes:
        text = body.text(node).lower() if first or node.kind is NodeKind.HTML else ""
        if first:
            first = replace(first, end=node.end)
        elif node.kind is NodeKind.HTML and text.rfind("<summary") > text.rfind("</summary"):
            first = node
            continue
        if first and "</summary" not in text:
            continue
        yield first or node
        first = None
    if first:
        yield first
