"""Anchors that somebody has written out: in HTML, in attributes behind a text, in comments.

They are taken for anchors on every platform: whoever writes one has a reader of it in mind.
"""

import re
from collections.abc import Iterator

from curriculum_tools.facts.html import html_tags
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.syntax.inline import code_spans, mask

_ATTRIBUTES = re.compile(r"\{[^{}\r\n]{0,1000}+\}|<!--[ \t]*#[^\r\n]{0,1000}?-->")
_ID = re.compile(r"#([^\s{}#]+?)(?=[\s}]|\*/|-->)")


def explicit_anchors(guide: Guide) -> Iterator[tuple[str, int]]:
    """Yield the anchors that are written out in a guide, and where."""
    for tag in html_tags(guide, "id", "name"):
        spans = (tag.attributes.get(name) for name in ("id", "name"))
        yield from ((guide.source.slice(span), tag.span.start) for span in spans if span)
    if "#" in guide.source.text:
        for leaf in guide.leaves:
            if leaf.kind is not LeafKind.CODE and "#" in leaf.text:
                yield from _attributes(leaf.text, leaf.start)


def _attributes(text: str, start: int) -> Iterator[tuple[str, int]]:
    if "{" in text or "<!--" in text:
        if "`" in text:
            text = mask(text, (span.outer for span in code_spans(text)))
        for match in _ATTRIBUTES.finditer(text):
            yield from ((each, start + match.start()) for each in _ID.findall(match.group()))
