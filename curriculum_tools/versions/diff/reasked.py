"""What became of the questions of the topics that two versions have."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from curriculum_tools.likeness import Weights, key, normalise, weigh
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import NO_ANSWER, Question, Section
from curriculum_tools.versions.diff.following import Reading
from curriculum_tools.versions.diff.match import Match
from curriculum_tools.versions.diff.remaining import Remaining
from curriculum_tools.versions.diff.rewordings import Reasked, TopicQuestion, take_rewordings


class ComparedQuestions(NamedTuple):
    """The questions of kept topics; what is moved may be reworded too."""

    kept: list[Reasked]
    reworded: list[Reasked]
    moved: list[Reasked]
    removed: list[TopicQuestion]
    added: list[TopicQuestion]


def compare_questions(match: Match, readings: tuple[Reading, Reading]) -> ComparedQuestions:
    """Pair the questions that both versions ask: equal ones first, then the most alike."""
    left = Remaining(
        _asked(match.before.topics, {pair.before: n for n, pair in enumerate(match.topics)}),
        _asked(match.after.topics, {pair.after: n for n, pair in enumerate(match.topics)}),
    )
    read, read_after = readings[0].question, readings[1].question
    kept = left.take_equal(lambda a: (a.topic, _unanswered(a.question)))
    kept += left.take_equal(
        lambda a: (a.topic, read(a.question)), lambda a: (a.topic, read_after(a.question))
    )
    equal = left.take_equal(lambda a: (a.topic, key(wording_of(a.question))))
    equal += left.take_equal(lambda a: key(wording_of(a.question)))
    equal += left.take_equal(lambda a: (a.topic, normalise(a.question.text)))  # over other code
    found = [Reasked(*pair) for pair in (*kept, *equal)]
    if left.before and left.after:
        found += take_rewordings(left, found, _weights(match))
    changed = sorted(found[len(kept) :], key=lambda pair: pair.before[:2])
    return ComparedQuestions(
        kept=found[: len(kept)],
        reworded=[pair for pair in changed if pair.before.topic == pair.after.topic],
        moved=[pair for pair in changed if pair.before.topic != pair.after.topic],
        removed=left.before,
        added=left.after,
    )


def _unanswered(question: Question) -> Question:
    return replace(question, answer=NO_ANSWER)


def _description(topic: Section) -> str:
    return topic.description.text if topic.description else ""


def _asked(topics: Sequence[Section], pair_of: dict[int, int]) -> Iterator[TopicQuestion]:
    """Yield the questions of a version's kept topics, in its own order."""
    for place, topic in enumerate(topics):
        if place in pair_of:
            last = len(topic.questions) - 1
            for number, question in enumerate(topic.questions):
                yield TopicQuestion(pair_of[place], number, number == last, question)


def _weights(match: Match) -> Weights:
    """Weigh words by the questions of both versions, whichever is the earlier one."""
    topics = [*match.before.topics, *match.after.topics]
    wordings = {wording_of(question) for topic in topics for question in topic.questions}
    return weigh(sorted(wordings), sorted(set(map(_description, topics))))
