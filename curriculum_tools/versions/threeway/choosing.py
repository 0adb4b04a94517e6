"""The text of a unit that two sides have changed."""

from curriculum_tools.versions.threeway.line_changes import merge_lines
from curriculum_tools.versions.threeway.units import Unit, UnitKind

#: What means something only as a whole.
_WHOLE = (UnitKind.OPTIONS, UnitKind.HEADING)


def choose_text(base: Unit | None, ours: Unit, theirs: Unit) -> str | None:
    """Return the text that a leaf gets; None where the sides disagree.

    Numbers that count up are compared for themselves: they are ours unless only theirs changed.
    """
    if ours.text == theirs.text or (base and base.text == theirs.text):
        return ours.text
    if base and base.text == ours.text:
        return theirs.text
    numbers = _numbers(base, ours, theirs)
    if ours.content == theirs.content or (base and base.content == theirs.content):
        return _with_numbers(ours, numbers)
    if base and base.content == ours.content:
        return _with_numbers(theirs, numbers)
    if base is None or ours.kind in _WHOLE:
        return None
    return merge_lines(base.text, ours.text, theirs.text)


def _numbers(base: Unit | None, ours: Unit, theirs: Unit) -> list[str]:
    before, one, other = (_printed(unit) if unit else [] for unit in (base, ours, theirs))
    return other if before == one else one


def _printed(unit: Unit) -> list[str]:
    return [unit.text[span.start : span.end] for span in unit.numbers]


def _with_numbers(unit: Unit, numbers: list[str]) -> str:
    """Return the text of a leaf with other numbers, if they are as many."""
    return unit.with_numbers(numbers) if len(numbers) == len(unit.numbers) else unit.text
