"""Giving a chapter or topic another number, with what refers to it."""

import re
from collections.abc import Iterator

from curriculum_tools.facts.anchors import moved_anchor
from curriculum_tools.facts.anchors.written import heading_text
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.links import RelativeLink
from curriculum_tools.facts.numbering import NumberFault
from curriculum_tools.facts.references import named_numbers
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Source, Span

_LINKED_NUMBER = re.compile(r"\[(?P<number>\d+(?:\.\d+)*)\b[^\[\]]*\]\([ \t]*<?$")
_NUMBER_BEHIND_TAG = re.compile(r"[\"']?[^<>]{0,1000}+>\s*+(?P<number>\d+(?:\.\d+)*)\b")


def renumbering(facts: Facts, fault: NumberFault) -> Fix | None:
    """Give the fix for a wrong number; None where it is not known which number is right.

    It is safe where the place of the heading leaves no other number. References in the text
    move along where the old number names this heading alone, and links to its anchor do.
    """
    guide = facts.guide
    if fault.expected is None or fault.last is not None:
        return None
    if fault.what == "chapter" and not _topics_agree(guide, fault):
        return None
    if fault.number is None:
        if not fault.heading.title.text:
            return None  # nothing parts the number signs from what would be put behind them
        at = fault.heading.title.span.start
        put = fault.expected + _separator(guide, fault)
        moved = _relinked(facts, fault, put + heading_text(guide, fault.heading))
        return Fix(f"number it {fault.expected}", fault.is_sure, (Edit(Span(at, at), put), *moved))
    edits = [Edit(fault.span, fault.expected)]
    bearers = [h for h in guide.headings if h.number and h.number.text == fault.number]
    if len(bearers) == 1:
        edits += [Edit(span, fault.expected) for span in _references(facts, fault)]
    text = heading_text(guide, fault.heading).replace(fault.number, fault.expected, 1)
    edits += _relinked(facts, fault, text)
    return Fix(f"renumber to {fault.expected}", fault.is_sure, tuple(dict.fromkeys(edits)))


def _topics_agree(guide: Guide, fault: NumberFault) -> bool:
    chapter = next(c for c in guide.chapters if c.heading.span == fault.heading.span)
    numbers = [topic.number for topic in chapter.sections if topic.number and "." in topic.number]
    return all(number.startswith(f"{fault.expected}.") for number in numbers)


def _separator(guide: Guide, fault: NumberFault) -> str:
    """Give what stands between number and title in the other headings of this level."""
    for heading in guide.headings:
        if heading.level == fault.heading.level and heading.number:
            return guide.source.text[heading.number.span.end : heading.title.span.start]
    return " " if fault.what == "topic" else ". "


def _references(facts: Facts, fault: NumberFault) -> Iterator[Span]:
    """Yield the places that name a number: "see 9.12", "topic 9.12", a prerequisite 9.12."""
    names = {name.span for topic in facts.guide.topics for name in topic.prerequisites}
    for leaf in facts.prose.leaves:
        if leaf.kind is not LeafKind.TEXT or fault.number is None or fault.number not in leaf.text:
            continue
        for named in named_numbers(leaf.text):
            span = Span(leaf.start + named.start, leaf.start + named.end)
            if named.number == fault.number and (span in names or named.what == fault.what):
                yield span


def _relinked(facts: Facts, fault: NumberFault, text: str) -> Iterator[Edit]:
    """Yield what makes the links to a heading lead to it under a new text.

    Not where the heading has a namesake, whose anchor might be meant or might change, too.
    """
    if fault.expected is None or not any(link.anchor and not link.path for link in facts.links):
        return
    moved = moved_anchor(facts.guide, facts.config.anchors, fault.heading, text)
    if moved is None or moved[1] in facts.anchors:
        return
    old, new = moved
    for link in facts.links:
        if link.path or link.destination != f"#{old}":
            continue
        yield Edit(Span(link.span.start + 1, link.span.end), new)
        named = _number_in(facts.source, link)
        if named and named["number"] == fault.number:
            yield Edit(Span(*named.span("number")), fault.expected)


def _number_in(source: Source, link: RelativeLink) -> re.Match[str] | None:
    """Return the number that the text of a link begins with."""
    if link.is_html:
        return _NUMBER_BEHIND_TAG.match(source.text, link.span.end)
    line = source.line_starts[source.line_of(link.span.start) - 1]
    return _LINKED_NUMBER.search(source.text, line, link.span.start)
