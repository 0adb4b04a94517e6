"""Judging a pair of questions: a score, a verdict, and why."""

from math import exp, fsum
from operator import mul
from typing import NamedTuple

from curriculum_tools.likeness.alignment import differing
from curriculum_tools.likeness.asks import kinship
from curriculum_tools.likeness.form import Form
from curriculum_tools.likeness.guards import guard_of
from curriculum_tools.likeness.shape import same_question, without_setting
from curriculum_tools.likeness.vocabulary import (
    EXCHANGED,
    FAR_ASPECT,
    GUARDED,
    HEAVIEST,
    HEAVIEST_OF_BOTH,
    INTERCEPT,
    KINSHIP,
    LEAST_SHARED,
    LIKELY,
    POSSIBLE,
    RELATED_WEIGHT,
    SAME_SCORE,
    SHARED,
)
from curriculum_tools.likeness.weights import Prepared, Weights
from curriculum_tools.likeness.wording import Verdict, Wording

#: The weights of the features, in their order.
COEFFICIENTS = (SHARED, EXCHANGED, HEAVIEST_OF_BOTH, HEAVIEST, KINSHIP)
#: So many leftover words are looked at for a common beginning; keeps 10,000 words bounded.
MOST_LEFT = 40


class Judgement(NamedTuple):
    """What was judged of two questions."""

    score: float  #: how alike, in [0, 1]
    verdict: Verdict
    guard: str | None  #: what lowered it
    a: Wording
    b: Wording

    @property
    def differs(self) -> tuple[tuple[str, str], ...]:
        """The runs of words that differ, of `a` and of `b`; worked out when asked for."""
        return differing(self.a.text, self.b.text)


def judge(a: Wording, b: Wording, weights: Weights) -> Judgement:
    """How alike two questions are; symmetric, and by the wordings and weights alone."""
    score, verdict, guard = judge_prepared(weights.prepare(a), weights.prepare(b))
    return Judgement(score, verdict, guard, a, b)


def judge_prepared(a: Prepared, b: Prepared) -> tuple[float, Verdict, str | None]:
    """Score, verdict and guard of two prepared wordings."""
    one, other = a.form, b.form  # fsum below: the same sum in either order
    if one.key == other.key:
        return 1.0, Verdict.SAME, None
    if len(one.key) == len(other.key) and _recased(one, other):
        return 0.99, Verdict.SAME, None
    shared = fsum([weight for word, weight in a.bag.items() if word in b.bag])
    heavier = max(a.total, b.total)
    if shared < LEAST_SHARED * heavier or not heavier:
        return POSSIBLE * shared / (heavier or 1.0) * 0.5, Verdict.DIFFERENT, None
    return _weighed(a, b, shared, heavier)


def _weighed(
    a: Prepared, b: Prepared, shared: float, heavier: float
) -> tuple[float, Verdict, str | None]:
    """The judgement of two questions that share enough."""
    one, other = a.form, b.form
    only_a = [word for word in a.bag if word not in b.bag]
    only_b = [word for word in b.bag if word not in a.bag]
    guard = guard_of(one, other, only_a, only_b)
    if guard is None and not (only_a and only_b) and _is_same(a, b, only_a or only_b):
        return SAME_SCORE, Verdict.SAME, None
    values = _features(a, b, (only_a, only_b), shared, heavier)
    score = 1 / (1 + exp(-INTERCEPT - sum(map(mul, COEFFICIENTS, values))))
    if guard is not None:
        score *= GUARDED
    elif values[4] < FAR_ASPECT:
        guard = "aspect"
    return score, _verdict(score, guard, one, other), guard


def features(a: Prepared, b: Prepared) -> tuple[float, ...]:
    """What the score is a logistic function of, in the order of COEFFICIENTS; for fitting them."""
    only_a = [word for word in a.bag if word not in b.bag]
    only_b = [word for word in b.bag if word not in a.bag]
    shared = fsum([weight for word, weight in a.bag.items() if word in b.bag])
    return _features(a, b, (only_a, only_b), shared, max(a.total, b.total) or 1.0)


def _features(
    a: Prepared, b: Prepared, only: tuple[list[str], list[str]], shared: float, heavier: float
) -> tuple[float, ...]:
    left_a, left_b = _leftovers(a, b, *only)
    heaviest_a, heaviest_b = max(left_a, default=0.0), max(left_b, default=0.0)
    lighter = min(sum(left_a), sum(left_b))
    if heaviest_a > heaviest_b:
        heaviest_a, heaviest_b = heaviest_b, heaviest_a
    return (
        shared / heavier,
        lighter / heavier,
        heaviest_a,
        heaviest_b,
        kinship(a.form.asks, b.form.asks),
    )


def _leftovers(
    a: Prepared, b: Prepared, only_a: list[str], only_b: list[str]
) -> tuple[list[float], list[float]]:
    """The weights left over on each side; words with one beginning make up for each other."""
    left_a = {word: a.bag[word] for word in only_a}
    left_b = {word: b.bag[word] for word in only_b}
    for word in only_a[:MOST_LEFT]:
        for counterpart in only_b[:MOST_LEFT]:
            if word[:5] == counterpart[:5] and _akin(word, counterpart):
                left_a[word] *= 1 - RELATED_WEIGHT
                left_b[counterpart] *= 1 - RELATED_WEIGHT
    return list(left_a.values()), list(left_b.values())


def _akin(word: str, other: str) -> bool:
    """Whether two words share most of the shorter one as their beginning: "Sparta", "Spartan"."""
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < 5:
        return False
    common = 5
    while common < len(shorter) and shorter[common] == longer[common]:
        common += 1
    return common >= 0.7 * len(shorter)


def _is_same(a: Prepared, b: Prepared, left: list[str]) -> bool:
    """Whether no content tells them apart, or only "in X" where the whole corpus is about X."""
    if not left:
        return same_question(a.form, b.form)
    longer, shorter = (a, b) if len(a.bag) > len(b.bag) else (b, a)
    if len(left) > 1 or left[0] not in longer.subjects:
        return False
    rest = without_setting(longer.form, left[0])
    return rest is not None and same_question(rest, shorter.form)


def _verdict(score: float, guard: str | None, a: Form, b: Form) -> Verdict:
    if guard == "code" and a.blocks and b.blocks and a.blocks != b.blocks and len(a.content) < 4:
        return Verdict.DIFFERENT  # "What's the output?" is asked by its code
    if score >= LIKELY and guard is None:
        return Verdict.LIKELY
    return Verdict.POSSIBLE if score >= POSSIBLE else Verdict.DIFFERENT


def _recased(a: Form, b: Form) -> bool:
    """Whether one is the other in another case, prose and code alike ("WHAT IS `X`?").

    Where the prose is the same to the letter, the case of the code is content.
    """
    return a.prose != b.prose and a.blocks == b.blocks and a.key.casefold() == b.key.casefold()
