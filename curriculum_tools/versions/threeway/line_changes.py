"""Merging three texts line by line, where what both sides changed does not touch."""

from difflib import SequenceMatcher
from typing import NamedTuple


class _Hunk(NamedTuple):
    """Lines of the base, and what a side has in their place."""

    start: int
    end: int
    lines: list[str]


def merge_lines(base: str, ours: str, theirs: str) -> str | None:
    """Return the text with the changes of both sides; None where these touch."""
    before = base.split("\n")
    hunks = sorted([*_hunks(before, ours), *_hunks(before, theirs)])
    merged: list[str] = []
    last = -1
    for hunk in hunks:
        if hunk.start <= last:
            return None
        merged += [*before[max(last, 0) : hunk.start], *hunk.lines]
        last = hunk.end
    return "\n".join([*merged, *before[max(last, 0) :]])


def deletes_lines(before: str, after: str) -> bool:
    """Tell whether a version has somewhere fewer filled lines than it had."""
    one, other = ([line for line in text.split("\n") if line.strip()] for text in (before, after))
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return any(d - c < b - a for _, a, b, c, d in codes)


def _hunks(before: list[str], after: str) -> list[_Hunk]:
    lines = after.split("\n")
    codes = SequenceMatcher(None, before, lines, autojunk=False).get_opcodes()
    return [_Hunk(a, b, lines[c:d]) for what, a, b, c, d in codes if what != "equal"]
