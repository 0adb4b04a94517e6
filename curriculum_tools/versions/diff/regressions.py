"""What an earlier version of a guide had and a later one has not, by its place in both guides."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from curriculum_tools.facts.topics import curriculum_topics
from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Notes, NotesStatus, Question, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.versions.diff.contents import pair_items
from curriculum_tools.versions.diff.following import readings
from curriculum_tools.versions.diff.match import Match, match
from curriculum_tools.versions.diff.reasked import compare_questions
from curriculum_tools.versions.version import version_of


class DroppedTopic(NamedTuple):
    """A topic that is gone; `chapter` is what its chapter is now, None where that is gone too."""

    topic: Section
    chapter: Section | None


class DroppedQuestion(NamedTuple):
    """A question that is gone, and its topic as it is now."""

    question: Question
    topic: Section


class RegressedNotes(NamedTuple):
    """Notes that were written, their topic as it is now, and what became of them; None is gone."""

    notes: Notes
    topic: Section
    planned: Notes | None


class Regressions:
    """What is gone since an earlier version, each worked out when first asked for."""

    def __init__(self, before: Guide, after: Guide) -> None:
        self.before = before
        self.after = after

    @cached_property
    def _match(self) -> Match:
        return match(version_of(self.before), version_of(self.after))

    def topics(self) -> Iterator[DroppedTopic]:
        """Yield the topics that are gone, whatever they held; sections of prose are none."""
        kept = {pair.before for pair in self._match.topics}
        counted = {topic.span for topic in curriculum_topics(self.before)}
        chapters = self._match.chapter_after
        for place, topic in enumerate(self.before.topics):
            if place not in kept and topic.span in counted:
                home = chapters.get(self._match.before.chapter_of[place])
                yield DroppedTopic(topic, None if home is None else self.after.chapters[home])

    def questions(self) -> Iterator[DroppedQuestion]:
        """Yield the questions of kept topics that are asked nowhere any more, in no words."""
        asked = {key(wording_of(q)) for topic in self._match.after.topics for q in topic.questions}
        for gone in compare_questions(self._match, readings(self._match)).removed:
            if key(wording_of(gone.question)) not in asked:
                pair = self._match.topics[gone.topic]
                question = self.before.topics[pair.before].questions[gone.place]
                yield DroppedQuestion(question, self.after.topics[pair.after])

    def notes(self) -> Iterator[RegressedNotes]:
        """Yield the notes of kept topics that were written, and that no topic names as such."""
        written = {
            notes.path
            for topic in self.after.topics
            for notes in topic.notes
            if notes.status is NotesStatus.WRITTEN
        }
        for pair in self._match.topics:
            before, after = self.before.topics[pair.before], self.after.topics[pair.after]
            said, said_after = self._match.topics_of(pair)
            pairs, left = pair_items(said.notes, said_after.notes)
            became = {one: after.notes[other] for (one, _), (other, _) in pairs}
            gone = {place for place, _ in left.before}
            for place, notes in enumerate(before.notes):
                if notes.status is not NotesStatus.WRITTEN or notes.path in written:
                    continue
                if place in gone or became[place].status is NotesStatus.PLANNED:
                    yield RegressedNotes(notes, after, became.get(place))


_LAST: list[Regressions] = []


def regressions(before: Guide, after: Guide) -> Regressions:
    """Return what is gone between two guides; the last answer is kept, for several rules ask."""
    if not (_LAST and _LAST[0].before is before and _LAST[0].after is after):
        _LAST[:] = [Regressions(before, after)]
    return _LAST[0]
