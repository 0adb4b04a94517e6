"""Numbers, contents and counts of a guide that was merged, made again where they were in order."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from curriculum_tools.editing.renumber import renumber
from curriculum_tools.engine.apply_fixes import apply_fixes
from curriculum_tools.facts.counts import said_counts
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.source import Source

_ENTRY = re.compile(r"[ \t>]*(?:[-*+|]|\d+[.)]|<)")


def numbering_faults(facts: Facts) -> Counter[str]:
    """Count what is wrong with numbers, those in the contents and counts among them, by kind."""
    faults = Counter(f"{fault.kind} of a {fault.what}" for fault in facts.numbering)
    faults["wrong number in the contents"] += len(facts.contents_faults.numbers)
    faults["wrong count"] += sum(count.said != count.actual for count in said_counts(facts))
    return +faults


def numbered_again(facts: Facts, parse: Callable[[Facts, Source], Facts]) -> Facts:
    """Number a guide anew, and then its contents and counts, which name the numbers.

    What cannot be numbered without doubt stays as it is.
    """
    try:
        after = renumber(facts, lambda source: parse(facts, source).guide).after
    except CurriculumError:
        after = facts.source
    facts = parse(facts, after)
    edits = tuple(sorted({*_named_numbers(facts)}, key=lambda edit: edit.span))
    if not edits:
        return facts
    return parse(facts, Source(after.path, apply_fixes(after.text, [Fix("", True, edits)])))


def contents_in_order(facts: Facts, parse: Callable[[Facts, Source], Facts]) -> Facts:
    """Put the entries of the contents where the guide has what they lead to, line by line.

    An entry of several lines stays.
    """
    for fault in facts.contents_faults.order:
        lines = facts.source.text.split("\n")
        at, before, after = (
            facts.source.line_of(entry.span.start) - 1 if entry else None
            for entry in (fault.entry, fault.before, fault.after)
        )
        place = before + 1 if before is not None else after
        if at is None or place is None or _goes_on(lines[at + 1 : at + 2]):
            continue
        lines.insert(place, lines[at])
        del lines[at if place > at else at + 1]
        ordered = parse(facts, Source(facts.source.path, "\n".join(lines)))
        return contents_in_order(ordered, parse) if _is_less(ordered, facts) else facts
    return facts


def _is_less(one: Facts, other: Facts) -> bool:
    return len(one.contents_faults.order) < len(other.contents_faults.order)


def _goes_on(below: list[str]) -> bool:
    """Tell whether a line goes on with what stands above it."""
    return any(line.strip() and not _ENTRY.match(line) for line in below)


def _named_numbers(facts: Facts) -> Iterator[Edit]:
    for fault in facts.contents_faults.numbers:
        for entry, place in ((fault.entry, fault.place), *fault.others):
            if entry.number and place.number:
                yield Edit(entry.number.span, place.number.text)
    for count in said_counts(facts):
        if count.said != count.actual:
            yield from count.edits
