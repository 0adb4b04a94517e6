"""Giving a heading another number, with what refers to it."""

from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.facts.anchors.written import heading_text
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.links import linked_number
from curriculum_tools.facts.moved_links import moved_links
from curriculum_tools.facts.number_faults import NumberFault
from curriculum_tools.facts.question_numbers import WHAT as QUESTION
from curriculum_tools.facts.sub_headings import WHAT as SUB_HEADING
from curriculum_tools.model.content import Heading
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.numbers import parts_of


class Move(NamedTuple):
    """A heading that gets another number, both as printed."""

    heading: Heading
    what: str
    old: str
    new: str


def renumbering(facts: Facts, fault: NumberFault) -> Fix | None:
    """Return the fix for a wrong number; None where it is not known which number is right.

    It is safe where the place of the heading leaves no other number. References in the text
    move along where the old number names this heading alone, and links to its anchor do; so do
    sub-headings whose numbers begin with it.
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
        put = fault.style.head(parts_of(fault.expected))
        text = put + heading_text(guide, fault.heading)
        moved = _relinked(facts, Move(fault.heading, fault.what, "", fault.expected), text)
        return Fix(f"number it {fault.expected}", fault.is_sure, (Edit(Span(at, at), put), *moved))
    edits = [edit for move in _moves(facts, fault) for edit in _moved(facts, move)]
    return Fix(f"renumber to {fault.expected}", fault.is_sure, tuple(dict.fromkeys(edits)))


def _moves(facts: Facts, fault: NumberFault) -> Iterator[Move]:
    """Yield the heading, and the sub-headings whose numbers begin with its old one."""
    if fault.number is None or fault.expected is None:
        return
    yield Move(fault.heading, fault.what, fault.number, fault.expected)
    if fault.what in ("chapter", QUESTION):
        return
    old = parts_of(fault.number)
    for each in facts.sub_headings.bound:
        is_below = fault.heading.span in (each.topic.heading.span, each.parent.span)
        if is_below and each.parts[: len(old)] == old and len(each.parts) > len(old):
            rest = each.number.text.split(".")[len(old) :]
            yield Move(
                each.heading, SUB_HEADING, each.number.text, ".".join([fault.expected, *rest])
            )


def _moved(facts: Facts, move: Move) -> Iterator[Edit]:
    """Yield the edits that give a heading another number, wherever that stands."""
    guide = facts.guide
    if move.heading.number is None:
        return
    yield Edit(move.heading.number.span, move.new)
    if not move.heading.level:
        return  # a question that is no heading: nothing leads to it
    if move.what != QUESTION and _is_the_only_one(facts, move):
        yield from _references(facts, move)
    text = heading_text(guide, move.heading).replace(move.old, move.new, 1)
    yield from _relinked(facts, move, text)


def _is_the_only_one(facts: Facts, move: Move) -> bool:
    """Tell whether a number names one heading; one that only counts up is not named by it."""
    bound = [each.heading for each in facts.sub_headings.bound]
    bearers = [h for h in (*facts.guide.headings, *bound) if h.number and h.number.text == move.old]
    return len(bearers) == 1 and bearers[0].span == move.heading.span


def _topics_agree(guide: Guide, fault: NumberFault) -> bool:
    chapter = next(c for c in guide.chapters if c.heading.span == fault.heading.span)
    expected = parts_of(fault.expected or "")
    numbers = [topic.number for topic in chapter.sections if topic.number and "." in topic.number]
    return all(parts_of(number)[:1] == expected for number in numbers)


def _references(facts: Facts, move: Move) -> Iterator[Edit]:
    """Yield new numbers where the old one is named: "see 9.12", "topic 9.12", a prerequisite."""
    what = "topic" if move.what == SUB_HEADING else move.what
    for reference in facts.own_references:
        named = reference.named
        if parts_of(named.number) == parts_of(move.old) and named.what in ("", what):
            is_written_so = named.number == move.old
            plain = ".".join(map(str, parts_of(move.new)))
            yield Edit(reference.span, move.new if is_written_so else plain)


def _relinked(facts: Facts, move: Move, text: str) -> Iterator[Edit]:
    """Yield what makes the links to a heading lead to it under a new text, with its number."""
    for link, edit in moved_links(facts, move.heading, text):
        yield edit
        number = linked_number(facts.source, link)
        if number and facts.source.slice(number) == move.old:
            yield Edit(number, move.new)
