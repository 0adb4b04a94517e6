"""Code spans and links inside a piece of Markdown text, with exact offsets.

Follows CommonMark 0.31: code spans (6.1) bind tighter than links (6.3).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.model.content import NOWHERE
from curriculum_tools.model.source import Span

_BACKTICKS = re.compile(r"`+")
# Possessive quantifiers and what follows them leave each match one way only: time stays linear.
_GAP = r"[ \t]*+(?:(?:\r\n|\n|\r)[ \t]*+)?+"
_LINK = re.compile(
    r"(?<!\\)(?P<image>!?)\[(?P<text>(?:[^\[\]\\]++|\\.|\[[^\[\]]*+\])*+)\]"
    rf"\({_GAP}(?:<(?P<angled>[^<>\r\n]*+)>|(?P<plain>[^\s()<>]*+(?:\([^\s()]*+\)[^\s()]*+)*+))"
    rf"(?:{_GAP}(?:\"[^\"]*+\"|'[^']*+'))?+{_GAP}\)",
    re.DOTALL,
)
_DEFINITION = re.compile(
    r"[ \t]*+\[(?!\^)(?P<text>[^\[\]]++)\]:[ \t]*+(?:<(?P<angled>[^<>\r\n]*+)>|(?P<plain>\S++))"
    r"[^\r\n]*+(?:\r\n|\n|\r|$)"
)


class CodeSpan(NamedTuple):
    """A code span: the span of what stands between the back-ticks, and of all of it."""

    inner: Span
    outer: Span


class Link(NamedTuple):
    """A link or an image: its destination as written, and where that stands.

    The `whole` is the span of all of it, and the `text` that of what is shown for it.
    """

    destination: str
    span: Span
    is_image: bool = False
    whole: Span = NOWHERE
    text: Span = NOWHERE


def code_spans(text: str, start: int = 0) -> Iterator[CodeSpan]:
    """Yield the code spans of a text; `start` is the offset of the text in its source."""
    runs = list(_BACKTICKS.finditer(text)) if "`" in text else []
    closers: dict[int, list[int]] = {}
    for index, run in enumerate(runs):
        closers.setdefault(len(run.group()), []).append(index)
    for indices in closers.values():
        indices.reverse()
    index = 0
    while index < len(runs):
        run = runs[index]
        waiting = closers[len(run.group())]
        while waiting and waiting[-1] <= index:
            waiting.pop()
        if not waiting or _is_escaped(text, run.start()):
            index += 1
            continue
        closer = runs[waiting[-1]]
        yield CodeSpan(
            Span(start + run.end(), start + closer.start()),
            Span(start + run.start(), start + closer.end()),
        )
        index = waiting[-1] + 1


def links(text: str, start: int = 0) -> Iterator[Link]:
    """Yield the inline links, images and link definitions of a text outside its code spans."""
    if "](" not in text and "]:" not in text:
        return
    visible = mask(text, (span.outer for span in code_spans(text)))
    if "](" in visible:
        for match in _LINK.finditer(visible):
            yield _link(match, start)
            for inner in _LINK.finditer(visible, *match.span("text")):  # an image as a link's text
                yield _link(inner, start)
    definition = _DEFINITION.match(visible)
    while definition:
        yield _link(definition, start)
        definition = _DEFINITION.match(visible, definition.end())


def _link(match: re.Match[str], start: int) -> Link:
    group = "angled" if match["angled"] is not None else "plain"
    destination = Span(start + match.start(group), start + match.end(group))
    whole = Span(start + match.start(), start + match.end())
    text = Span(start + match.start("text"), start + match.end("text"))
    return Link(match[group], destination, bool(match.groupdict().get("image")), whole, text)


def coded(text: str) -> str:
    """Return a text as a code span."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    if not longest:
        return f"`{text}`"
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}"


def mask(text: str, spans: Iterator[Span]) -> str:
    """Return the text with the given spans blanked out, so that offsets stay as they are."""
    pieces = []
    last = 0
    for span in spans:
        pieces += [text[last : span.start], " " * (span.end - span.start)]
        last = span.end
    pieces.append(text[last:])
    return "".join(pieces)


def _is_escaped(text: str, offset: int) -> bool:
    slashes = 0
    while offset - slashes > 0 and text[offset - slashes - 1] == "\\":
        slashes += 1
    return slashes % 2 == 1
