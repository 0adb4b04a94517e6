"""The index of a curriculum: every topic with its notes, and how many of them are there."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from curriculum_tools.model.content import NotesStatus, Section, Value
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.versions.merge.result import MergedChapter, MergedTopic, Origin
from curriculum_tools.versions.translation_matrix import TranslatedGuide
from curriculum_tools.versions.version import Version

_BEST_FIRST = (NotesStatus.WRITTEN, NotesStatus.COVERED, NotesStatus.PLANNED)


@dataclass(frozen=True, slots=True)
class NotesFile:
    """A file of notes that is there.

    `link` leads to it from where the index stands, `page` from the folder of all notes; it is
    None for a file outside that folder.
    """

    link: str
    page: str | None


#: Gives the file at a notes path, as seen from the guides of these names.
Locate = Callable[[str, tuple[str, ...]], NotesFile | None]


@dataclass(frozen=True, slots=True)
class IndexNotes:
    """A reference to notes; `file` is None where none is there."""

    path: str
    status: NotesStatus
    file: NotesFile | None


@dataclass(frozen=True, slots=True)
class IndexTopic:
    """A topic; `questions` counts them, `origins` tell where the guides have it.

    `fields` are the values of its other fields that list something, by the fields' names.
    """

    number: str | None
    title: str
    questions: int
    notes: tuple[IndexNotes, ...]
    origins: tuple[Origin, ...]
    fields: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    @property
    def best(self) -> IndexNotes | None:
        """The notes the topic counts by: written, else covered, else planned; found ones first."""
        return min(
            self.notes,
            key=lambda notes: (_BEST_FIRST.index(notes.status), notes.file is None),
            default=None,
        )

    @property
    def is_not_found(self) -> bool:
        """Tell whether the topic has notes that should be there and are not."""
        best = self.best
        return best is not None and best.status is not NotesStatus.PLANNED and best.file is None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many topics have notes; each counts once, so written to none add up to topics.

    `not_found` are those of written and covered whose file is missing.
    """

    topics: int
    written: int
    planned: int
    covered: int
    none: int
    not_found: int


def coverage(topics: Iterable[IndexTopic]) -> Coverage:
    """Count the notes of topics."""
    topics = list(topics)
    statuses = Counter(topic.best.status if topic.best else None for topic in topics)
    return Coverage(
        topics=len(topics),
        written=statuses[NotesStatus.WRITTEN],
        planned=statuses[NotesStatus.PLANNED],
        covered=statuses[NotesStatus.COVERED],
        none=statuses[None],
        not_found=sum(topic.is_not_found for topic in topics),
    )


@dataclass(frozen=True)
class IndexChapter:
    """A chapter; topics outside any chapter stand in one without number and title.

    `questions` counts those of its topics, and those that stand in none.
    """

    number: str | None
    title: str
    topics: tuple[IndexTopic, ...]
    questions: int = 0
    origins: tuple[Origin, ...] = ()

    @property
    def name(self) -> str:
        """The number, if it has one, and the title."""
        return f"{self.number}. {self.title}".rstrip() if self.number else self.title

    @cached_property
    def coverage(self) -> Coverage:
        """The coverage of its topics."""
        return coverage(self.topics)


@dataclass(frozen=True)
class Index:
    """The index of a guide, or of several as one.

    `folder` is that of all notes, as seen from where the index stands, None where no notes are
    there; `files` are the files of notes in it, as paths from it. Where guides have templates
    (`has_templates`), there may be chapters without topics, and topics need no notes.
    """

    title: str | None
    chapters: tuple[IndexChapter, ...]
    folder: str | None = None
    files: tuple[str, ...] = ()
    has_templates: bool = False
    translations: tuple[TranslatedGuide, ...] = ()

    @property
    def counts_questions(self) -> bool:
        """Whether it is questions that are counted, as no topic has notes where it need not."""
        topics = (topic for chapter in self.chapters for topic in chapter.topics)
        return self.has_templates and not any(topic.notes for topic in topics)

    @cached_property
    def questions(self) -> int:
        """How many questions there are."""
        return sum(chapter.questions for chapter in self.chapters)

    @cached_property
    def coverage(self) -> Coverage:
        """The coverage of all topics."""
        return coverage(topic for chapter in self.chapters for topic in chapter.topics)


def index_chapters(
    chapters: Iterable[MergedChapter], locate: Locate, dialect: Dialect
) -> Iterator[IndexChapter]:
    """Yield chapters as an index has them."""
    listed = [spec.name for spec in dialect.fields if spec.is_listed and spec.name != "notes"]
    for chapter in chapters:
        named = (t for t in chapter.topics if t.said.is_headed or dialect.templates is None)
        topics = tuple(_topic(topic, locate, listed) for topic in named)
        questions = sum(len(topic.said.questions) for topic in chapter.topics)
        said = chapter.said
        yield IndexChapter(said.number, said.title, topics, questions, chapter.origins)


def as_printed(version: Version) -> Iterator[MergedChapter]:
    """Yield the chapters of one version as they stand, under its own numbers."""
    for chapter in version.chapters:
        topics = tuple(
            MergedTopic(topic, (), (_origin(version, topic),), 1.0) for topic in chapter.sections
        )
        yield MergedChapter(chapter, topics, (_origin(version, chapter),))


def _origin(version: Version, said: Section) -> Origin:
    return Origin(version.name, said.number, said.title, version.line_of(said))


def _topic(topic: MergedTopic, locate: Locate, listed: Iterable[str]) -> IndexTopic:
    guides = tuple(dict.fromkeys(origin.source for origin in topic.origins))
    said = topic.said
    notes = tuple(
        IndexNotes(notes.path, notes.status, locate(notes.path, guides)) for notes in said.notes
    )
    fields = {name: said.field(name).values for name in listed}
    return IndexTopic(said.number, said.title, len(said.questions), notes, topic.origins, fields)
