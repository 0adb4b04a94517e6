"""The chapters, topics and questions of a guide as places that links lead to."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from curriculum_tools.model.content import Heading, Section, Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.syntax.visible import visible

#: What may stand between an anchor that is written out and what it is the anchor of.
_BETWEEN = re.compile(r"(?:\s|<[^<>]*>|[-*+#]|\d{1,9}[.)])*")
_FARTHEST = 500  # characters between an anchor and what it is the anchor of
_SHORTCODE = re.compile(r":[\w+-]+:")


class GuidePlace(NamedTuple):
    """A chapter, topic or question: what it is, its title and number, and where it begins.

    It ends with the line of its title. `order` is its place among all of them, `parent` that of the
    chapter or topic it stands in. `asks` says that it is a question or holds one.
    """

    what: str
    order: int
    title: Text
    number: Text | None
    start: int
    end: int
    parent: int | None
    asks: bool = True


@dataclass(frozen=True)
class Places:
    """All places of a guide in their order, and those that can be linked to, by anchor."""

    all: tuple[GuidePlace, ...]
    by_anchor: Mapping[str, GuidePlace]
    anchor_of: Mapping[int, str]  # of each place, by its order

    def titled(self, title: str) -> Sequence[GuidePlace]:
        """Return the places with a title, in whatever capitals and with whatever signs."""
        return self._by_title.get(bare(title), ())

    @cached_property
    def _by_title(self) -> Mapping[str, Sequence[GuidePlace]]:
        found: dict[str, list[GuidePlace]] = {}
        for place in self.all:
            found.setdefault(bare(place.title.text), []).append(place)
        return found


def bare(text: str) -> str:
    """Return the words of a text: without marks, emoji and capitals."""
    plain = _SHORTCODE.sub(" ", visible(text).text).casefold()
    return " ".join(re.findall(r"\w+", plain)) or " ".join(plain.split())


def read_places(guide: Guide, anchors: Mapping[str, int]) -> Places:
    """Return the places of a guide; `anchors` have their offsets."""
    found = tuple(_places(guide))
    starts = [place.start for place in found]
    by_anchor: dict[str, GuidePlace] = {}
    anchor_of: dict[int, str] = {}
    for anchor, offset in anchors.items():
        at = bisect_right(starts, offset)
        around = found[max(0, at - 1) : at + 1]
        place = next((p for p in around if _is_of(guide.source.text, offset, p)), None)
        if place is None:
            continue
        by_anchor[anchor] = place
        if offset == place.start or place.order not in anchor_of:
            anchor_of[place.order] = anchor
    return Places(found, by_anchor, anchor_of)


def _is_of(text: str, offset: int, place: GuidePlace) -> bool:
    """Tell whether an anchor stands in a place, in attributes below or unseen above it."""
    if offset > place.end:
        return text[offset] == "{" and not text[place.end : offset].strip()
    if offset >= place.start:
        return True
    is_near = place.start - offset < _FARTHEST
    return is_near and bool(_BETWEEN.fullmatch(text, offset, place.start))


def _places(guide: Guide) -> Iterator[GuidePlace]:
    headings = {heading.title.span: heading for heading in guide.headings}
    order = 0
    for chapter in guide.chapters:
        home = None
        if chapter.is_headed:
            home = order
            yield _of_section(guide, "chapter", chapter, order, None)
            order += 1
        for topic in chapter.sections:
            inner = home
            if topic.is_headed:
                inner = order
                yield _of_section(guide, "topic", topic, order, home)
                order += 1
            for question in topic.questions:
                title = Text(question.text, question.span)
                heading: Heading | None = headings.get(question.span)
                start = heading.span.start if heading else question.extent.start
                end = _line_end(guide, title)
                yield GuidePlace("question", order, title, question.number, start, end, inner)
                order += 1


def _of_section(
    guide: Guide, what: str, section: Section, order: int, parent: int | None
) -> GuidePlace:
    title, number, start = section.heading.title, section.heading.number, section.heading.span.start
    asks = bool(section.questions or any(inner.questions for inner in section.sections))
    return GuidePlace(what, order, title, number, start, _line_end(guide, title), parent, asks)


def _line_end(guide: Guide, title: Text) -> int:
    return guide.source.line_span(guide.source.line_of(title.span.end)).end
