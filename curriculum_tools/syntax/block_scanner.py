"""The blocks of lines as most guides have them, without markdown-it.

One expression tells what a line is: blank, an ATX heading, the first line of a fenced code block,
or text; a bullet may stand before each but the blank one. A stack holds the list items that are
open, with the column where the content of each begins: what stands further left closes an item.

Any other line (a quote, a number of a list, a tag, a rule, an underline, a row of a table, a link
definition, a tab as indentation, and what is indented as code) can change what the lines above it
are. The whole top-level block that it belongs to goes to markdown-it, and scanning continues below.
"""

import re
from itertools import pairwise

from curriculum_tools.syntax.blocks import BLANKS, Node, NodeKind, is_blank
from curriculum_tools.syntax.markdown_blocks import MarkdownBlocks

MOST_ITEMS = 10  # list items in each other; markdown-it knows what is too deep
CODE_INDENT = 4  # columns

# Python 3.11 takes its time to look a member of an enumeration up.
_CODE, _HEADING, _ITEM, _LIST, _PARAGRAPH = (
    NodeKind.CODE,
    NodeKind.HEADING,
    NodeKind.ITEM,
    NodeKind.LIST,
    NodeKind.PARAGRAPH,
)

_LINE = re.compile(
    r"""
    (?P<indent>\ *+)
    (?:(?P<bullet>[-*+])\ {1,4}+(?=[^ \t]))?
    (?:
        (?P<fence>`{3,}+(?=[^`]*+$)|~{3,}+)
      | (?P<text>
            [^-*+_=\#\[<>0-9 \t]    # can begin nothing else
          | [-*_\#]++[^ \t]         # no bullet, rule, underline or heading
          | \+[^ \t]
          | =++(?![ \t]*+$)
          | [0-9]++(?![.)](?:[ \t]|$))
          | \[[^\[\]\\]*+(?:\[|\](?!:))  # no link definition
        )
      | (?P<heading>\#{1,6}+)(?=[ \t]|$)
      | (?P<blank>[ \t]*+$)
    )
    """,
    re.VERBOSE,
)
_DELIMITER_ROW = re.compile(r"[ \t]*+[-:|][-:| \t]*+$")


class _Holder:
    """An open list item, or the text itself.

    `column` is where its content begins, and `bullet` the mark of the list that it holds last,
    empty where something else follows that list.
    """

    __slots__ = ("bullet", "children", "column")

    def __init__(self, column: int, children: list[Node]) -> None:
        self.column = column
        self.children = children
        self.bullet = ""


def scan_blocks(lines: list[str], written: list[str], markdown: MarkdownBlocks) -> list[Node]:
    """Return the top-level nodes of some lines, exactly as `markdown` reads them.

    No list and no open code block ends with lines that are blank in `written`, which are the
    same lines with their comments.
    """
    return _Scanner(lines, written, markdown).nodes()


