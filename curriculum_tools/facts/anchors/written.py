"""The headings of a guide as they are written, wherever they stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.facts.html import html_tags
from curriculum_tools.model.content import Heading
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import Leaf, LeafKind
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.blocks import BLANKS
from curriculum_tools.syntax.body import width, without_indent
from curriculum_tools.syntax.markdown_blocks import headings_within

MOST_CHARACTERS = 10_000  # of a heading that are read; nobody links to a longer one

_MARKS = re.compile(r"(?<![ \t])[ \t]*#{1,6}(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?<![ \t])(?:[ \t]+#+)?[ \t]*\Z")
_UNDERLINE = re.compile(r"[\r\n][ \t>]*(?:=+|-+)[ \t]*(?:[\r\n]|\Z)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_HTML_HEADING = re.compile(r"h[1-6]")
_TAG_OR_MARK = re.compile(r"<[^<>]*>|[\\`*_\[\]]")
_DEFINITION = re.compile(
    r"^[ \t>*+-]*\[(?!\^)(?P<label>[^\[\]\r\n]{1,999}+)\]:[ \t]*\S", re.MULTILINE
)


class WrittenHeading(NamedTuple):
    """A heading: where it begins, and its content with its number, as Markdown."""

    start: int
    text: str


def written_headings(guide: Guide, *, with_html: bool = False) -> list[WrittenHeading]:
    """Return all headings of a guide in their order, those of HTML only if asked for."""
    found = [WrittenHeading(h.span.start, heading_text(guide, h)) for h in guide.headings]
    known = {heading.start for heading in found}
    for leaf in guide.leaves:
        if leaf.kind is LeafKind.OTHER and leaf.start not in known:
            found += _within(guide, leaf)
    if with_html:
        found += _of_html(guide)
    return sorted(found)


def heading_text(guide: Guide, heading: Heading) -> str:
    """Return the content of a heading, with its number, as it is written."""
    end = heading.title.span.end
    if guide.dialect.templates:  # the title may be a part of the heading only
        line = guide.source.line_span(guide.source.line_of(end))
        end += len(_CLOSING.sub("", guide.source.slice(Span(end, line.end))))
    written = guide.source.slice(Span(heading.span.start, end))
    lines = _LINE_END.split(_MARKS.sub("", written[:MOST_CHARACTERS], count=1))
    return "\n".join(line.strip(BLANKS) for line in lines)


def link_labels(guide: Guide) -> frozenset[str]:
    """Return the labels of the link definitions of a guide."""
    text = guide.source.text
    return (
        frozenset(m["label"] for m in _DEFINITION.finditer(text)) if "]:" in text else frozenset()
    )


def _within(guide: Guide, leaf: Leaf) -> Iterator[WrittenHeading]:
    """Yield the headings in a leaf that holds lists or quotes."""
    if "#" not in leaf.text and not _UNDERLINE.search(leaf.text):
        return
    source = guide.source
    first = source.line_of(leaf.start)
    indent = width(source.text[source.line_starts[first - 1] : leaf.start])
    top, *lines = _LINE_END.split(leaf.text)
    text = "\n".join([top, *(without_indent(line, indent) for line in lines)])
    for line, content in headings_within(text):
        start = source.line_starts[first - 1 + line] if line else leaf.start
        yield WrittenHeading(start, content[:MOST_CHARACTERS])


def _of_html(guide: Guide) -> Iterator[WrittenHeading]:
    opened = None
    for tag in html_tags(guide, "<h"):
        if not _HTML_HEADING.fullmatch(tag.name):
            continue
        if not tag.is_closing:
            opened = tag
        elif opened and opened.name == tag.name:
            inner = guide.source.slice(Span(opened.span.end, tag.span.start))
            yield WrittenHeading(
                opened.span.start, _TAG_OR_MARK.sub(_escaped, inner[:MOST_CHARACTERS])
            )
            opened = None


def _escaped(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("<") else f"\\{match[0]}"
