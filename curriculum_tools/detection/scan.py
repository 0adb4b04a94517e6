"""From the blocks of a text to the lines that may carry something, in their order."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from curriculum_tools.detection.asking import calls_questions, ends_asking, names_answer
from curriculum_tools.detection.forms import (
    CHECKBOX,
    Shaped,
    option_form,
    shape_heading,
    shape_item,
    shape_line,
    shape_summary,
)
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.body import Body
from curriculum_tools.syntax.containers import DETAILS
from curriculum_tools.syntax.document import Document
from curriculum_tools.syntax.headings import heading_pieces
from curriculum_tools.syntax.heads import is_text
from curriculum_tools.syntax.summaries import PART, TAG, with_whole_summaries
from curriculum_tools.syntax.template_match import joined_piece
from curriculum_tools.syntax.templated import DIV, MARKER
from curriculum_tools.syntax.visible import visible

#: The end of an entry of contents. What stands before it is told apart without a pattern, so that
#: no text of many brackets takes long.
_ENTRY_END = re.compile(r"\]\((?P<file>(?![a-z]+://)[^()#\s]*)#(?P<anchor>[^()\s]*)\)\W*")
_MARKUP = re.compile(r"[*_`\[<\\]")
_NO_LETTER = re.compile(r"[\W_]+")
NAMED_BY = 2  # parts of a path: a folder and the file
_ANSWER_LINE = re.compile(
    r"(?P<bold>\*\*)?(?P<word>[^\W\d_]{2,20})[ ]?:[ ]?(?P<close>\*\*)?[ ]?"
    r"(?P<letter>[A-H])\b(?P<mark>[.):])?(?P<rest>.*)",
    re.DOTALL,
)


class SeenLine(NamedTuple):
    """A line, or a block that is none: then its `shaped` is None.

    `place` is the heading or div around it. `option` and `answer` are the templates of an
    option and of an answer that names one, which the line may be; a line that `labels_answer` is
    the label of an answer. What `is_entry` lists a place of the page, what `is_folded` stands in
    details, a block that `poses` ends by asking, and a box that `is_ticked` has its mark.
    """

    shaped: Shaped | None
    place: str = ""
    option: str = ""
    answer: str = ""
    labels_answer: bool = False
    is_entry: bool = False
    is_folded: bool = False
    poses: bool = False
    is_ticked: bool = False

    @property
    def is_named(self) -> bool:
        """Whether a word in front says that it is a question."""
        return self.shaped is not None and self.shaped.is_named


class Scanned(NamedTuple):
    """A file's lines, by its path; it `is_called` questions by its name or title."""

    path: str
    lines: tuple[SeenLine, ...]
    is_called: bool = False


def scan(document: Document) -> Scanned:
    """Return the lines of a text."""
    lines = list(_Scan(document.body).lines(document.blocks.nodes))
    title = _title(lines)
    path = document.source.path
    named = (document.front.values if document.front else None) or {}
    said = title.shaped.said if title and title.shaped else ""
    names = ("/".join(path.split("/")[-NAMED_BY:]), str(named.get("title", "")), said)
    rest = tuple(line for line in lines if line is not title)
    return Scanned(path, rest, any(map(calls_questions, names)))


def _title(lines: Iterable[SeenLine]) -> SeenLine | None:
    """Return the title: a heading of level 1 that is the only one, and no question by its words."""
    highest = [line for line in lines if line.shaped and line.shaped.form.level == 1]
    return highest[0] if len(highest) == 1 and not highest[0].is_named else None


