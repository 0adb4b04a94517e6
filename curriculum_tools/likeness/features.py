"""What of two questions their probability of being one is worked out from."""

from typing import NamedTuple

from curriculum_tools.likeness.analysis import AGAIN
from curriculum_tools.likeness.background import rarity
from curriculum_tools.likeness.intent import kinship
from curriculum_tools.likeness.respelled import Respelling, respellings
from curriculum_tools.likeness.weights import Prepared


class Features(NamedTuple):
    """Numbers in [0, 1]; the words left over are those that only one of the questions has."""

    shared: float  #: shared weight over that of the heavier question
    exchanged: float  #: the heaviest word left over, on the side where it is lighter
    kinship: float  #: how close the intents are
    guarded: float  #: whether a guard speaks against it
    short: float  #: how few words the shorter question has
    respelled: float  #: whether a word is there in another spelling
    defines: float  #: whether both ask for a definition
    rare_exchanged: float  #: the rarest word left over, on the side where it is commoner
    rare: float  #: the rarest word left over on either side


def features(
    a: Prepared, b: Prepared, only: tuple[list[str], list[str]], shared: float, *, guarded: bool
) -> Features:
    """Return the features of two questions; `only` are the words that one of them has alone.

    `shared` is the weight of the words that both have.
    """
    one, other = a.analysis, b.analysis
    only_a, only_b = only
    respelled = _respellings(a, b, only_a, only_b)
    for pair in respelled:
        shared += max(_weight(a, pair.a), _weight(b, pair.b))
        only_a = [word for word in only_a if word not in pair.a]
        only_b = [word for word in only_b if word not in pair.b]
    rare_a, rare_b = _rarest(only_a), _rarest(only_b)
    return Features(
        shared=min(1.0, shared / (max(a.total, b.total) or 1.0)),
        exchanged=min(_heaviest(a, only_a), _heaviest(b, only_b)),
        kinship=kinship(one.intents, other.intents),
        guarded=float(guarded),
        short=1 / (1 + min(len(a.bag), len(b.bag))),
        respelled=float(bool(respelled)),
        defines=float("define" in one.intents and "define" in other.intents),
        rare_exchanged=min(rare_a, rare_b),
        rare=max(rare_a, rare_b),
    )


def _respellings(
    a: Prepared, b: Prepared, only_a: list[str], only_b: list[str]
) -> list[Respelling]:
    if not only_a or not only_b:
        return []
    words = (*zip(a.analysis.content, a.analysis.written, strict=True),)
    others = zip(b.analysis.content, b.analysis.written, strict=True)
    return respellings(only_a, only_b, dict((*words, *others)))


def _weight(question: Prepared, words: tuple[str, ...]) -> float:
    return sum([question.bag[word] for word in words])


def _heaviest(question: Prepared, words: list[str]) -> float:
    return max([question.bag[word] for word in words], default=0.0)


def _rarest(words: list[str]) -> float:
    return max([rarity(word.removesuffix(AGAIN)) for word in words], default=0.0)
