"""What a merge gives: the guide, where everything in it comes from, and what is left to decide."""

from dataclasses import dataclass
from enum import StrEnum

from curriculum_tools.versions.choice import By
from curriculum_tools.versions.version import SaidChapter, SaidQuestion, SaidTopic, Version


class Fold(StrEnum):
    """How a question of a version stands in the merged guide."""

    KEPT = "kept"
    EXACT = "exact"
    SAME = "same"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a version has a chapter or topic."""

    source: str
    number: str | None
    title: str
    line: int | None


@dataclass(frozen=True, slots=True)
class QuestionOrigin:
    """Where a version has a question, in which words; `topic` is the number printed there."""

    source: str
    topic: str | None
    line: int | None
    text: str
    fold: Fold


@dataclass(frozen=True, slots=True)
class MergedQuestion:
    """A question as it is printed."""

    said: SaidQuestion
    origins: tuple[QuestionOrigin, ...]


@dataclass(frozen=True, slots=True)
class MergedTopic:
    """A topic as it is printed; `confidence` in [0, 1] is that of its weakest join."""

    said: SaidTopic
    questions: tuple[MergedQuestion, ...]
    origins: tuple[Origin, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class MergedChapter:
    """A chapter as it is printed."""

    said: SaidChapter
    topics: tuple[MergedTopic, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class ConflictOption:
    """A value that some versions have, named in the order of their names."""

    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different values for one thing; `number` and `title` are those of its chapter or topic."""

    kind: str
    number: str | None
    title: str | None
    options: tuple[ConflictOption, ...]
    chosen: int
    by: By
    open: bool


@dataclass(frozen=True, slots=True)
class ReviewMember:
    """One of two that may be the same."""

    source: str
    line: int | None
    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Two topics, chapters or questions that may be the same and were left apart."""

    kind: str
    confidence: float
    members: tuple[ReviewMember, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """The topics of a chapter that the newest version does not have."""

    chapter: MergedChapter
    topics: tuple[MergedTopic, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged guide with all that is to be said about it."""

    guide: Version
    chapters: tuple[MergedChapter, ...]
    conflicts: tuple[Conflict, ...]
    review: tuple[ReviewItem, ...]
    absent: tuple[Absent, ...]