class _Scan:
    """A walk over the blocks: what is around, and how many details are open."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._headings: list[tuple[int, str]] = []
        self._divs: list[str] = []
        self._details = 0
        self._end = len(body.source.text.splitlines())

    def lines(self, nodes: list[Node]) -> Iterator[SeenLine]:
        for node in with_whole_summaries(nodes, self._body):
            if node.kind is NodeKind.HEADING:
                yield self._heading(node)
            elif node.kind is NodeKind.LIST:
                yield from self._list(node)
            elif node.kind is NodeKind.PARAGRAPH:
                yield from self._paragraph(node)
            elif node.kind is NodeKind.HTML:
                yield from self._html(node)
            elif node.kind is not NodeKind.RULE:
                yield self._line(None)

    def _heading(self, node: Node, marker: str = "") -> SeenLine:
        text = _seen(joined_piece(heading_pieces(self._body, node)).text).strip()
        line = self._line(shape_heading(text, node.level, marker), text, f"{'#' * node.level} ")
        if not self._details:
            while self._headings and self._headings[-1][0] >= node.level:
                self._headings.pop()
            self._headings.append((node.level, text))
        return line

    def _list(self, node: Node) -> Iterator[SeenLine]:
        for item in node.children:
            marker = MARKER.match(self._body.source.text, self._body.text_start(item.first))
            first = item.children[0] if item.children else None
            if not marker or first is None or first.first != item.first:
                yield self._line(None)
                continue
            if first.kind is NodeKind.HEADING:
                yield self._heading(first, marker["mark"])
            elif is_text(first):
                yield self._item(first, joined_piece(self._body.pieces(first)).text, marker["mark"])
                self._count_details(self._body.text(first))
            yield from self._nested(item.children[1:])

    def _nested(self, nodes: list[Node]) -> Iterator[SeenLine]:
        """Yield what stands below an item: options and answers, and else blocks."""
        for node in with_whole_summaries(nodes, self._body):
            if node.kind is NodeKind.LIST:
                for item in node.children:
                    first = item.children[0] if item.children else None
                    raw = first.content if first and is_text(first) else ""
                    yield self._item(item, raw, "-")._replace(shaped=None)
                    yield from self._nested(item.children[1:])
            elif node.kind is NodeKind.PARAGRAPH:
                yield from (line._replace(shaped=None) for line in self._paragraph(node))
            elif node.kind is NodeKind.HTML:
                yield from (line._replace(shaped=None) for line in self._html(node))
            else:
                yield self._line(None)

    def _item(self, node: Node, raw: str, marker: str) -> SeenLine:
        text = _seen(raw, keeps_bold=True).strip()
        line = self._line(shape_item(text, marker), text.replace("**", ""), "- ")
        is_entry = _is_entry(raw, is_early=2 * node.first < self._end)
        option = option_form(text.replace("**", ""))
        is_ticked = option == CHECKBOX and text[1] != " "
        return line._replace(option=option, is_entry=is_entry, is_ticked=is_ticked)

    def _paragraph(self, node: Node) -> Iterator[SeenLine]:
        rest = ""
        for piece in self._body.pieces(node):
            if piece.text.startswith(":::") and (div := DIV.fullmatch(piece.text)):
                yield from self._div(div["name"])
                continue
            text = _seen(piece.text, keeps_bold=True).strip()
            shaped = shape_line(text) if text else None
            option = option_form(text.replace("**", "")).removeprefix("- ")
            line = self._line(shaped, text)._replace(option=option)
            self._count_details(piece.text)
            if shaped or option or line.answer or line.labels_answer:
                yield line
            else:
                rest = text or rest
        if rest:
            yield self._line(None)._replace(poses=ends_asking(rest))

    def _div(self, name: str | None) -> Iterator[SeenLine]:
        if not name:
            if self._divs:
                self._divs.pop()
            return
        self._divs.append(f":::{name}")
        if names_answer(name):
            yield SeenLine(None, self._place, answer=f":::{name}", labels_answer=True)

    def _html(self, node: Node) -> Iterator[SeenLine]:
        text = self._body.text(node)
        for part in PART.finditer(text):
            if part["text"] is None:
                self._count_details(part.group())
                continue
            said = " ".join(_seen(part["text"]).split())
            yield self._line(shape_summary(said), said)
        if TAG.sub("", PART.sub("", text)).strip():
            yield self._line(None)

    def _line(self, shaped: Shaped | None, text: str = "", front: str = "") -> SeenLine:
        return SeenLine(
            shaped,
            self._place,
            answer=_answer_form(text, front),
            labels_answer=names_answer(text.replace("**", "")),
            is_folded=self._details > 0,
        )

    @property
    def _place(self) -> str:
        if self._divs:
            return self._divs[-1]
        return self._headings[-1][1] if self._headings else ""

    def _count_details(self, text: str) -> None:
        if "details" in text.lower():
            for tag in DETAILS.finditer(text):
                self._details = max(0, self._details + (-1 if tag["close"] else 1))


def _seen(raw: str, *, keeps_bold: bool = False) -> str:
    """Return what is seen of a line, which is nearly always the line itself."""
    return visible(raw, keeps_bold=keeps_bold).text if _MARKUP.search(raw) else raw


def _is_entry(raw: str, *, is_early: bool) -> bool:
    """Tell whether an item is an entry of contents: a link to a heading, and nothing else.

    Contents stand in front of what they list, or repeat its words. What leads back to a heading
    in words of its own asks for what was said there.
    """
    before, bracket, shown = raw[: raw.rfind("](")].partition("[")
    end = _ENTRY_END.fullmatch(raw, raw.rfind("](")) if bracket and "\n" not in raw else None
    if not end or any(map(str.isalnum, before)):
        return False
    text, anchor = (_NO_LETTER.sub("", part).casefold() for part in (shown, end["anchor"]))
    return bool(end["file"]) or is_early or text in anchor or anchor in text


def _answer_form(text: str, front: str) -> str:
    """Return the template of a line that names an option as the answer; empty for any other."""
    match = _ANSWER_LINE.fullmatch(text)
    if not match or not names_answer(text.replace("**", "")):
        return ""
    mark = match["mark"] or ""
    if match["rest"].strip("* .") and not mark:
        return ""
    said = " {text}" if match["rest"].strip("* .") else ""
    return f"{front}{{word}}: {{letter}}{mark}{said}"
