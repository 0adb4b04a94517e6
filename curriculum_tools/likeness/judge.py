"""Judging a pair of questions: a score, a verdict, and the guard that lowered it."""

from math import exp, fsum
from operator import mul
from typing import NamedTuple

from curriculum_tools.likeness import semantic_coefficients as semantic
from curriculum_tools.likeness.analysis import Analysis
from curriculum_tools.likeness.closeness import Closeness
from curriculum_tools.likeness.coefficients import COEFFICIENTS, INTERCEPT
from curriculum_tools.likeness.features import Features, features
from curriculum_tools.likeness.guards import guard_of
from curriculum_tools.likeness.same_question import same_question, without_setting
from curriculum_tools.likeness.vocabulary import (
    FAR_ASPECT,
    LEAST_CLOSE,
    LEAST_SHARED,
    LIKELY,
    POSSIBLE,
    SAME_SCORE,
)
from curriculum_tools.likeness.weights import Prepared, Weights
from curriculum_tools.likeness.word_runs import differing_runs
from curriculum_tools.likeness.wording import Verdict, Wording

#: The score of wordings that differ only in case.
RECASED = 0.99


class Judgement(NamedTuple):
    """The score and verdict for two questions."""

    score: float  #: the probability that a maintainer would keep only one
    verdict: Verdict
    guard: str | None  #: what lowered the verdict
    a: Wording
    b: Wording

    @property
    def differs(self) -> tuple[tuple[str, str], ...]:
        """The words of `a` and of `b` that differ, run by run; computed on access."""
        return differing_runs(self.a.text, self.b.text)


def judge(
    a: Wording, b: Wording, weights: Weights, closeness: Closeness | None = None
) -> Judgement:
    """Judge two questions by their wordings, the weights and their closeness; symmetric."""
    score, verdict, guard = judge_prepared(weights.prepare(a), weights.prepare(b), closeness)
    return Judgement(score, verdict, guard, a, b)


def judge_prepared(
    a: Prepared, b: Prepared, closeness: Closeness | None = None
) -> tuple[float, Verdict, str | None]:
    """Return score, verdict and guard of two prepared wordings.

    Closeness makes another score, never `same`, and lets questions be alike that share few words.
    """
    one, other = a.analysis, b.analysis
    if one.key == other.key:
        return 1.0, Verdict.SAME, None
    if len(one.key) == len(other.key) and _recased(one, other):
        return RECASED, Verdict.SAME, None
    # fsum gives the same sum in either order
    shared = fsum([weight for word, weight in a.bag.items() if word in b.bag])
    heavier = max(a.total, b.total)
    is_enough = heavier > 0 and shared >= LEAST_SHARED * heavier
    close = None if closeness is None else closeness.of(a.wording, b.wording)
    if not is_enough and (close is None or close < LEAST_CLOSE):
        return POSSIBLE * shared / (heavier or 1.0) * 0.5, Verdict.DIFFERENT, None
    if one.key > other.key:
        a, b = b, a
    return _weighed(a, b, shared, close, is_enough=is_enough)


def features_of(a: Prepared, b: Prepared) -> Features:
    """Return the features of two prepared wordings; used to learn the coefficients."""
    only_a, only_b = _left(a, b), _left(b, a)
    guard = guard_of(a.analysis, b.analysis, only_a, only_b)
    shared = fsum([weight for word, weight in a.bag.items() if word in b.bag])
    return features(a, b, (only_a, only_b), shared, guarded=guard is not None)


def _left(a: Prepared, b: Prepared) -> list[str]:
    return [word for word in a.bag if word not in b.bag]


def _weighed(
    a: Prepared, b: Prepared, shared: float, close: float | None, *, is_enough: bool
) -> tuple[float, Verdict, str | None]:
    """Judge two questions that share enough weight to be compared, or are close without."""
    one, other = a.analysis, b.analysis
    only_a, only_b = _left(a, b), _left(b, a)
    guard = guard_of(one, other, only_a, only_b)
    if is_enough and guard is None and not (only_a and only_b) and _is_same(a, b, only_a or only_b):
        return SAME_SCORE, Verdict.SAME, None
    values = features(a, b, (only_a, only_b), shared, guarded=guard is not None)
    if not is_enough:
        values = values._replace(slipped=0.0)  # too few words vouch for a slip
    score = _probability(values, close)
    if guard is None and values.kinship < FAR_ASPECT:
        guard = "aspect"
    return score, _verdict(score, guard, one, other), guard


def _probability(values: Features, close: float | None) -> float:
    """Return what the regression makes of the features, and of the closeness if it is known."""
    if close is None:
        return 1 / (1 + exp(-INTERCEPT - fsum(map(mul, COEFFICIENTS, values))))
    linear = semantic.INTERCEPT + fsum(map(mul, semantic.COEFFICIENTS, (*values, close)))
    return min(SAME_SCORE, 1 / (1 + exp(-linear)))  # it never knows more than rules do


def _is_same(a: Prepared, b: Prepared, left: list[str]) -> bool:
    """Return whether no content tells them apart, or only "in X" in a corpus about X."""
    if not left:
        return same_question(a.analysis, b.analysis)
    longer, shorter = (a, b) if len(a.bag) > len(b.bag) else (b, a)
    if len(left) > 1 or left[0] not in longer.subjects:
        return False
    rest = without_setting(longer.analysis, left[0])
    return rest is not None and same_question(rest, shorter.analysis)


def _verdict(score: float, guard: str | None, a: Analysis, b: Analysis) -> Verdict:
    if guard == "code" and a.blocks and b.blocks and a.blocks != b.blocks and len(a.content) < 4:
        return Verdict.DIFFERENT  # "What's the output?" is asked by its code
    if score >= LIKELY and guard is None:
        return Verdict.LIKELY
    return Verdict.POSSIBLE if score >= POSSIBLE else Verdict.DIFFERENT


def _recased(a: Analysis, b: Analysis) -> bool:
    """Return whether two wordings differ only in case, in prose and code ("WHAT IS `X`?").

    If the prose is equal to the letter, the case of the code is content; so are capitals that
    make a name of a pronoun.
    """
    return (
        a.prose != b.prose
        and a.blocks == b.blocks
        and a.key.casefold() == b.key.casefold()
        and (a.prose.isupper() or b.prose.isupper() or set(a.content) == set(b.content))
    )
