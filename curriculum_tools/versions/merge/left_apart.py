"""What may be the same and was left apart, and what the newest version does not have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from curriculum_tools.likeness.question_rulings import question_ruling, ruling_text
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.rulings import PairRuling, PresenceRuling
from curriculum_tools.versions.alignment.linkage import Doubt
from curriculum_tools.versions.merge.asked_twice import AskedTwice
from curriculum_tools.versions.merge.joined_questions import AskedQuestion, JoinedQuestion
from curriculum_tools.versions.merge.parts import Member
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.merge.result import (
    Absent,
    MergedChapter,
    MergedTopic,
    ReviewItem,
    ReviewMember,
)

#: A version, and the line, number and text of what it says.
_Place: TypeAlias = tuple[int, int | None, str | None, str]


def review(
    plan: Plan, chapters: Sequence[MergedChapter], alike: Iterable[AskedTwice]
) -> Iterator[ReviewItem]:
    """Yield the topics, chapters and questions that may be the same and were left apart."""
    reviewer = _Reviewer(plan, dict(_printed_topics(plan, chapters)))
    printed = plan.outline.number_of_topic
    for doubt in plan.alignment.doubtful_topics:
        is_named = plan.topics[doubt.a].title.value and plan.topics[doubt.b].title.value
        can_be_ruled = plan.own_name(doubt.a) and plan.own_name(doubt.b)
        if is_named and can_be_ruled and doubt.a in printed and doubt.b in printed:
            yield reviewer.topics(doubt)
    for doubt in plan.alignment.doubtful_chapters:
        has_names = plan.is_named_alone(doubt.a) and plan.is_named_alone(doubt.b)
        if has_names and {doubt.a, doubt.b} <= set(plan.outline.chapters.items):
            yield reviewer.chapters(doubt)
    questions = plan.questions.joined
    for question in questions:
        kept = {(name, home) for name in question.keys for home in question.homes}
        if len(question.homes) > 1 and kept.isdisjoint(plan.kept_questions):
            yield reviewer.repeated(question)
    for pair in alike:
        yield reviewer.questions(questions[pair.a], questions[pair.b], pair.score)


def _printed_topics(
    plan: Plan, chapters: Sequence[MergedChapter]
) -> Iterator[tuple[int, MergedTopic]]:
    """Yield the topics as they are printed, each with its place among the joined ones."""
    topics = (topic for chapter in chapters for topic in chapter.topics)
    return zip(plan.outline.place_of_topic, topics, strict=True)


@dataclass(frozen=True, slots=True)
class _Reviewer:
    """Shows what was left apart: where to look, and the topics as they are printed."""

    plan: Plan
    printed: Mapping[int, MergedTopic]

    def topics(self, doubt: Doubt) -> ReviewItem:
        """Return two topics that may be one."""
        members = tuple(
            self._first(self._places(self.plan.topics[place].members), place)
            for place in (doubt.a, doubt.b)
        )
        a, b = self.plan.topic_name(doubt.a), self.plan.topic_name(doubt.b)
        same = PairRuling(a=a, b=b, same=True)
        return ReviewItem("same-topic", doubt.confidence, members, same)

    def chapters(self, doubt: Doubt) -> ReviewItem:
        """Return two chapters that may be one."""
        members = tuple(
            self._first(self._places(chapter.members))
            for chapter in (self.plan.chapters[doubt.a], self.plan.chapters[doubt.b])
        )
        a, b = self.plan.chapter_name(doubt.a), self.plan.chapter_name(doubt.b)
        same = PairRuling(a=a, b=b, same=True)
        return ReviewItem("same-chapter", doubt.confidence, members, same)

    def questions(self, a: JoinedQuestion, b: JoinedQuestion, score: float) -> ReviewItem:
        """Return two questions that more probably ask the same than not."""
        texts = (ruling_text(wording_of(each.printed)) for each in (a, b))
        ruling = question_ruling(*texts, same=True)
        members = tuple(self._where_asked(each.asked, each.homes[0]) for each in (a, b))
        return ReviewItem("same-question", score, members, ruling)

    def repeated(self, question: JoinedQuestion) -> ReviewItem:
        """Return a question that two topics keep, because one of them has no other."""
        members = tuple(
            self._where_asked([each for each in question.asked if each.topic == home], home)
            for home in question.homes
        )
        name = self.plan.question_name
        places = tuple(name(question, home) for home in question.homes)
        keep = PresenceRuling(what=places[-1], is_kept=True)
        return ReviewItem("same-question", 1.0, members, keep, places)

    def _where_asked(self, asked: Iterable[AskedQuestion], home: int) -> ReviewMember:
        """Return the place to look at: in a version, else in the merged guide, written by hand."""
        line = self.plan.line
        found = [(a.version, line(a.version, a.said), a.number, a.said.text) for a in asked]
        in_versions = [each for each in found if each[0] != self.plan.by_hand]
        return self._first(in_versions or found, home)

    def _places(self, members: Iterable[Member]) -> list[_Place]:
        line = self.plan.line
        return [(m.version, line(m.version, m.said), m.said.number, m.said.title) for m in members]

    def _first(self, said: Sequence[_Place], topic: int | None = None) -> ReviewMember:
        """Return the place to look at: that of the newest version, else of the first by name."""
        printed = None if topic is None else self.printed[topic]
        members = [
            (version, ReviewMember(self.plan.source(version), line, number, text, printed))
            for version, line, number, text in said
        ]
        if self.plan.versions.in_order:
            return max(members, key=lambda item: item[0])[1]
        return min((one for _, one in members), key=lambda one: (one.source, one.line or 0))


def absent(plan: Plan, chapters: Sequence[MergedChapter]) -> Iterator[Absent]:
    """Yield what the newest version does not have and nobody has ruled about, by chapter."""
    for place, chapter in zip(plan.outline.chapters.items, chapters, strict=True):
        topics = plan.outline.topics[place].items
        asked = plan.absent - plan.present.keys()
        left = [
            (plan.topic_name(topic), merged)
            for topic, merged in zip(topics, chapter.topics, strict=True)
            if topic in asked
        ]
        if left:
            names, missing = zip(*left, strict=True)
            called = plan.chapter_name(place).title if plan.is_named_alone(place) else None
            yield Absent(chapter, missing, names, called)
