"""What a merge gives: the guide, where everything in it comes from, and what is left to decide."""

from dataclasses import dataclass
from enum import StrEnum

from curriculum_tools.model.content import Question, Section
from curriculum_tools.model.rulings import (
    AbsentFromNewest,
    PresenceRuling,
    QuestionName,
    Ruling,
    TopicName,
)
from curriculum_tools.versions.choice import By
from curriculum_tools.versions.merge.account import Accounting
from curriculum_tools.versions.merge.joined_questions import Fold
from curriculum_tools.versions.merge.source_news import SourceNews
from curriculum_tools.versions.merge.stale_rulings import StaleRuling
from curriculum_tools.versions.version import Version, Versions


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

    said: Question
    origins: tuple[QuestionOrigin, ...]


@dataclass(frozen=True, slots=True)
class MergedTopic:
    """A topic as it is printed; `confidence` in [0, 1] is that of its weakest join."""

    said: Section
    questions: tuple[MergedQuestion, ...]
    origins: tuple[Origin, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class MergedChapter:
    """A chapter as it is printed."""

    said: Section
    topics: tuple[MergedTopic, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class ConflictOption:
    """A value that some versions have, named in the order of their names.

    The `ruling` settles that it is this one; without any, it is settled by hand.
    """

    value: str
    sources: tuple[str, ...]
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different values for one thing; `number` and `title` are those of its chapter or topic.

    `ruled` is the ruling over something that versions have changed since.
    """

    kind: str
    number: str | None
    title: str | None
    options: tuple[ConflictOption, ...]
    chosen: int
    by: By
    is_open: bool
    ruled: Ruling | None = None

    @property
    def suggestion(self) -> Ruling | None:
        """A ruling that settles it as it is now; what has none is settled by hand."""
        return self.options[self.chosen].ruling


@dataclass(frozen=True, slots=True)
class ReviewMember:
    """One of two that may be the same; `topic` is it, or the one that asks it, as it is printed."""

    source: str
    line: int | None
    number: str | None
    text: str
    topic: MergedTopic | None = None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Two topics, chapters or questions that may be the same and were left apart.

    Of a question that is kept in several topics, `places` are what rulings call it in each.
    """

    kind: str
    confidence: float
    members: tuple[ReviewMember, ...]
    suggestion: Ruling
    places: tuple[QuestionName, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """The topics of a chapter that the newest version does not have, and what rulings call them.

    The chapter is `called` something if no other has its name.
    """

    chapter: MergedChapter
    topics: tuple[MergedTopic, ...]
    names: tuple[TopicName, ...]
    called: str | None


@dataclass(frozen=True, slots=True)
class Overruled:
    """A ruling on a value, and what the versions said when it was made."""

    ruling: Ruling
    said: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged guide with all that is to be said about it; `text` is the guide as Markdown."""

    guide: Version
    text: str
    versions: Versions
    chapters: tuple[MergedChapter, ...]
    conflicts: tuple[Conflict, ...]
    review: tuple[ReviewItem, ...]
    absent: tuple[Absent, ...]
    stale: tuple[StaleRuling, ...]
    overruled: tuple[Overruled, ...]
    accounting: Accounting

    @property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts that nothing but a tie has settled."""
        return tuple(conflict for conflict in self.conflicts if conflict.is_open)

    @property
    def suggestions(self) -> tuple[Ruling, ...]:
        """Rulings that settle what is open as it is now; one for all that is absent."""
        found = [item.suggestion for item in self.review]
        found += [each.suggestion for each in self.open_conflicts if each.suggestion]
        if self.absent:
            found.append(PresenceRuling(what=AbsentFromNewest(), is_kept=True))
        return tuple(found)

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is left to decide."""
        return not (self.open_conflicts or self.review or self.absent or self.stale)


class State(StrEnum):
    """What has become of the files that a merge makes."""

    WROTE = "wrote"
    UNCHANGED = "unchanged"
    STALE = "stale"  # they would be written otherwise, and were only checked


@dataclass(frozen=True, slots=True)
class MergeReport:
    """A merge as it is told: with the paths of the guide, its lock, and the decisions file.

    The lock `is_repaired` where git had left conflicts in it. The `news` are what versions did not
    say when they were merged last.
    """

    merged: Merged
    output: str
    lock: str
    decisions: str
    state: State
    is_repaired: bool = False
    news: tuple[SourceNews, ...] = ()
