"""What all versions say of one topic or chapter, and which of it is printed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from curriculum_tools.model.content import Block, Field, Section
from curriculum_tools.model.dialect import FieldSpec
from curriculum_tools.versions.alignment.align import Alignment
from curriculum_tools.versions.choice import Choice
from curriculum_tools.versions.merge.introductions import introductions
from curriculum_tools.versions.version import Versions

Exists = Callable[[str], bool]

#: The rank of a field without any value.
UNRANKED = 4


@dataclass(frozen=True, slots=True)
class Member:
    """A topic or chapter as a version has it; `chapter` is the joined chapter of a topic."""

    version: int
    said: Section
    chapter: int = -1


@dataclass(frozen=True, slots=True)
class JoinedTopic:
    """One topic of all versions; `home` chooses among joined chapters.

    Blocks were `added` and taken out (`gone`) by hand; a topic that was added so has no members.
    """

    members: tuple[Member, ...]
    confidence: float
    title: Choice[str]
    home: Choice[int]
    fields: dict[str, Choice[Field]]
    added: tuple[Section, ...] = ()
    gone: tuple[Section, ...] = ()

    @property
    def content(self) -> tuple[tuple[str, ...], ...]:
        """What all versions say of it, as a key to sort by."""
        return tuple(sorted(_content(member.said) for member in self.members))

    def is_gone(self, name: str) -> bool:
        """Tell whether a field was taken out by hand."""
        return name in self.fields and self.fields[name].value.says_nothing


@dataclass(frozen=True, slots=True)
class JoinedChapter:
    """One chapter of all versions; topics outside any chapter stand in one without a title."""

    members: tuple[Member, ...]
    title: Choice[str] | None
    blocks: Choice[tuple[Block, ...]] | None

    @property
    def name(self) -> str:
        """The title; empty where there is none."""
        return self.title.value if self.title else ""

    @property
    def content(self) -> tuple[tuple[str, ...], ...]:
        """What all versions say of it, as a key to sort by."""
        titles = (tuple(topic.title for topic in each.said.sections) for each in self.members)
        return tuple(sorted(titles))


def join_chapters(versions: Versions, alignment: Alignment) -> list[JoinedChapter]:
    """Join chapters, in the order of the alignment."""
    joined = []
    for cluster in alignment.chapters:
        members = tuple(
            Member(ref.version, versions.items[ref.version].chapters[ref.chapter])
            for ref in cluster.members
        )
        titles = [(m.version, m.said.title) for m in members if m.said.is_headed]
        said = [(m.version, m.said.blocks) for m in members]
        blocks = introductions(said, versions.dialect.templates)
        joined.append(
            JoinedChapter(
                members, versions.choose(titles, str), versions.choose(blocks, blocks_text)
            )
        )
    return joined


def join_topics(
    versions: Versions, alignment: Alignment, chapters: Sequence[JoinedChapter], exists: Exists
) -> list[JoinedTopic]:
    """Join topics, in the order of the alignment."""
    places = {
        (ref.version, ref.chapter): place
        for place, cluster in enumerate(alignment.chapters)
        for ref in cluster.members
    }

    def member(version: int, topic: int) -> Member:
        source = versions.items[version]
        return Member(version, source.topics[topic], places[version, source.chapter_of[topic]])

    joined = []
    for cluster in alignment.topics:
        members = tuple(member(ref.version, ref.topic) for ref in cluster.members)
        title = versions.choose([(m.version, m.said.title) for m in members], str)
        home = versions.choose(
            [(m.version, m.chapter) for m in members],
            lambda place: chapters[place].name,
            rank=lambda place: 0 if chapters[place].title else 1,
            support=lambda place: len(chapters[place].members),
        )
        if title and home:
            fields = dict(_fields(versions, members, exists))
            joined.append(JoinedTopic(members, cluster.confidence, title, home, fields))
    return joined


def _fields(
    versions: Versions, members: Iterable[Member], exists: Exists
) -> Iterator[tuple[str, Choice[Field]]]:
    for spec in versions.dialect.fields:
        fields = ((m.version, m.said.field(spec.name)) for m in members)
        said = [(version, field) for version, field in fields if not field.says_nothing]
        choice = versions.choose(said, lambda field: field.text, rank=_rank(spec, exists))
        if choice:
            yield spec.name, choice


def _rank(spec: FieldSpec, exists: Exists) -> Callable[[Field], int]:
    """Return how a field is ranked: as the best of its values; one without values comes last."""
    rank_value = spec.rank
    if rank_value is None:
        return lambda _field: 0

    def rank(field: Field) -> int:
        return min((rank_value(value, exists) for value in field.values), default=UNRANKED)

    return rank


def _content(topic: Section) -> tuple[str, ...]:
    questions = (question.text for question in topic.questions)
    paths = (notes.path for notes in topic.notes)
    description = topic.description
    return (topic.title, description.text if description else "", *questions, *paths)


def blocks_text(blocks: Iterable[Block]) -> str:
    """Return blocks as one text, for people to choose by."""
    return "\n\n".join(block.text for block in blocks)
