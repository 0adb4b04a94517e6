"""Where two texts differ, word by word."""

from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.likeness.normalise import normalise

#: Longer texts are not compared word by word, because that takes quadratic time.
_MOST_WORDS = 200


class WordRun(NamedTuple):
    """Words of two texts that are equal, or that differ; one side of a difference may be empty."""

    a: list[str]
    b: list[str]
    differs: bool


def differing_runs(a: str, b: str) -> tuple[tuple[str, str], ...]:
    """Return the normalised words of `a` and `b` that differ, run by run; one side may be empty."""
    runs = word_runs(normalise(a).split(), normalise(b).split())
    return tuple((" ".join(run.a), " ".join(run.b)) for run in runs if run.differs)


def word_runs(a: list[str], b: list[str]) -> Iterator[WordRun]:
    """Yield the words of two texts as equal and differing runs, in order."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    if start:
        yield WordRun(a[:start], b[:start], differs=False)
    yield from _middle(a[start : len(a) - end], b[start : len(b) - end])
    if end:
        yield WordRun(a[len(a) - end :], b[len(b) - end :], differs=False)


def _middle(a: list[str], b: list[str]) -> Iterator[WordRun]:
    if not a and not b:
        return
    if max(len(a), len(b)) > _MOST_WORDS:
        yield WordRun(a, b, differs=True)
        return
    from difflib import SequenceMatcher  # only for pairs that are shown

    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield WordRun(a[i:j], b[k:m], differs=tag != "equal")
