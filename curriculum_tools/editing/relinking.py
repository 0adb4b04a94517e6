"""Links that follow a heading to its new anchor."""

import re
from collections.abc import Iterator, Mapping

from curriculum_tools.facts.anchors import heading_anchors
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Edit
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span

_LINKED_NUMBER = re.compile(r"\[(?P<number>\d+(?:\.\d+)*)\b[^\[\]]*\]\([ \t]*<?[^()\s]*$")


def moved_anchors(before: Guide, after: Guide) -> Mapping[str, str]:
    """Return the new anchors by the old ones; both texts have the same headings in one order."""
    old, new = heading_anchors(before).values(), heading_anchors(after).values()
    return {was: now for was, now in zip(old, new, strict=True) if was != now}


def relinked(facts: Facts, moved: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits that make the links within a guide lead to moved anchors."""
    for link in facts.links:
        if not link.path and (new := moved.get(link.anchor)):
            yield Edit(Span(link.span.start + 1, link.span.end), new)


def linked_numbers(facts: Facts, numbers: Mapping[str, tuple[str, str]]) -> Iterator[Edit]:
    """Yield new numbers where the text of a link begins with the old one of what it leads to.

    `numbers` has old and new numbers by the old anchors of headings.
    """
    source = facts.source
    for link in facts.links:
        if link.path or link.anchor not in numbers:
            continue
        old, new = numbers[link.anchor]
        line = source.line_starts[source.line_of(link.span.start) - 1]
        named = _LINKED_NUMBER.search(source.text, line, link.span.start)
        if named and named["number"] == old:
            yield Edit(Span(*named.span("number")), new)
