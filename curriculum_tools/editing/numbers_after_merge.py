"""Numbers, contents and counts of a guide that was merged, made again where they were in order."""

from collections import Counter
from collections.abc import Callable, Iterator

from curriculum_tools.editing.renumber import renumber
from curriculum_tools.engine.apply_fixes import apply_fixes
from curriculum_tools.facts.counts import said_counts
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.source import Source


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


def _named_numbers(facts: Facts) -> Iterator[Edit]:
    for fault in facts.contents_faults.numbers:
        for entry, place in ((fault.entry, fault.place), *fault.others):
            if entry.number and place.number:
                yield Edit(entry.number.span, place.number.text)
    for count in said_counts(facts):
        if count.said != count.actual:
            yield from count.edits
