"""Text that swallows what was meant as chapters, topics and fields.

A fence, comment or `<details>` that is never closed takes the rest of a guide with it, and one that
closes too early turns its own end into such a beginning.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.model.content import BlockKind
from curriculum_tools.model.guide import FaultKind, Guide, ReadingFault
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.body import Body
from curriculum_tools.syntax.closing import FENCE, missing_end

_KINDS = {NodeKind.CODE: BlockKind.CODE, NodeKind.HTML: BlockKind.HTML}
_DETAILS = re.compile(r"<(?P<close>/?)details\b[^<>]*>", re.IGNORECASE)
_HEAD = re.compile(
    r"<details\b[^<>]*>(?:\s*<summary\b[^<>]*>.{0,2000}?</summary>)?", re.IGNORECASE | re.DOTALL
)
_INLINE_CODE = re.compile(r"(?<!`)(?P<ticks>`++)[^`]+(?P=ticks)")
_DIV = re.compile(r"[ \t]*:{3,}[ \t]*(?P<name>[^: \t].*)?$")
_NESTED = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*[\w+#.-]+[ \t]*")

#: Reads a text as a guide of its own, without looking for what it swallows in turn.
Read = Callable[[Source], Guide]


class Count(NamedTuple):
    """How many chapters, topics and questions a text holds, and how many fields."""

    chapters: int
    topics: int
    questions: int
    fields: int

    @classmethod
    def of(cls, guide: Guide) -> "Count":
        """Count what a guide holds."""
        fields = sum(len(topic.fields) for topic in guide.topics)
        chapters = sum(chapter.is_headed for chapter in guide.chapters)
        return cls(chapters, len(guide.topics), len(guide.questions), fields)


def swallowed(body: Body, nodes: list[Node], guide: Guide, read: Read) -> Iterator[ReadingFault]:
    """Yield what swallows chapters, topics or fields, at the line where it begins.

    `guide` is what was read around it.
    """
    outside = Count.of(guide)
    literals = list(_literals(nodes))
    for number, node in enumerate(literals):
        text = body.text(node)
        end = missing_end(text, _KINDS[node.kind])
        if not end:
            continue
        held = _held(text.partition("\n")[2], read)
        if not (held.fields or held.topics > 1 or held.chapters > 1):
            continue
        early = _closed_early(body, literals[:number], node)
        if early is None:
            what = "comment" if end == "-->" else "fence" if FENCE.match(end) else "HTML"
            message = f"this {what} has no end: {_told(held, outside)} in it"
        else:
            line = body.number(early.end - 1)
            what = f"this fence ends on line {line}, where one inside it should"
            message = f"{what}: {_told(held, outside)} in what follows"
        place = _line(body, (early or node).first)
        yield ReadingFault(FaultKind.SWALLOWED, message, place, fields=held.fields)


def _held(text: str, read: Read) -> Count:
    """Count what a text holds, where fields at its head may be those of the topic above."""
    held = Count.of(read(Source("", f"### .\n\n{text}")))
    return held._replace(topics=held.topics - 1)


def open_details(
    body: Body, nodes: list[Node], starts: Sequence[int], what: str, *, hold_answers: bool
) -> Iterator[ReadingFault]:
    """Yield each `<details>` that is never closed and hides what begins at one of these offsets.

    `what` is how messages call that; what its own summary says is not hidden. Where details
    `hold_answers`, none of them is without an end on purpose.
    """
    for number in unclosed_details(body, nodes):
        head = _HEAD.search(body.source.text, body.starts[number])
        seen_until = head.end() if head else body.starts[number]
        hidden = sum(start > seen_until for start in starts)
        told = (
            f": {hidden:,} of {len(starts):,} {what} {'is' if hidden == 1 else 'are'} hidden in it"
        )
        if hidden or hold_answers:
            message = f"this <details> has no end{told if hidden else ''}"
            yield ReadingFault(FaultKind.HIDDEN, message, _line(body, number))


def open_divs(body: Body, nodes: list[Node]) -> Iterator[ReadingFault]:
    """Yield each `:::name` that is never closed."""
    code = _code_lines(nodes)
    opened: list[int] = []
    for number, line in enumerate(body.lines):
        if ":::" in line and number not in code and (div := _DIV.match(line)):
            if div["name"]:
                opened.append(number)
            elif opened:
                opened.pop()
    for number in opened:
        name = body.lines[number].strip(": \t")
        yield ReadingFault(FaultKind.OPEN_DIV, f"this div ({name}) has no end", _line(body, number))


def unclosed_details(body: Body, nodes: list[Node]) -> list[int]:
    """Return the lines, from 0, of each `<details>` that is never closed."""
    code = _code_lines(nodes)
    opened: list[int] = []
    for number, line in enumerate(body.lines):
        if "details" in line.lower() and number not in code:
            for tag in _DETAILS.finditer(_INLINE_CODE.sub("", line)):
                if not tag["close"]:
                    opened.append(number)
                elif opened:
                    opened.pop()
    return opened


def _code_lines(nodes: Iterable[Node]) -> set[int]:
    """Return the lines, from 0, that stand in blocks of code."""
    blocks = (node for node in _literals(nodes) if node.kind is NodeKind.CODE)
    return {number for node in blocks for number in range(node.first, node.end)}


def _literals(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.kind in _KINDS:
            yield node
        yield from _literals(node.children)


def _closed_early(body: Body, before: list[Node], node: Node) -> Node | None:
    """Return the fence whose own end opened this one, for another ended it too early."""
    opening = FENCE.match(body.text(node))
    if not before or not opening or body.text(node).partition("\n")[0].strip() != opening[0]:
        return None
    last = before[-1]
    lines = body.text(last).split("\n")
    own = FENCE.match(lines[0])
    if last.kind is not NodeKind.CODE or not own:
        return None
    nested = (match for line in lines[1:] if (match := _NESTED.fullmatch(line)))
    return last if any(match["fence"].startswith(own[0]) for match in nested) else None


def _told(held: Count, outside: Count) -> str:
    for count, total, word in (
        (held.topics, held.topics + outside.topics, "topic"),
        (held.chapters, held.chapters + outside.chapters, "chapter"),
        (held.questions, held.questions + outside.questions, "question"),
    ):
        if count:
            stand = "stands" if total == 1 else "stand"
            return f"{count:,} of {total:,} {word}{'s' if total > 1 else ''} {stand}"
    return "1 field stands" if held.fields == 1 else f"{held.fields:,} fields stand"


def _line(body: Body, number: int) -> Span:
    return Span(body.text_start(number), body.line_end(number))
