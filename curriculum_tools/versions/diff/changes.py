"""What changed between two versions of a curriculum, as values."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeAlias

from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidNotes,
    SaidQuestion,
    SaidText,
    SaidTopic,
    Version,
)


class Kind(StrEnum):
    """What a change is, in the order in which changes are listed."""

    TITLE_CHANGED = "title-changed"
    FRONT_MATTER_CHANGED = "front-matter-changed"
    CHAPTER_ADDED = "chapter-added"
    CHAPTER_REMOVED = "chapter-removed"
    CHAPTER_RENAMED = "chapter-renamed"
    CHAPTER_RENUMBERED = "chapter-renumbered"
    CHAPTERS_REORDERED = "chapters-reordered"
    TOPIC_ADDED = "topic-added"
    TOPIC_REMOVED = "topic-removed"
    TOPIC_RENAMED = "topic-renamed"
    TOPIC_RENUMBERED = "topic-renumbered"
    TOPIC_MOVED = "topic-moved"
    TOPICS_REORDERED = "topics-reordered"
    DESCRIPTION_CHANGED = "description-changed"
    PREREQUISITES_CHANGED = "prerequisites-changed"
    NOTES_ADDED = "notes-added"
    NOTES_REMOVED = "notes-removed"
    NOTES_CHANGED = "notes-changed"
    NOTES_PLANNED_TO_WRITTEN = "notes-planned-to-written"
    NOTES_COVERED_TO_WRITTEN = "notes-covered-to-written"
    NOTES_WRITTEN_TO_PLANNED = "notes-written-to-planned"
    NOTES_REORDERED = "notes-reordered"
    QUESTION_ADDED = "question-added"
    QUESTION_REMOVED = "question-removed"
    QUESTION_REWORDED = "question-reworded"
    QUESTION_MOVED = "question-moved"
    QUESTIONS_REORDERED = "questions-reordered"
    CONTENT_ADDED = "content-added"
    CONTENT_REMOVED = "content-removed"
    CONTENT_CHANGED = "content-changed"
    CONTENT_REORDERED = "content-reordered"


class SaidOrder(NamedTuple):
    """The names of chapters, topics or other parts, as a version orders them."""

    names: tuple[str, ...]
    line: int | None = None


Said: TypeAlias = (
    SaidChapter | SaidTopic | SaidQuestion | SaidNotes | SaidText | SaidBlock | SaidOrder
)


class Side(NamedTuple):
    """What one version says where something changed, and in which topic or chapter it says it."""

    said: Said
    topic: SaidTopic | None = None
    chapter: SaidChapter | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change; a side is None where its version has nothing to say.

    `confidence` is how surely both sides are the same topic, chapter or question, where that
    was judged; `is_sure` is False where a reader should look.
    """

    kind: Kind
    before: Side | None = None
    after: Side | None = None
    confidence: float | None = None
    is_sure: bool = True


class Kept(NamedTuple):
    """How much is in both versions; the questions are those that no word of changed."""

    chapters: int
    topics: int
    questions: int


Summary: TypeAlias = Mapping[str, Mapping[str, int]]

_COUNTED: Mapping[str, tuple[tuple[str, Kind], ...]] = {
    "chapters": (
        ("added", Kind.CHAPTER_ADDED),
        ("removed", Kind.CHAPTER_REMOVED),
        ("renamed", Kind.CHAPTER_RENAMED),
        ("renumbered", Kind.CHAPTER_RENUMBERED),
    ),
    "topics": (
        ("added", Kind.TOPIC_ADDED),
        ("removed", Kind.TOPIC_REMOVED),
        ("renamed", Kind.TOPIC_RENAMED),
        ("renumbered", Kind.TOPIC_RENUMBERED),
        ("moved", Kind.TOPIC_MOVED),
    ),
    "questions": (
        ("added", Kind.QUESTION_ADDED),
        ("removed", Kind.QUESTION_REMOVED),
        ("reworded", Kind.QUESTION_REWORDED),
        ("moved", Kind.QUESTION_MOVED),
    ),
    "notes": (
        ("added", Kind.NOTES_ADDED),
        ("removed", Kind.NOTES_REMOVED),
        ("changed", Kind.NOTES_CHANGED),
        ("planned_to_written", Kind.NOTES_PLANNED_TO_WRITTEN),
        ("covered_to_written", Kind.NOTES_COVERED_TO_WRITTEN),
        ("written_to_planned", Kind.NOTES_WRITTEN_TO_PLANNED),
    ),
    "descriptions": (("changed", Kind.DESCRIPTION_CHANGED),),
    "front_matter": (("changed", Kind.FRONT_MATTER_CHANGED),),
    "title": (("changed", Kind.TITLE_CHANGED),),
    "prerequisites": (("changed", Kind.PREREQUISITES_CHANGED),),
    "content": (
        ("added", Kind.CONTENT_ADDED),
        ("removed", Kind.CONTENT_REMOVED),
        ("changed", Kind.CONTENT_CHANGED),
    ),
    "order": (
        ("chapters", Kind.CHAPTERS_REORDERED),
        ("topics", Kind.TOPICS_REORDERED),
        ("questions", Kind.QUESTIONS_REORDERED),
        ("notes", Kind.NOTES_REORDERED),
        ("content", Kind.CONTENT_REORDERED),
    ),
}


@dataclass(frozen=True)
class Difference:
    """All that changed between two versions, sorted by kind, then as the versions go."""

    before: Version
    after: Version
    kept: Kept
    changes: tuple[Change, ...]

    def of(self, *kinds: Kind) -> Iterator[Change]:
        """Yield the changes of some kinds."""
        return (change for change in self.changes if change.kind in kinds)

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        """How many changes there are of each kind; 0 where there are none."""
        return Counter(change.kind for change in self.changes)

    @cached_property
    def summary(self) -> Summary:
        """The counts under the names that the JSON has for them."""
        summary = {
            what: {name: self.counts[kind] for name, kind in names}
            for what, names in _COUNTED.items()
        }
        for what, kept in self.kept._asdict().items():
            summary[what] = {"kept": kept, **summary[what]}
        gone, come = self._whole(Kind.TOPIC_REMOVED), self._whole(Kind.TOPIC_ADDED)
        summary["questions"] |= {
            "added_with_topic": sum(len(topic.questions) for topic in come),
            "removed_with_topic": sum(len(topic.questions) for topic in gone),
        }
        summary["notes"] |= {
            "added_with_topic": sum(len(topic.notes) for topic in come),
            "removed_with_topic": sum(len(topic.notes) for topic in gone),
        }
        return summary

    def _whole(self, kind: Kind) -> list[SaidTopic]:
        """Give the topics that came or went as a whole."""
        sides = (change.before or change.after for change in self.of(kind))
        return [side.said for side in sides if side and isinstance(side.said, SaidTopic)]
