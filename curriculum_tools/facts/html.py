"""The HTML of a guide: its tags, wherever they stand but in code and comments."""

import re
from collections.abc import Iterator

from curriculum_tools.facts.regions import fenced
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import Leaf, LeafKind
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.inline import code_spans, mask
from curriculum_tools.syntax.tags import Tag, tags

_LITERAL = {LeafKind.CODE, LeafKind.FRONT_MATTER, LeafKind.BOM}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NO_HTML = re.compile(  # what a browser shows nothing of, or takes for text
    r"<!--.*?(?:-->|\Z)|<(?P<name>script|style|textarea)\b.*?(?:</(?P=name)|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_QUOTE_MARK = re.compile(r"(?<![^\r\n])[ \t]*>[ \t>]*")


def html_tags(guide: Guide, *signs: str) -> Iterator[Tag]:
    """Yield the tags of a guide; none where it has none of the signs, given in lower case."""
    text = guide.source.text
    if "<" in text:
        lower = text.lower()
        if any(sign in lower for sign in signs):
            yield from tags(_visible(guide))


def _visible(guide: Guide) -> str:
    """Blank out all of a guide's text that is no HTML and might be taken for it."""
    spans = sorted(span for leaf in guide.leaves if "<" in leaf.text for span in _hidden(leaf))
    return mask(guide.source.text, _apart(spans))


def _hidden(leaf: Leaf) -> Iterator[Span]:
    """Yield code, comments and quote marks of a leaf."""
    text, start = leaf.text, leaf.start
    if leaf.kind in _LITERAL:
        yield leaf.span
        return
    if leaf.kind is LeafKind.HTML:
        found = [*_NO_HTML.finditer(text)]
    else:
        found = [*_COMMENT.finditer(text, 0, text.rfind("-->") + len("-->"))]
        yield from (span.outer for span in code_spans(text, start))
    if leaf.kind is LeafKind.OTHER:
        yield from fenced(text, start)
        if text.startswith(">"):
            found += _QUOTE_MARK.finditer(text)
    yield from (Span(start + match.start(), start + match.end()) for match in found)


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Yield what sorted spans cover, each place once."""
    end = 0
    for span in spans:
        if span.end > end:
            yield Span(max(span.start, end), span.end)
            end = span.end
