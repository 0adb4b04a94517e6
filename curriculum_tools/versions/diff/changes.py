"""What changed between two versions of a curriculum, as values."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeAlias

from curriculum_tools.model.content import Block, Question, Section, Value
from curriculum_tools.model.dialect import Dialect, FieldSpec
from curriculum_tools.versions.version import Version


class Kind(StrEnum):
    """What a change is; those of fields are named after the field, as `changed_in` does."""

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
    QUESTION_ADDED = "question-added"
    QUESTION_REMOVED = "question-removed"
    QUESTION_REWORDED = "question-reworded"
    QUESTION_MOVED = "question-moved"
    ANSWER_CHANGED = "answer-changed"
    QUESTIONS_REORDERED = "questions-reordered"
    CONTENT_ADDED = "content-added"
    CONTENT_REMOVED = "content-removed"
    CONTENT_CHANGED = "content-changed"
    CONTENT_REORDERED = "content-reordered"


#: What may become of the status of notes, and is more than a change.
NOTES_STEPS = (("planned", "written"), ("covered", "written"), ("written", "planned"))


def changed_in(field: str, how: str) -> str:
    """Name a change of a field, or of one of its values: "notes-added"."""
    return f"{field}-{how}"


def kinds_in_order(dialect: Dialect) -> list[str]:
    """Return all kinds of changes in the order in which changes are listed."""
    kinds = list(Kind)
    of_fields = [
        changed_in(spec.name, how)
        for spec in _with_values(dialect)
        for how in (["changed"] if spec.is_text else [*_of_items(spec.name), "reordered"])
    ]
    first_after = kinds.index(Kind.QUESTION_ADDED)
    return [*kinds[:first_after], *of_fields, *kinds[first_after:]]


def _with_values(dialect: Dialect) -> list[FieldSpec]:
    return [spec for spec in dialect.fields if not spec.holds_questions]


def _of_items(field: str) -> list[str]:
    steps = [f"{before}-to-{after}" for before, after in NOTES_STEPS] if field == "notes" else []
    return ["added", "removed", "changed", *steps]


class Order(NamedTuple):
    """The names of chapters, topics or other parts, as a version orders them; the first of them."""

    names: tuple[str, ...]
    first: Section | Question | Block | Value


Said: TypeAlias = Section | Question | Block | Value | Order


class Side(NamedTuple):
    """What one version says where something changed, and in which topic or chapter it says it."""

    said: Said
    topic: Section | None = None
    chapter: Section | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change; a side is None where its version has nothing to say.

    `confidence` is how surely both sides are the same topic, chapter or question, where that
    was judged; `is_sure` is False where a reader should look.
    """

    kind: str
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

_OUTLINE: Mapping[str, Mapping[str, str]] = {
    "chapters": {
        "added": Kind.CHAPTER_ADDED,
        "removed": Kind.CHAPTER_REMOVED,
        "renamed": Kind.CHAPTER_RENAMED,
        "renumbered": Kind.CHAPTER_RENUMBERED,
    },
    "topics": {
        "added": Kind.TOPIC_ADDED,
        "removed": Kind.TOPIC_REMOVED,
        "renamed": Kind.TOPIC_RENAMED,
        "renumbered": Kind.TOPIC_RENUMBERED,
        "moved": Kind.TOPIC_MOVED,
    },
    "questions": {
        "added": Kind.QUESTION_ADDED,
        "removed": Kind.QUESTION_REMOVED,
        "reworded": Kind.QUESTION_REWORDED,
        "moved": Kind.QUESTION_MOVED,
    },
}


#: The order of the summary, as far as it is settled; the rest follows.
_FIRST = ("chapters", "topics", "questions", "notes", "descriptions", "front_matter", "title")


def _counted(dialect: Dialect) -> dict[str, Mapping[str, str]]:
    """Return what is counted in the summary: a kind of change for each name."""
    fields: dict[str, Mapping[str, str]] = {}
    order: dict[str, str] = {
        "chapters": Kind.CHAPTERS_REORDERED,
        "topics": Kind.TOPICS_REORDERED,
        "questions": Kind.QUESTIONS_REORDERED,
    }
    for spec in _with_values(dialect):
        hows = ["changed"] if spec.is_text else _of_items(spec.name)
        fields[spec.counted] = {how.replace("-", "_"): changed_in(spec.name, how) for how in hows}
        if not spec.is_text:
            order[spec.counted] = changed_in(spec.name, "reordered")
    order["content"] = Kind.CONTENT_REORDERED
    counted: dict[str, Mapping[str, str]] = {
        **_OUTLINE,
        **fields,
        "front_matter": {"changed": Kind.FRONT_MATTER_CHANGED},
        "title": {"changed": Kind.TITLE_CHANGED},
        "answers": {"changed": Kind.ANSWER_CHANGED},
        "content": {
            "added": Kind.CONTENT_ADDED,
            "removed": Kind.CONTENT_REMOVED,
            "changed": Kind.CONTENT_CHANGED,
        },
        "order": order,
    }
    return {name: counted[name] for name in dict.fromkeys([*_FIRST, *counted])}


@dataclass(frozen=True)
class Difference:
    """All that changed between two versions, sorted by kind, then as the versions go."""

    before: Version
    after: Version
    kept: Kept
    changes: tuple[Change, ...]

    def of(self, *kinds: str) -> Iterator[Change]:
        """Yield the changes of some kinds."""
        return (change for change in self.changes if change.kind in kinds)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many changes there are of each kind; 0 where there are none."""
        return Counter(change.kind for change in self.changes)

    @cached_property
    def summary(self) -> Summary:
        """The counts under the names that the JSON has for them."""
        summary = {
            what: {name: self.counts[kind] for name, kind in names.items()}
            for what, names in _counted(self.after.dialect).items()
        }
        for what, kept in self.kept._asdict().items():
            summary[what] = {"kept": kept, **summary[what]}
        gone, come = self._whole(Kind.TOPIC_REMOVED), self._whole(Kind.TOPIC_ADDED)
        summary["questions"] |= {
            "added_with_topic": sum(len(topic.questions) for topic in come),
            "removed_with_topic": sum(len(topic.questions) for topic in gone),
        }
        for spec in _with_values(self.after.dialect):
            if not spec.is_text:
                summary[spec.counted] |= {
                    "added_with_topic": sum(len(each.field(spec.name).values) for each in come),
                    "removed_with_topic": sum(len(each.field(spec.name).values) for each in gone),
                }
        return summary

    def _whole(self, kind: str) -> list[Section]:
        """Return the topics that came or went as a whole."""
        sides = (change.before or change.after for change in self.of(kind))
        return [side.said for side in sides if side and isinstance(side.said, Section)]
