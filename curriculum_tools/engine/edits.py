"""Applying fixes to a text."""

from bisect import bisect
from collections.abc import Iterable, Sequence

from curriculum_tools.model.finding import Fix
from curriculum_tools.model.source import Span


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """Give a text with fixes applied, whole or not at all.

    Of fixes that overlap, the one that begins first is applied; the others wait for another
    pass, with findings made anew.
    """
    pieces = []
    last = 0
    edits = sorted((edit.span, edit.text) for fix in compatible(fixes) for edit in fix.edits)
    for span, replacement in edits:
        pieces += [text[last : span.start], replacement]
        last = span.end
    pieces.append(text[last:])
    return "".join(pieces)


def compatible(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Give the fixes that can be applied together, in the order of where they begin."""
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
    """Tell whether two spans cannot both be replaced; two insertions at one place cannot."""
    if one == other:
        return True
    return one.start < other.end and other.start < one.end


def _first_span(fix: Fix) -> Span:
    return min(edit.span for edit in fix.edits)


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Look at the two neighbours; the spans taken are sorted and do not overlap."""
    place = bisect(taken, span)
    return any(overlap(span, other) for other in taken[max(0, place - 1) : place + 1])
