"""The check that a merge loses nothing and doubles nothing, made without looking at how it merged.

Every line of either side has to stand in the result as often as both together say, and the result
has to be read as what was put into it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from curriculum_tools.model.guide import Guide

_NUMBER = re.compile(r"\d+")
_MARK = re.compile(r"^[ \t]*[-*+](?=[ \t])")  # of an item, which the author may change by itself
_MARKER = re.compile(r"(<{7,}|\|{7,}|={7,}|>{7,})( |$)")


def lost_lines(versions: Sequence[str], printed: str) -> list[str]:
    """Return the lines that a merged text, with markers, has more seldom than it has to."""
    found = _lines(printed)
    base, ours, theirs = map(_lines, versions)
    return [
        line
        for line in {*ours, *theirs}
        if found[line] < min(_expected(base[line], ours[line], theirs[line]))
    ]


def doubled_lines(
    versions: Sequence[str], resolved: str, *, is_disputed: bool = False
) -> list[str]:
    """Return the lines that a merged text has more often than it may, with conflicts as ours.

    Where it `is_disputed`, what theirs has taken out of ours may still be there.
    """
    found = _lines(resolved)
    base, ours, theirs = map(_lines, versions)
    doubled = []
    for line, count in found.items():
        _, most = _expected(base[line], ours[line], theirs[line])
        if count > max(most, ours[line] if is_disputed else 0):
            doubled.append(line)
    return doubled


def foreign_lines(versions: Sequence[str], printed: str) -> list[str]:
    """Return the lines of a text that neither a version has nor a marker of a conflict is."""
    known = {line for text in versions for line in _lines(text)}
    return [line for line in _lines(printed) if line not in known and not _MARKER.match(line)]


def unlike_parts(versions: Sequence[Guide], resolved: Guide, disputed: str) -> list[str]:
    """Return the titles and questions that a merged guide lacks, or has without a reason.

    What stands between markers is accounted for.
    """
    found = Counter(said_parts(resolved))
    base, ours, theirs = (Counter(said_parts(guide)) for guide in versions)
    between = " ".join(disputed.split())
    unlike = []
    for part in {*found, *ours, *theirs}:
        fewest, most = _expected(base[part], ours[part], theirs[part])
        is_lost = found[part] < fewest and part not in between
        if is_lost or found[part] > max(most, ours[part]):
            unlike.append(part)
    return unlike


def said_parts(guide: Guide) -> Iterator[str]:
    """Yield the titles and questions of a guide."""
    for chapter in guide.chapters:
        yield chapter.title
    for topic in guide.topics:
        yield topic.title
    for _, question in guide.questions:
        yield " ".join(question.text.split())


def _expected(base: int, ours: int, theirs: int) -> tuple[int, int]:
    """Return how often a line may stand there: both may have made one change, or one each."""
    both = max(0, ours + theirs - base)
    if base == ours:
        return theirs, theirs
    if base == theirs:
        return ours, ours
    return min(ours, theirs, both), max(ours, theirs, both)


def _lines(text: str) -> Counter[str]:
    lines = (" ".join(_MARK.sub("- ", _NUMBER.sub("#", line)).split()) for line in text.split("\n"))
    return Counter(line for line in lines if line)
