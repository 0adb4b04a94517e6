"""Links that follow a heading to the anchor it gets by another text."""

from collections.abc import Iterator

from curriculum_tools.facts.anchors import moved_anchor
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.links import RelativeLink
from curriculum_tools.model.content import Heading
from curriculum_tools.model.finding import Edit
from curriculum_tools.model.source import Span


def moved_links(facts: Facts, heading: Heading, text: str) -> Iterator[tuple[RelativeLink, Edit]]:
    """Yield the links to a heading with what makes them lead to it under a new text.

    Not where the heading has a namesake, whose anchor might be meant or might change, too.
    """
    if not any(link.anchor and not link.path for link in facts.links):
        return
    moved = moved_anchor(facts.guide, facts.config.anchors, heading, text)
    if moved is None or moved[1] in facts.anchors:
        return
    old, new = moved
    for link in facts.links:
        if not link.path and link.destination == f"#{old}":
            yield link, Edit(Span(link.span.start + 1, link.span.end), new)
