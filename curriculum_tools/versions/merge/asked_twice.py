"""Questions of a merged guide that probably ask the same, as `lint` and `duplicates` find them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curriculum_tools.facts.repeats import alike_pairs
from curriculum_tools.likeness import Verdict, key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.merge.result import MergedChapter
from curriculum_tools.versions.version import Version


@dataclass(frozen=True, slots=True)
class AskedTwice:
    """Two questions that nobody has ruled on, by their places among the joined ones.

    `score` in [0, 1] tells how alike they are.
    """

    a: int
    b: int
    score: float
    verdict: Verdict


def asked_twice(
    plan: Plan, chapters: Sequence[MergedChapter], rulings: Rulings
) -> Iterator[AskedTwice]:
    """Yield the pairs of the guide that is written, best first, then what only a version has.

    Each guide weighs words for itself, as it does where it is linted.
    """
    known: set[frozenset[int]] = set()
    for found in (_printed(plan, chapters, rulings), *_in_versions(plan, rulings)):
        for pair in found:
            places = frozenset((pair.a, pair.b))
            if len(places) == 2 and places not in known:
                known.add(places)
                yield pair


def _printed(
    plan: Plan, chapters: Sequence[MergedChapter], rulings: Rulings
) -> Iterator[AskedTwice]:
    topics = [topic for chapter in chapters for topic in chapter.topics]
    questions = [question.said for topic in topics for question in topic.questions]
    places = [q for topic in plan.outline.place_of_topic for q in plan.questions_of[topic]]
    for a, b, judged in alike_pairs(questions, [topic.said for topic in topics], rulings):
        yield AskedTwice(places[a], places[b], judged.score, judged.verdict)


def _in_versions(plan: Plan, rulings: Rulings) -> Iterator[Iterator[AskedTwice]]:
    return (_in_version(plan, version, rulings) for version in plan.versions.items)


def _in_version(plan: Plan, version: Version, rulings: Rulings) -> Iterator[AskedTwice]:
    """Yield the pairs of a version that are printed apart."""
    questions = [question for topic in version.topics for question in topic.questions]
    places = [plan.questions.place_of.get(key(wording_of(question))) for question in questions]
    for a, b, judged in alike_pairs(questions, version.topics, rulings):
        one, other = places[a], places[b]
        if one is not None and other is not None and _are_printed(plan, one, other):
            yield AskedTwice(one, other, judged.score, judged.verdict)


def _are_printed(plan: Plan, *questions: int) -> bool:
    return all(plan.questions.joined[question].homes for question in questions)
