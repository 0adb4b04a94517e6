"""What really changed between two versions of a curriculum."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from curriculum_tools.model.content import Section
from curriculum_tools.versions.diff.changes import (
    Change,
    Difference,
    Kept,
    Kind,
    Order,
    Side,
    kinds_in_order,
)
from curriculum_tools.versions.diff.contents import content_changes
from curriculum_tools.versions.diff.following import Reading, readings
from curriculum_tools.versions.diff.match import Match, match
from curriculum_tools.versions.diff.outline_changes import outline_changes
from curriculum_tools.versions.diff.reasked import ComparedQuestions, compare_questions
from curriculum_tools.versions.diff.remaining import in_order
from curriculum_tools.versions.diff.rewordings import Reasked, TopicQuestion
from curriculum_tools.versions.version import Version


def diff(before: Version, after: Version) -> Difference:
    """Compare two versions.

    Without a change both say the same, but for layout and for references that follow their topic
    to its new number. The other direction gives the same changes with the sides exchanged.
    """
    matched = match(before, after)
    read = readings(matched)
    questions = compare_questions(matched, read)
    changes = [
        *outline_changes(matched),
        *content_changes(matched, read),
        *_question_changes(matched, questions, read),
    ]
    chapters = [pair for pair in matched.chapters if matched.chapters_of(pair)[0].is_headed]
    topics = [pair for pair in matched.topics if any(t.is_headed for t in matched.topics_of(pair))]
    order = {kind: place for place, kind in enumerate(kinds_in_order(after.dialect))}
    return Difference(
        before,
        after,
        Kept(len(chapters), len(topics), len(questions.kept)),
        tuple(sorted(map(_with_chapters(matched), changes), key=lambda each: order[each.kind])),
    )


def _with_chapters(matched: Match) -> Callable[[Change], Change]:
    """Return what adds the chapter to changes in topics that have no heading of their own."""
    versions = (matched.before, matched.after)
    chapters = [{id(t): c for c in v.chapters for t in c.sections} for v in versions]

    def placed(side: Side | None, number: int) -> Side | None:
        if side is None or side.topic is None or side.topic.is_headed:
            return side
        chapter = chapters[number].get(id(side.topic))
        return side._replace(chapter=chapter) if chapter and chapter.is_headed else side

    return lambda change: replace(
        change, before=placed(change.before, 0), after=placed(change.after, 1)
    )


def _question_changes(
    matched: Match, questions: ComparedQuestions, read: tuple[Reading, Reading]
) -> Iterator[Change]:
    topics = [matched.topics_of(pair) for pair in matched.topics]
    for kind, pairs in (
        (Kind.QUESTION_REWORDED, questions.reworded),
        (Kind.QUESTION_MOVED, questions.moved),
    ):
        for before, after, score in pairs:
            sides = _side(before, topics, 0), _side(after, topics, 1)
            yield Change(kind, *sides, score)
    for pair in (*questions.kept, *questions.reworded, *questions.moved):
        answers = (pair.before.question.answer, pair.after.question.answer)
        if read[0].answer(answers[0]) != read[1].answer(answers[1]):
            yield Change(
                Kind.ANSWER_CHANGED, _side(pair.before, topics, 0), _side(pair.after, topics, 1)
            )
    for asked in questions.removed:
        yield Change(Kind.QUESTION_REMOVED, before=_side(asked, topics, 0))
    for asked in questions.added:
        yield Change(Kind.QUESTION_ADDED, after=_side(asked, topics, 1))
    yield from _question_order(topics, questions.kept)


def _side(asked: TopicQuestion, topics: list[tuple[Section, Section]], side: int) -> Side:
    return Side(asked.question, topic=topics[asked.topic][side])


def _question_order(topics: list[tuple[Section, Section]], kept: list[Reasked]) -> Iterator[Change]:
    """Yield the topics in which the questions that were kept stand in another order."""
    places: dict[int, list[tuple[int, int]]] = {}
    for pair in kept:
        places.setdefault(pair.before.topic, []).append((pair.before.place, pair.after.place))
    for number, pairs in sorted(places.items()):
        if not in_order(pairs):
            one, other = (
                Side(Order(tuple(q.text for q in topic.questions), topic), topic=topic)
                for topic in topics[number]
            )
            yield Change(Kind.QUESTIONS_REORDERED, one, other)
