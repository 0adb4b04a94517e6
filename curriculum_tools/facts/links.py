"""The links of a guide, in Markdown or HTML, that lead to a place in it or to a file beside it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.facts.html import html_tags
from curriculum_tools.facts.regions import Regions
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import Leaf, LeafKind
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.inline import Link, links

_TEXTUAL = {LeafKind.TITLE, LeafKind.TEXT, LeafKind.OTHER, LeafKind.LABEL}

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NO_LINK = re.compile(r"\\[\[\]!\\]|\[(?=\^)")  # escaped brackets, footnotes
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]]+\]:.*$", re.MULTILINE)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")
_TEMPLATE = re.compile(r"\{\{|\{%|<%|\$\{")
_LINE_END = re.compile(r"[\r\n]")
_LINKED_NUMBER = re.compile(r"\[(?P<number>\d+(?:\.\d+)*)\b[^\[\]]*\]\([ \t]*<?$")
_NUMBER_BEHIND_TAG = re.compile(r"[\"']?[^<>]{0,1000}+>\s*+(?P<number>\d+(?:\.\d+)*)\b")
_HTML_TEXT = re.compile(
    r"[^<>]{0,1000}+>(?P<text>(?:[^<]|<(?!/a\b)){0,1000}+)</a\s*>", re.IGNORECASE
)
MOST_BEFORE = 1_000  # characters of a link in front of its destination

_PATH = re.compile(r"[^?#]*")
_REST = re.compile(r"[?#]|\Z")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ATTRIBUTES = {  # of HTML tags that hold a link, or what is shown in its place
    **dict.fromkeys(("a", "area"), "href"),
    **dict.fromkeys(("img", "source", "video", "audio"), "src"),
}


class RelativeLink(NamedTuple):
    """A link: its destination as written, and the path and the anchor that it stands for.

    The path is empty for a link to a place in the guide itself.
    """

    destination: str
    span: Span
    path: str
    anchor: str
    is_html: bool = False


def relative_links(guide: Guide, *, with_site: bool = False) -> tuple[RelativeLink, ...]:
    """Return the relative links, images and link definitions of a guide's text.

    Those from the root of a site (`/x`) are among them where asked for.
    """
    text = guide.source.text
    spans = {link.span for link in _written(guide)} if "](" in text or "]:" in text else set()
    found = [*(_relative(text, span) for span in spans), *_of_html(guide)]
    kept = (link for link in found if link and (with_site or not link.path.startswith("/")))
    return tuple(sorted(kept, key=lambda link: link.span))


def relative_link(destination: str, *, is_html: bool = False) -> RelativeLink | None:
    """Return the link of a destination by itself; None where it leads to no file beside a guide."""
    return _relative(destination, Span(0, len(destination)), is_html=is_html)


def link_text(source: Source, link: RelativeLink) -> tuple[Span, Span] | None:
    """Return the span of a whole link and that of its text; None for a link definition."""
    text = source.text
    if link.is_html:
        opened = text.rfind("<", max(0, link.span.start - MOST_BEFORE), link.span.start)
        shown = _HTML_TEXT.match(text, link.span.end)
        return (Span(opened, shown.end()), Span(*shown.span("text"))) if shown else None
    end = text.rfind("](", max(0, link.span.start - MOST_BEFORE), link.span.start)
    if end < 0 or text[end + 2 : link.span.start].strip(" \t\r\n<"):
        return None
    depth = 1
    for start in range(end - 1, max(-1, end - MOST_BEFORE), -1):
        if text[start] in "[]" and not (start and text[start - 1] == "\\"):
            depth += 1 if text[start] == "]" else -1
            if not depth:
                close = text.find(")", link.span.end)
                return Span(start, close + 1), Span(start + 1, end)
    return None


def behind_path(link: RelativeLink) -> str | None:
    """Return what follows the path of a link, as written: a query, an anchor, or nothing.

    None where that cannot be told, because the path is hidden behind escapes.
    """
    for end in _REST.finditer(link.destination):
        if path_of(link.destination[: end.start()], is_html=link.is_html) == link.path:
            return link.destination[end.start() :]
    return None


def linked_number(source: Source, link: RelativeLink) -> Span | None:
    """Return where the number stands that the text of a link begins with; None without one."""
    if link.is_html:
        named = _NUMBER_BEHIND_TAG.match(source.text, link.span.end)
    else:
        line = source.line_starts[source.line_of(link.span.start) - 1]
        named = _LINKED_NUMBER.search(source.text, line, link.span.start)
    return Span(*named.span("number")) if named else None


def unquoted(path: str) -> str:
    """Give a path without percent-encoding."""
    if "%" not in path:
        return path
    from urllib.parse import unquote  # seldom needed, and slow to import

    return unquote(path)


def _written(guide: Guide) -> Iterator[Link]:
    regions: Regions | None = None
    for leaf in guide.leaves:
        if leaf.kind not in _TEXTUAL or not ("](" in leaf.text or "]:" in leaf.text):
            continue
        if leaf.kind is not LeafKind.OTHER:
            yield from links(_without_definition(_visible(leaf.text)), leaf.start)
            continue
        regions = regions or Regions(guide)
        for link in _in_other(leaf):
            if regions.is_prose(link.span.start):
                yield link


def _in_other(leaf: Leaf) -> Iterator[Link]:
    """Yield the links of what the parser leaves whole: tables, quotes, runs of definitions."""
    visible = _visible(leaf.text)
    yield from links(visible, leaf.start)
    for line in _DEFINITION.finditer(visible):
        yield from links(line.group(), leaf.start + line.start())


def _visible(text: str) -> str:
    """Blank out what only looks like a link."""
    closed = text.rfind("-->") + len("-->") if "<!--" in text else 0
    text = _COMMENT.sub(_blank, text[:closed]) + text[closed:]
    return _NO_LINK.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _without_definition(text: str) -> str:
    """Spoil what looks like a link definition but was not read as one: it has more words."""
    return _DEFINITION.sub(lambda line: line.group().replace("[", " ", 1), text, count=1)


def _of_html(guide: Guide) -> Iterator[RelativeLink | None]:
    spans = (
        tag.attributes.get(_ATTRIBUTES.get(tag.name, "")) for tag in html_tags(guide, "href", "src")
    )
    if not (found := [span for span in spans if span]):
        return
    notes = {leaf.start for leaf in guide.leaves if leaf.kind is LeafKind.PATH}
    for span in found:
        if span.start not in notes:  # notes paths are looked up otherwise
            yield _relative(guide.source.text, span, is_html=True)


def _relative(text: str, span: Span, *, is_html: bool = False) -> RelativeLink | None:
    written = text[span.start : span.end]
    if not written or _ELSEWHERE.match(written) or _TEMPLATE.search(written):
        return None
    if is_html and _LINE_END.search(written):
        return None
    plain = _plain(written, is_html=is_html)
    return RelativeLink(written, span, _path_in(plain), unquoted(plain.partition("#")[2]), is_html)


def path_of(written: str, *, is_html: bool = False) -> str:
    """Return the path that stands in a destination, or a part of one, as it is written."""
    return _path_in(_plain(written, is_html=is_html))


def _plain(written: str, *, is_html: bool) -> str:
    """Return a destination without escapes and entities."""
    plain = written if is_html else _ESCAPED.sub(r"\1", written)
    if "&" in plain:
        from html import unescape  # its table is large and seldom needed

        plain = unescape(plain)
    return plain


def _path_in(plain: str) -> str:
    match = _PATH.match(plain)
    return unquoted(match.group()) if match else ""
