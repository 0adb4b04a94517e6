"""Where two texts differ, word by word."""

from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.likeness.normalise import normalise

#: Above this many words a text is not aligned word by word, for that takes quadratic time.
_MOST_WORDS = 200


class Run(NamedTuple):
    """A run of words of each text; equal, or differing, where one of the two may be empty."""

    a: list[str]
    b: list[str]
    differs: bool


def differing(a: str, b: str) -> tuple[tuple[str, str], ...]:
    """The runs of normalised words of `a` and of `b` that differ; one of a run may be empty."""
    runs = aligned(normalise(a).split(), normalise(b).split())
    return tuple((" ".join(run.a), " ".join(run.b)) for run in runs if run.differs)


def aligned(a: list[str], b: list[str]) -> Iterator[Run]:
    """The words of two texts as runs, in order."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    if start:
        yield Run(a[:start], b[:start], differs=False)
    yield from _middle(a[start : len(a) - end], b[start : len(b) - end])
    if end:
        yield Run(a[len(a) - end :], b[len(b) - end :], differs=False)


def _middle(a: list[str], b: list[str]) -> Iterator[Run]:
    if not a and not b:
        return
    if max(len(a), len(b)) > _MOST_WORDS:
        yield Run(a, b, differs=True)
        return
    from difflib import SequenceMatcher  # only for pairs that are shown

    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield Run(a[i:j], b[k:m], differs=tag != "equal")
