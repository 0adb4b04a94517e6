"""What can be linked to in a guide: the anchors a platform gives to headings, and explicit ones."""

import re
from collections.abc import Collection
from operator import itemgetter

from curriculum_tools.facts.anchors.explicit import explicit_anchors
from curriculum_tools.facts.anchors.platforms import anchors_on
from curriculum_tools.facts.anchors.written import (
    WrittenHeading,
    heading_text,
    link_labels,
    written_headings,
)
from curriculum_tools.model.config import Platform
from curriculum_tools.model.content import Heading
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse

_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*(?:\{(?=[^{}]*[#:])[^{}]*+\}|<!--[^<>]*-->)$")
_OF_HTML_TOO = {Platform.GITHUB}  # tags of headings have anchors


def anchors(guide: Guide, platform: Platform) -> frozenset[str]:
    """Return what can be linked to inside a guide."""
    return frozenset(anchor_places(guide, platform))


def anchor_places(guide: Guide, platform: Platform) -> dict[str, int]:
    """Return what can be linked to inside a guide, and where it leads: to the first of one name.

    What stands behind a heading in braces may be shown or read, as the platform is set up: the
    heading has both anchors.
    """
    headings = written_headings(guide, with_html=platform in _OF_HTML_TOO)
    texts = [heading.text for heading in headings]
    labels = link_labels(guide)
    anchors_of = anchors_on(platform)
    found = [*explicit_anchors(guide)]
    found += zip(anchors_of(texts, labels), (start for start, _ in headings), strict=True)
    for start, text in headings:
        if bare := _ATTRIBUTES.sub("", text) if text.endswith(("}", "->")) else "":
            found += ((anchor, start) for anchor in anchors_of([bare], labels))
    return dict(sorted(found, key=itemgetter(1), reverse=True))


def anchors_of_text(text: str, platform: Platform) -> frozenset[str]:
    """Return what can be linked to inside a Markdown text."""
    return anchors(parse(Source("", text)), platform)


def heading_anchors(guide: Guide, platform: Platform) -> dict[int, str]:
    """Return the anchor of each heading by where the heading begins."""
    headings = written_headings(guide, with_html=platform in _OF_HTML_TOO)
    return _by_start(headings, platform, link_labels(guide))


def moved_anchor(
    guide: Guide, platform: Platform, heading: Heading, text: str
) -> tuple[str, str] | None:
    """Return the anchor of a heading as it is, and as it is where the heading has another text.

    None where the heading has a namesake, or would get one, whose anchor might be meant or changes
    too.
    """
    headings = written_headings(guide, with_html=platform in _OF_HTML_TOO)
    labels = link_labels(guide)
    start = heading.span.start
    before = _by_start(headings, platform, labels)
    renamed = [WrittenHeading(s, text if s == start else old) for s, old in headings]
    after = _by_start(renamed, platform, labels)
    old, new = before.pop(start), after.pop(start)
    alone = anchors_on(platform)([heading_text(guide, heading)], labels)
    is_free = before == after and old == alone[0] and new not in before.values()
    return (old, new) if is_free else None


def _by_start(
    headings: list[WrittenHeading], platform: Platform, labels: Collection[str]
) -> dict[int, str]:
    found = anchors_on(platform)([heading.text for heading in headings], labels)
    return {heading.start: anchor for heading, anchor in zip(headings, found, strict=True)}
