"""Which questions of two versions are one question in other words, best first.

In a topic a pair that is probable enough is a rewording. Another one is where most words stayed and
the topic kept other questions; where it kept none, they were replaced. A question between the
neighbours of another needs to be only a little like it. Across topics only `same` will do, for a
question is seldom moved and reworded at once.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from curriculum_tools.likeness import (
    Judgement,
    Verdict,
    Weights,
    Wording,
    find_pairs,
    judge,
    key,
    normalise,
)
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Question
from curriculum_tools.versions.diff.remaining import Remaining

#: How alike a question must be to the one in whose place it stands.
_LEAST_IN_PLACE = 0.05
#: How probable a pair of one topic must be: two versions have more in common than a guide with
#: itself, for which the probabilities are made.
_LEAST_IN_TOPIC = 0.25
#: With less, or where a guard speaks against it, so many of the words must have stayed.
_MOSTLY_KEPT = 0.8


class TopicQuestion(NamedTuple):
    """A question of a kept topic: the topic by its place among the pairs, its own place there.

    `is_last` tells that no question follows it in its topic.
    """

    topic: int
    place: int
    is_last: bool
    question: Question


class Reasked(NamedTuple):
    """A question that both versions ask; `score` is how alike the two wordings are."""

    before: TopicQuestion
    after: TopicQuestion
    score: float = 1.0


def take_rewordings(
    left: Remaining[TopicQuestion], found: Iterable[Reasked], weights: Weights
) -> list[Reasked]:
    """Take the rewordings out of what is left; `found` is what is paired already."""
    settled = [pair for pair in found if pair.before.topic == pair.after.topic]
    reworded: list[Reasked] = []
    steps: tuple[Callable[[], Iterator[Reasked]], ...] = (
        lambda: _in_topics(left, {pair.before.topic for pair in settled}, weights),
        lambda: _in_place(left, [*settled, *reworded], weights),
        lambda: _across(left, weights),
    )
    for step in steps:
        pairs = list(step())
        left.take([(pair.before, pair.after) for pair in pairs])
        reworded += pairs
    return reworded


def _in_topics(
    left: Remaining[TopicQuestion], lively: set[int], weights: Weights
) -> Iterator[Reasked]:
    """Yield the rewordings inside topics; `lively` are the topics that kept questions."""
    topics: dict[int, tuple[list[TopicQuestion], list[TopicQuestion]]] = {}
    for side, questions in enumerate((left.before, left.after)):
        for asked in questions:
            topics.setdefault(asked.topic, ([], []))[side].append(asked)
    for topic, (before, after) in topics.items():
        is_lively = topic in lively
        for judgement, ones, others in _candidates(before, after, weights, Verdict.POSSIBLE):
            if _is_sure(judgement) or (is_lively and _is_mostly_kept(judgement)):
                is_lively = is_lively or bool(ones and others)
                yield from _taken(judgement, ones, others)


def _across(left: Remaining[TopicQuestion], weights: Weights) -> Iterator[Reasked]:
    """Yield the questions that went to another topic and are in other words there."""
    for candidate in _candidates(left.before, left.after, weights, Verdict.SAME):
        yield from _taken(*candidate)


def _in_place(
    left: Remaining[TopicQuestion], found: Iterable[Reasked], weights: Weights
) -> Iterator[Reasked]:
    """Yield the questions that stand between the neighbours of another and are like it."""
    partner = {(p.before.topic, p.before.place): p.after.place for p in found}
    after = {(asked.topic, asked.place): asked for asked in left.after}
    for one in left.before:
        above = partner.get((one.topic, one.place - 1)) if one.place else -1
        other = after.get((one.topic, above + 1)) if above is not None else None
        if other is None:
            continue
        below = partner.get((one.topic, one.place + 1))
        if below != other.place + 1 and not (one.is_last and other.is_last):
            continue
        judgement = judge(wording_of(one.question), wording_of(other.question), weights)
        if judgement.score >= _LEAST_IN_PLACE and judgement.guard is None:
            yield Reasked(one, other, judgement.score)


def _candidates(
    before: Iterable[TopicQuestion],
    after: Iterable[TopicQuestion],
    weights: Weights,
    at_least: Verdict,
) -> list[tuple[Judgement, list[TopicQuestion], list[TopicQuestion]]]:
    """Return pairs of wordings, best first, each with the questions that have them.

    What is equally good is in an order of content, the same for both directions.
    """
    ones, others = _by_wording(before), _by_wording(after)
    wordings = [wording_of(copies[0].question) for copies in (*ones, *others)]
    found = find_pairs(wordings, weights, at_least=at_least).pairs
    pairs = [
        (pair.judgement, ones[pair.a], others[pair.b - len(ones)])
        for pair in found
        if pair.a < len(ones) <= pair.b
    ]
    return sorted(pairs, key=lambda pair: _best_first(pair[0]))


def _best_first(judgement: Judgement) -> tuple[int, float, list[Wording]]:
    return judgement.verdict.rank, -judgement.score, sorted([judgement.a, judgement.b])


def _by_wording(questions: Iterable[TopicQuestion]) -> list[list[TopicQuestion]]:
    copies: dict[str, list[TopicQuestion]] = {}
    for asked in questions:
        copies.setdefault(key(wording_of(asked.question)), []).append(asked)
    return list(copies.values())


def _taken(
    judgement: Judgement, ones: list[TopicQuestion], others: list[TopicQuestion]
) -> Iterator[Reasked]:
    """Take as many questions of two wordings as both versions have."""
    while ones and others:
        yield Reasked(ones.pop(0), others.pop(0), judgement.score)


def _is_sure(judgement: Judgement) -> bool:
    """Tell whether a pair of one topic is a rewording whatever became of its neighbours."""
    return judgement.guard is None and judgement.score >= _LEAST_IN_TOPIC


def _is_mostly_kept(judgement: Judgement) -> bool:
    """Tell whether most words of a possible pair stayed."""
    one, other = (Counter(normalise(each.text).split()) for each in (judgement.a, judgement.b))
    return 2 * (one & other).total() >= _MOSTLY_KEPT * (one.total() + other.total())
