"""Where two texts differ, word by word."""

from curriculum_tools.likeness.normalise import normalise

#: Above this many words a text is not aligned word by word, for that takes quadratic time.
_MOST_WORDS = 200


def differing(a: str, b: str) -> tuple[tuple[str, str], ...]:
    """The runs of words of `a` and of `b` that differ; one of a run may be empty."""
    x, y = normalise(a).split(), normalise(b).split()
    start = 0
    while start < min(len(x), len(y)) and x[start] == y[start]:
        start += 1
    end = 0
    while end < min(len(x), len(y)) - start and x[-1 - end] == y[-1 - end]:
        end += 1
    x, y = x[start : len(x) - end], y[start : len(y) - end]
    if not x and not y:
        return ()
    if len(x) > _MOST_WORDS or len(y) > _MOST_WORDS:
        return ((" ".join(x), " ".join(y)),)
    from difflib import SequenceMatcher  # only for pairs that are shown

    matcher = SequenceMatcher(None, x, y, autojunk=False)
    return tuple(
        (" ".join(x[i:j]), " ".join(y[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )
