"""Applying fixes to a text, without those that overlap."""

from bisect import bisect
from collections.abc import Iterable, Sequence

from curriculum_tools.model.finding import Fix
from curriculum_tools.model.source import Span


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """Return a text with fixes applied, each of them whole or not at all.

    Of fixes that overlap, the one that begins first is applied; the others wait for the findings
    of the next pass.
    """
    pieces = []
    last = 0
    edits = sorted((edit.span, edit.text) for fix in compatible_fixes(fixes) for edit in fix.edits)
    for span, replacement in edits:
        pieces += [text[last : span.start], replacement]
        last = span.end
    pieces.append(text[last:])
    return "".join(pieces)


def compatible_fixes(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Return the fixes that can be applied together, in the order in which they begin."""
    chosen = []
    taken: list[Span] = []
    for fix in sorted((fix for fix in fixes if fix.edits), key=_first_span):
        if any(_is_taken(edit.span, taken) for edit in fix.edits):
            continue
        chosen.append(fix)
        for edit in fix.edits:
            taken.insert(bisect(taken, edit.span), edit.span)
    return tuple(chosen)


def overlap(one: Span, other: Span) -> bool:
    """Return whether two spans cannot both be replaced; two insertions at one place cannot."""
    if one == other:
        return True
    return one.start < other.end and other.start < one.end


def _first_span(fix: Fix) -> Span:
    return min(edit.span for edit in fix.edits)


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Return whether a span overlaps one of the spans taken, which are sorted and disjoint."""
    place = bisect(taken, span)
    return any(overlap(span, other) for other in taken[max(0, place - 1) : place + 1])
