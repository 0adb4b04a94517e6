"""What can be linked to in a guide: the anchors GitHub gives to headings, and explicit ones."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from curriculum_tools.model.content import Heading
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.inline import code_spans, mask
from curriculum_tools.syntax.parse import parse

MOST_CHARACTERS = 1_000  # of a heading that are read; nobody links to a longer one

_NAMED = re.compile(
    r"<[A-Za-z][\w-]*\s(?:[^<>]*?\s)?(?:id|name)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"\{[^{}]*?#(?P<id>[^\s{}]+)[^{}]*\}[ \t]*$")
_NESTED_HEADING = re.compile(
    r"^[ \t]*(?:(?:>|[*+-]|\d{1,9}[.)])[ \t]*)+(?P<heading>#{1,6}[ \t][^\r\n]*)", re.MULTILINE
)
_MARKS = re.compile(r"[ \t]*#{1,6}(?:[ \t]+|$)")
_CLOSING_MARKS = re.compile(r"[ \t]#+[ \t]*$")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_EMPHASIS = re.compile(r"(?<![^\W_])(_+)(?=[^\s_])(.*?[^\s_])\1(?![^\W_])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_NO_ANCHOR = re.compile(r"[^\w\- ]")
_KEPT = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"}  # Onigmo's \p{Word}


def anchors(guide: Guide) -> frozenset[str]:
    """Give what can be linked to inside a guide."""
    headings = [(heading.span.start, heading_text(guide, heading)) for heading in guide.headings]
    headings += _nested_headings(guide, {start for start, _text in headings})
    headings.sort()
    explicit = set(_explicit(guide))
    for _start, text in headings:
        attribute = _ATTRIBUTE.search(text)
        if attribute:
            explicit |= {attribute["id"], slug(text[: attribute.start()])}
    return frozenset(explicit.union(_numbered(slug(text) for _start, text in headings)))


def anchors_of_text(text: str) -> frozenset[str]:
    """Give what can be linked to inside a Markdown text."""
    return anchors(parse(Source("", text)))


def heading_anchors(guide: Guide) -> dict[Span, str]:
    """Give the anchor of each heading by the heading's span."""
    texts = [slug(heading_text(guide, heading)) for heading in guide.headings]
    spans = [heading.span for heading in guide.headings]
    return dict(zip(spans, _numbered(texts), strict=True))


def heading_text(guide: Guide, heading: Heading) -> str:
    """Give the whole text of a heading, with its number, as it is written."""
    written = guide.source.slice(Span(heading.span.start, heading.title.span.end))
    return " ".join(_MARKS.sub("", written[:MOST_CHARACTERS], count=1).split())


def slug(text: str) -> str:
    """Give the anchor that GitHub makes of the text of a heading."""
    if "`" in text:
        pieces = _CODE.split(text)  # prose, back-ticks, code, prose ...
        plain = "".join(
            piece if index % 3 == 2 else _unmarked(piece)
            for index, piece in enumerate(pieces)
            if index % 3 != 1
        )
    else:
        plain = _unmarked(text)
    lower = plain.strip().lower()
    if lower.isascii():
        return _NO_ANCHOR.sub("", lower).replace(" ", "-")
    kept = (c for c in lower if c in "- " or unicodedata.category(c) in _KEPT)
    return "".join(kept).replace(" ", "-")


def _unmarked(text: str) -> str:
    """Give prose without images, tags, and the marks of links and emphasis."""
    if "[" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    if "<" in text:
        text = _TAG.sub("", text)
    if "_" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "&" in text:
        from html import unescape  # its table is large and seldom needed

        text = unescape(text)
    return _ESCAPE.sub(r"\1", text)


def _numbered(slugs: Iterator[str] | list[str]) -> Iterator[str]:
    """Give a repeated anchor -1, -2 and so on, as GitHub does."""
    seen: Counter[str] = Counter()
    for original in slugs:
        unique = original
        while unique in seen:
            seen[original] += 1
            unique = f"{original}-{seen[original]}"
        seen[unique] = 0
        yield unique


def _nested_headings(guide: Guide, known: set[int]) -> list[tuple[int, str]]:
    """Give the headings inside lists and quotes."""
    found = []
    for leaf in guide.leaves:
        if leaf.kind is LeafKind.OTHER and "#" in leaf.text:
            for match in _NESTED_HEADING.finditer(leaf.text):
                start = leaf.start + match.start("heading")
                if start not in known:
                    text = _CLOSING_MARKS.sub("", match["heading"])[:MOST_CHARACTERS]
                    found.append((start, _MARKS.sub("", text, count=1).strip()))
    return found


def _explicit(guide: Guide) -> Iterator[str]:
    for leaf in guide.leaves:
        if leaf.kind is LeafKind.CODE or "<" not in leaf.text or "=" not in leaf.text:
            continue
        text = leaf.text
        if "`" in text and leaf.kind is not LeafKind.HTML:
            text = mask(text, (span.outer for span in code_spans(text)))
        for match in _NAMED.finditer(text):
            yield match[1] or match[2] or match[3] or ""
