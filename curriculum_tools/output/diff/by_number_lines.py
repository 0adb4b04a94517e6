"""What two versions have under their numbers, in sentences for the formats that people read."""

from collections.abc import Iterator

from curriculum_tools.output.counted import counted
from curriculum_tools.versions.diff.by_number import NumberDifference, Numbered, Unlike
from curriculum_tools.versions.version import Version


def sentences(difference: NumberDifference) -> Iterator[str]:
    """Yield a sentence for each difference."""
    before, after = difference.before, difference.after
    for numbered in difference.missing:
        yield f"{_name(numbered)} is missing in {after.name} ({_held(before, numbered)})"
    for numbered in difference.extra:
        yield f"{_name(numbered)} is only in {after.name} ({_held(after, numbered)})"
    for unlike in difference.unlike:
        yield _unlike(unlike, after)


def summary(difference: NumberDifference) -> str:
    """Return how many numbers both versions have."""
    if not difference.numbers:
        return "nothing in either has a number"
    numbers = counted(difference.numbers, "number")
    return f"{difference.shared:,} of {numbers} in both"


def _name(numbered: Numbered) -> str:
    what = f"{numbered.what} " if numbered.what != "topic" else ""
    return f"{what}{numbered.number} {numbered.title}"


def _held(version: Version, numbered: Numbered) -> str:
    """Return where something stands, and how many questions are in it."""
    where = _where(version, numbered)
    return f"{counted(numbered.questions, 'question')}, {where}" if numbered.questions else where


def _where(version: Version, numbered: Numbered) -> str:
    return version.name if numbered.line is None else f"{version.name}:{numbered.line}"


def _unlike(unlike: Unlike, after: Version) -> str:
    name = f"{unlike.before.number} {unlike.before.title}"
    if unlike.what in ("questions", "options"):
        now = counted(int(unlike.now), unlike.what.removesuffix("s"))
        return f"{name}: {now} in {_where(after, unlike.after)}, not {unlike.was}"
    was, now = unlike.was or "none", unlike.now or "none"
    return f"{name}: {unlike.what} {now} in {_where(after, unlike.after)}, not {was}"
