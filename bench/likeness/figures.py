"""Figures of how well pairs are judged, with how far chance may move them."""

import random
from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from typing import NamedTuple

#: A score and whether the pair is one question.
Ranked = tuple[float, bool]
_RESAMPLES = 400
_Z = 1.96  #: for intervals of 95 %


class Interval(NamedTuple):
    """A figure and the 95 % interval around it."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        """Return ".71 (.60–.80)"."""
        return f"{self.value:.3f} ({self.low:.2f}–{self.high:.2f})"


def average_precision(ranked: Iterable[Ranked], positives: int) -> float:
    """Return the mean precision at each positive; a tie is one step, a missed positive is 0."""
    by_score: dict[float, list[bool]] = {}
    for score, label in ranked:
        by_score.setdefault(score, []).append(label)
    hits = seen = 0
    total = 0.0
    for score in sorted(by_score, reverse=True):
        labels = by_score[score]
        hits += sum(labels)
        seen += len(labels)
        total += sum(labels) * hits / seen
    return total / positives if positives else 0.0


def resampled(ranked: Sequence[Ranked], figure: Callable[[Sequence[Ranked]], float]) -> Interval:
    """Return a figure with the interval that drawing the pairs again gives it."""
    chance = random.Random(len(ranked))
    found = sorted(figure(chance.choices(ranked, k=len(ranked))) for _ in range(_RESAMPLES))
    edge = round(0.025 * _RESAMPLES)
    return Interval(figure(ranked), found[edge], found[-1 - edge])


def share(hits: float, count: float) -> Interval:
    """Return hits of count with Wilson's interval."""
    if not count:
        return Interval(0.0, 0.0, 1.0)
    rate = hits / count
    middle = (rate + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    spread = _Z * sqrt(rate * (1 - rate) / count + _Z**2 / (4 * count**2)) / (1 + _Z**2 / count)
    return Interval(rate, max(0.0, middle - spread), min(1.0, middle + spread))
