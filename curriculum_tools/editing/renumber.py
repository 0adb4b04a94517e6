"""Numbering a guide anew: chapters, topics, sub-headings and questions, in the order they stand."""

from collections.abc import Callable
from typing import NamedTuple

from curriculum_tools.editing.new_numbers import NewNumber, new_numbers
from curriculum_tools.editing.new_references import MovedReferences
from curriculum_tools.editing.question_numbers import question_edits
from curriculum_tools.editing.relinking import linked_numbers, moved_anchors, relinked
from curriculum_tools.engine.apply_fixes import apply_fixes
from curriculum_tools.engine.meaning import change_of_meaning
from curriculum_tools.facts.anchors import heading_anchors
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.errors import DoubtfulGuideError
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.guide import FaultKind, Guide
from curriculum_tools.model.source import Source, Span


class Renumbered(NamedTuple):
    """A guide before and after it was numbered anew.

    `numbers` are the headings whose number has changed; `questions`, `references` and `links` count
    what has a new number or leads to a new anchor.
    """

    before: Source
    after: Source
    numbers: tuple[NewNumber, ...]
    questions: int
    references: int
    links: int

    @property
    def is_changed(self) -> bool:
        """Whether anything has another number."""
        return self.before != self.after


def renumber(facts: Facts, parse: Callable[[Source], Guide]) -> Renumbered:
    """Number a guide anew, with all in it that names a number.

    Raises DoubtfulGuideError where the shape of a heading is in doubt or a part stands in the guide
    twice, and AmbiguousReferenceError where a reference could mean two headings.
    """
    _refuse_doubtful(facts)
    before = facts.guide
    numbers = new_numbers(facts)
    changed = tuple(each for each in numbers if each.new != each.old)
    references = {*MovedReferences(facts, numbers).edits()}
    platform = facts.config.anchors
    anchors = heading_anchors(before, platform)
    by_anchor = {
        anchors[each.heading.span.start]: (each.old, each.new)
        for each in changed
        if each.old is not None and each.heading.span.start in anchors
    }
    references |= {*linked_numbers(facts, by_anchor)}
    questions = {*question_edits(facts)}
    edits = {*map(_heading_edit, changed), *references, *questions}
    after = parse(_edited(facts.source, edits))
    _refuse_misread(facts, after, edits)
    links = {*relinked(facts, moved_anchors(before, after, platform))}
    return Renumbered(
        facts.source,
        _edited(facts.source, edits | links),
        changed,
        len(questions),
        len(references),
        len(links),
    )


def _refuse_doubtful(facts: Facts) -> None:
    for fault in facts.guide.faults:
        if fault.kind is FaultKind.HEADING:
            raise _doubtful(facts, fault.span, fault.message, "mend it: curriculum lint --fix")
    for part in facts.repeated_parts:
        hint = "take the copy out, or write what is meant"
        raise _doubtful(facts, part.copy, "what stands here stands in the guide twice", hint)


def _refuse_misread(facts: Facts, after: Guide, edits: set[Edit]) -> None:
    """Raise DoubtfulGuideError where the guide would be read otherwise under its new numbers."""
    if change := change_of_meaning(facts.guide, after, edits):
        hint = "write by hand which headings have a number, and which lines are headings"
        raise _doubtful(facts, facts.head, f"under new numbers {change}", hint)


def _doubtful(facts: Facts, span: Span, message: str, hint: str) -> DoubtfulGuideError:
    line = facts.source.line_of(span.start)
    return DoubtfulGuideError(facts.guide.path, f"not numbered anew: {message}", hint, line)


def _heading_edit(number: NewNumber) -> Edit:
    heading = number.heading
    if heading.number:
        return Edit(heading.number.span, number.new)
    at = heading.title.span.start
    return Edit(Span(at, at), number.style.head(number.parts))


def _edited(source: Source, edits: set[Edit]) -> Source:
    ordered = tuple(sorted(edits, key=lambda edit: edit.span))
    return Source(source.path, apply_fixes(source.text, [Fix("number anew", True, ordered)]))
