"""Links that follow a heading to its new anchor."""

from collections.abc import Iterator, Mapping

from curriculum_tools.facts.anchors import heading_anchors
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.links import linked_number
from curriculum_tools.model.config import Platform
from curriculum_tools.model.finding import Edit
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span


def moved_anchors(before: Guide, after: Guide, platform: Platform) -> Mapping[str, str]:
    """Return the new anchors by the old ones; both texts have the same headings in one order."""
    old, new = (heading_anchors(each, platform).values() for each in (before, after))
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
    for link in facts.links:
        if link.path or link.anchor not in numbers:
            continue
        old, new = numbers[link.anchor]
        number = linked_number(facts.source, link)
        if number and facts.source.slice(number) == old:
            yield Edit(number, new)
