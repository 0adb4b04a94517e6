"""Giving a chapter or topic another number, with what refers to it."""

from collections.abc import Iterator

from curriculum_tools.facts.numbering import NumberFault
from curriculum_tools.facts.prose import Prose
from curriculum_tools.facts.references import named_numbers
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.guide import Guide, LeafKind
from curriculum_tools.model.source import Span


def renumbering(guide: Guide, prose: Prose, fault: NumberFault) -> Fix | None:
    """Give the fix for a wrong number; None where it is not known which number is right.

    It is safe where the place of the heading leaves no other number. References in the text
    move along where the old number names this heading alone.
    """
    if fault.expected is None or fault.last is not None:
        return None
    if fault.what == "chapter" and not _topics_agree(guide, fault):
        return None
    if fault.number is None:
        at = fault.heading.title.span.start
        edit = Edit(Span(at, at), fault.expected + _separator(guide, fault))
        return Fix(f"number it {fault.expected}", fault.is_sure, (edit,))
    edits = [Edit(fault.span, fault.expected)]
    bearers = [h for h in guide.headings if h.number and h.number.text == fault.number]
    if len(bearers) == 1:
        edits += [Edit(span, fault.expected) for span in _references(guide, prose, fault)]
    return Fix(f"renumber to {fault.expected}", fault.is_sure, tuple(edits))


def _topics_agree(guide: Guide, fault: NumberFault) -> bool:
    chapter = next(c for c in guide.chapters if c.heading == fault.heading)
    numbers = [topic.number for topic in chapter.topics if topic.number and "." in topic.number]
    return all(number.startswith(f"{fault.expected}.") for number in numbers)


def _separator(guide: Guide, fault: NumberFault) -> str:
    """Give what stands between number and title in the other headings of this level."""
    for heading in guide.headings:
        if heading.level == fault.heading.level and heading.number:
            return guide.source.text[heading.number.span.end : heading.title.span.start]
    return " " if fault.what == "topic" else ". "


def _references(guide: Guide, prose: Prose, fault: NumberFault) -> Iterator[Span]:
    """Yield the places that name a number: "see 9.12", "topic 9.12", a prerequisite 9.12."""
    names = {name.span for topic in guide.topics for name in topic.prerequisites}
    for leaf in prose.leaves:
        if leaf.kind is not LeafKind.TEXT or fault.number is None or fault.number not in leaf.text:
            continue
        for named in named_numbers(leaf.text):
            span = Span(leaf.start + named.start, leaf.start + named.end)
            if named.number == fault.number and (span in names or named.what == fault.what):
                yield span
