"""What of two questions their probability of being one is worked out from."""

from typing import NamedTuple

from curriculum_tools.likeness.analysis import AGAIN, Analysis
from curriculum_tools.likeness.background import rarity
from curriculum_tools.likeness.intent import kinship
from curriculum_tools.likeness.slips import slips
from curriculum_tools.likeness.weights import Prepared


class Features(NamedTuple):
    """Numbers in [0, 1]; the words left over are those that only one of the questions has."""

    shared: float  #: shared weight over that of the heavier question
    exchanged: float  #: the heaviest word left over, on the side where it is lighter
    kinship: float  #: how close the intents are
    guarded: float  #: whether a guard speaks against it
    short: float  #: how few words the shorter question has
    slipped: float  #: whether a word is written with a slip
    defines: float  #: whether both ask for a definition
    rare_exchanged: float  #: the rarest word left over, on the side where it is commoner
    rare: float  #: the rarest word left over on either side
    opening: float  #: how well the first of several sentences asks all that the other asks


def features(
    a: Prepared, b: Prepared, only: tuple[list[str], list[str]], shared: float, *, guarded: bool
) -> Features:
    """Return the features of two questions; `only` are the words that one of them has alone.

    `shared` is the weight of the words that both have.
    """
    one, other = a.analysis, b.analysis
    only_a, only_b = only
    respelt, is_slip = _respelt(a, b, only_a, only_b)
    for x, y in respelt:
        shared += max(a.bag[x], b.bag[y])
        only_a = [word for word in only_a if word != x]
        only_b = [word for word in only_b if word != y]
    rare_a, rare_b = _rarest(only_a), _rarest(only_b)
    return Features(
        shared=min(1.0, shared / (max(a.total, b.total) or 1.0)),
        exchanged=min(_heaviest(a, only_a), _heaviest(b, only_b)),
        kinship=kinship(one.intents, other.intents),
        guarded=float(guarded),
        short=1 / (1 + min(len(a.bag), len(b.bag))),
        slipped=float(is_slip),
        defines=float("define" in one.intents and "define" in other.intents),
        rare_exchanged=min(rare_a, rare_b),
        rare=max(rare_a, rare_b),
        opening=max(_opening(one, other), _opening(other, one)),
    )


def _opening(one: Analysis, other: Analysis) -> float:
    """Return how close the intents are if the first sentence of one has all words of the other."""
    if one.lead is None or other.lead is not None or one.lead.content != set(other.content):
        return 0.0
    return kinship(one.lead.intents, other.intents)


def _respelt(
    a: Prepared, b: Prepared, only_a: list[str], only_b: list[str]
) -> tuple[list[tuple[str, str]], bool]:
    """Return words that are one but for a slip, and whether there is one.

    There is none in "custom", which is part of a name in "custom tags" and elsewhere is not.
    """
    initials = {word[0] for word in only_a}
    if not any(word[0] in initials for word in only_b):
        return [], False  # most pairs; a slip leaves the first letter
    one, other = a.analysis, b.analysis
    written = dict(zip(one.content, one.written, strict=True))
    written.update(zip(other.content, other.written, strict=True))
    # a slip is made once: words that others ask about, too, are two words
    pairs = slips(only_a, only_b, written)
    found = [(x, y) for x, y in pairs if x in a.lone or y in b.lone]
    return found, any(written.get(x, x) != written.get(y, y) for x, y in found)


def _heaviest(question: Prepared, words: list[str]) -> float:
    return max([question.bag[word] for word in words], default=0.0)


def _rarest(words: list[str]) -> float:
    return max([rarity(word.removesuffix(AGAIN)) for word in words], default=0.0)