class _Scanner:
    def __init__(self, lines: list[str], written: list[str], markdown: MarkdownBlocks) -> None:
        self._lines = lines
        self._count = len(lines) - is_blank(lines[-1])
        self._written = written
        self._markdown = markdown
        self._table_heads = frozenset(_table_heads(lines))
        self._open = [_Holder(0, [])]
        self._paragraph: Node | None = None

    def nodes(self) -> list[Node]:
        number = 0
        while number < self._count:
            line = _LINE.match(self._lines[number])
            if line is None or number in self._table_heads:
                number = self._hand_over(number)
            elif line.lastgroup == "blank":
                self._paragraph = None
                number += 1
            else:
                number = self._read(line, number)
        self._leave(0, self._count)
        return self._open[0].children

    def _hand_over(self, number: int) -> int:
        """Let markdown-it read the top-level block of a line; return the line after it."""
        top = self._open[0]
        if not self._paragraph and self._lines[number][0] not in " \t-*+":
            self._leave(0, number)  # no line of a list, so the lists above it are complete
        if len(self._open) > 1 or self._paragraph:
            number = top.children.pop().first
        del self._open[1:]
        self._paragraph = None
        top.bullet = ""
        nodes, number = self._markdown.read(number)
        top.children += nodes
        return number

    def _read(self, line: re.Match[str], number: int) -> int:
        """Read what a line begins or continues; return the line after it."""
        if self._paragraph:
            if self._continues(line):
                return self._extend(self._paragraph, number)
            self._paragraph = None
        indent = line.end("indent")
        self._leave(indent, number)
        if indent - self._open[-1].column >= CODE_INDENT or len(self._open) > MOST_ITEMS:
            return self._hand_over(number)
        if bullet := line["bullet"]:
            self._enter(bullet, line, number)
        return self._begin(line, number)

    def _begin(self, line: re.Match[str], number: int) -> int:
        """Begin a heading, paragraph or code block in what is open; return the line after it."""
        here = self._open[-1]
        here.bullet = ""
        if line["text"]:
            content = line.string[line.start("text") :].rstrip(BLANKS)
            self._paragraph = Node(_PARAGRAPH, number, number + 1, 0, content)
            here.children.append(self._paragraph)
            return number + 1
        if marks := line["heading"]:
            content = _without_closing(line.string[line.end("heading") :])
            here.children.append(Node(_HEADING, number, number + 1, len(marks), content))
            return number + 1
        end = self._code_end(line["fence"], number)
        if end is None:
            return self._hand_over(number)
        here.children.append(Node(_CODE, number, self._without_blanks(end)))
        return end

    def _enter(self, bullet: str, line: re.Match[str], number: int) -> None:
        """Open a list item, and a list if it continues none."""
        here = self._open[-1]
        if here.bullet != bullet:
            here.bullet = bullet
            here.children.append(Node(_LIST, number, number))
        item = Node(_ITEM, number, number)
        here.children[-1].children.append(item)
        self._open.append(_Holder(line.start(line.lastgroup or 0), item.children))

    def _leave(self, indent: int, number: int) -> None:
        """Close the items, and their lists, whose content stands right of a line's indent."""
        if indent >= self._open[-1].column:
            return
        end = self._without_blanks(number)
        while self._open[-1].column > indent:
            self._open.pop()
            closed = self._open[-1].children[-1]
            closed.end = closed.children[-1].end = end

    def _continues(self, line: re.Match[str]) -> bool:
        """Tell whether a line that is not blank belongs to the paragraph above it."""
        indent = line.end("indent")
        beyond = indent - self._open[-1].column
        if beyond >= CODE_INDENT or (line["text"] and not line["bullet"]):
            return True
        is_inset = beyond < 0 and indent - self._open[-2].column >= CODE_INDENT
        return is_inset and bool(line["bullet"])

    def _extend(self, paragraph: Node, number: int) -> int:
        """Read a paragraph on from its second line; return the line after it."""
        first = self._lines[paragraph.first]
        parts = [first[len(first.rstrip(BLANKS)) - len(paragraph.content) :]]
        column = self._open[-1].column
        line: re.Match[str] | None
        while True:
            text = self._lines[number]
            parts.append(text[min(column, len(text) - len(text.lstrip(" "))) :])
            number += 1
            line = _LINE.match(self._lines[number]) if number < self._count else None
            is_common = line and line.lastgroup != "blank" and number not in self._table_heads
            if not line or not is_common or not self._continues(line):
                break
        paragraph.end = number
        paragraph.content = "\n".join(parts).rstrip(BLANKS)
        return number

    def _code_end(self, fence: str, number: int) -> int | None:
        """Return the line after a fenced code block; None where tabs make it hard to tell."""
        column = self._open[-1].column
        for end in range(number + 1, self._count):
            text = self._lines[end].lstrip(" ")
            if text.startswith("\t"):
                if column:
                    return None
            elif text:
                beyond = len(self._lines[end]) - len(text) - column
                if beyond < 0:
                    return end
                is_fence = text.startswith(fence) and not text.rstrip(BLANKS).strip(fence[0])
                if is_fence and beyond < CODE_INDENT:
                    return end + 1
        return self._count

    def _without_blanks(self, end: int) -> int:
        """Return the line after the last one above `end` that is not blank."""
        while not self._written[end - 1].strip(BLANKS):
            end -= 1
        return end


def _table_heads(lines: list[str]) -> list[int]:
    """Return the numbers of the lines that may head a table, whatever else they may be."""
    return [
        number
        for number, (head, row) in enumerate(pairwise(lines))
        if "|" in head and _DELIMITER_ROW.match(row)
    ]


def _without_closing(text: str) -> str:
    """Return the content of an ATX heading without the number signs that close it."""
    text = text.rstrip(BLANKS)
    content = text.rstrip("#")
    if not content or content[-1] in BLANKS:
        text = content
    return text.strip(BLANKS)
