"""What all versions say of one topic or chapter, and which of it is printed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from curriculum_tools.model.guide import FieldKind, NotesStatus
from curriculum_tools.versions.alignment.align import Alignment
from curriculum_tools.versions.merge.choice import Choice, choose
from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidNotes,
    SaidText,
    SaidTopic,
    Version,
)

T = TypeVar("T")

Exists = Callable[[str], bool]

_RANKS = {NotesStatus.WRITTEN: 1, NotesStatus.COVERED: 2, NotesStatus.PLANNED: 3}


@dataclass(frozen=True, slots=True)
class Held:
    """The value of a field with the blocks in it; they are chosen as one."""

    texts: tuple[SaidText, ...] = ()
    notes: tuple[SaidNotes, ...] = ()
    blocks: tuple[SaidBlock, ...] = ()

    @property
    def text(self) -> str:
        """The value on one line, for people to choose by."""
        notes = (f"{notes.path} ({notes.status})" for notes in self.notes)
        return " ".join(
            [*(said.text for said in self.texts), *notes, *(b.text for b in self.blocks)]
        )


@dataclass(frozen=True, slots=True)
class TopicMember:
    """A topic where a version has it; `chapter` is the joined chapter, by its place."""

    version: int
    chapter: int
    said: SaidTopic


@dataclass(frozen=True, slots=True)
class JoinedTopic:
    """One topic of all versions; `home` chooses among joined chapters.

    Blocks were `added` and taken out (`gone`) by hand; a topic that was added so has no members.
    """

    members: tuple[TopicMember, ...]
    confidence: float
    title: Choice[str]
    home: Choice[int]
    fields: dict[FieldKind, Choice[Held]]
    added: tuple[SaidTopic, ...] = ()
    gone: tuple[SaidTopic, ...] = ()

    @property
    def content(self) -> tuple[tuple[str, ...], ...]:
        """What all versions say of it, as a key to sort by."""
        return tuple(sorted(_content(member.said) for member in self.members))

    def is_gone(self, kind: FieldKind) -> bool:
        """Tell whether a field was taken out by hand."""
        return kind in self.fields and self.fields[kind].value == Held()

    def held(self, kind: FieldKind) -> Held:
        """Give what is printed of a field."""
        return self.fields[kind].value if kind in self.fields else Held()


@dataclass(frozen=True, slots=True)
class ChapterMember:
    """A chapter where a version has it."""

    version: int
    said: SaidChapter


@dataclass(frozen=True, slots=True)
class JoinedChapter:
    """One chapter of all versions; topics outside any chapter stand in one without a title."""

    members: tuple[ChapterMember, ...]
    title: Choice[str] | None
    blocks: Choice[tuple[SaidBlock, ...]] | None

    @property
    def name(self) -> str:
        """The title; empty where there is none."""
        return self.title.value if self.title else ""

    @property
    def content(self) -> tuple[tuple[str, ...], ...]:
        """What all versions say of it, as a key to sort by."""
        return tuple(
            sorted(tuple(topic.title for topic in each.said.topics) for each in self.members)
        )


def join_chapters(
    versions: Sequence[Version], alignment: Alignment, *, declared: bool
) -> list[JoinedChapter]:
    """Join chapters, in the order of the alignment."""
    joined = []
    for cluster in alignment.chapters:
        members = tuple(
            ChapterMember(ref.version, versions[ref.version].chapters[ref.chapter])
            for ref in cluster.members
        )
        titles = [(m.version, m.said.title) for m in members if m.said.title is not None]
        blocks = [(m.version, m.said.blocks) for m in members if m.said.blocks]
        joined.append(
            JoinedChapter(
                members,
                choose(titles, str, declared=declared) if titles else None,
                choose(blocks, blocks_text, declared=declared) if blocks else None,
            )
        )
    return joined


def join_topics(
    versions: Sequence[Version],
    alignment: Alignment,
    chapters: Sequence[JoinedChapter],
    exists: Exists,
    *,
    declared: bool,
) -> list[JoinedTopic]:
    """Join topics, in the order of the alignment."""
    chapter_of = {
        ref: place for place, cluster in enumerate(alignment.chapters) for ref in cluster.members
    }
    places = {(ref.version, ref.chapter): place for ref, place in chapter_of.items()}

    def member(version: int, topic: int) -> TopicMember:
        source = versions[version]
        return TopicMember(version, places[version, source.chapter_of[topic]], source.topics[topic])

    joined = []
    for cluster in alignment.topics:
        members = tuple(member(ref.version, ref.topic) for ref in cluster.members)
        homes = [(m.version, m.chapter) for m in members]
        joined.append(
            JoinedTopic(
                members=members,
                confidence=cluster.confidence,
                title=choose([(m.version, m.said.title) for m in members], str, declared=declared),
                home=choose(
                    homes,
                    lambda place: chapters[place].name,
                    declared=declared,
                    rank=lambda place: 0 if chapters[place].title else 1,
                    support=lambda place: len(chapters[place].members),
                ),
                fields=dict(_fields(members, exists, declared=declared)),
            )
        )
    return joined


def _fields(
    members: Iterable[TopicMember], exists: Exists, *, declared: bool
) -> Iterator[tuple[FieldKind, Choice[Held]]]:
    def rank(held: Held) -> int:
        if any(n.status is not NotesStatus.PLANNED and exists(n.path) for n in held.notes):
            return 0
        return min((_RANKS[notes.status] for notes in held.notes), default=4)

    for kind in FieldKind:
        said = [(m.version, held) for m in members if (held := held_by(m.said, kind)) != Held()]
        if said:
            yield kind, choose(said, lambda held: held.text, declared=declared, rank=rank)


def held_by(topic: SaidTopic, kind: FieldKind) -> Held:
    """Give what a topic says in a field; of questions only what stands beside them."""
    blocks = tuple(block for block in topic.blocks if block.under is kind)
    if kind is FieldKind.DESCRIPTION:
        return Held(texts=topic.descriptions, blocks=blocks)
    if kind is FieldKind.PREREQUISITES:
        return Held(texts=topic.prerequisites, blocks=blocks)
    if kind is FieldKind.NOTES:
        return Held(notes=topic.notes, blocks=blocks)
    return Held(blocks=blocks)


def _content(topic: SaidTopic) -> tuple[str, ...]:
    questions = (question.text for question in topic.questions)
    paths = (notes.path for notes in topic.notes)
    return (topic.title, topic.description, *questions, *paths)


def blocks_text(blocks: Iterable[SaidBlock]) -> str:
    """Give blocks as one text, for people to choose by."""
    return "\n\n".join(block.text for block in blocks)
