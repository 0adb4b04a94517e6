"""What one version of a curriculum says: its guide without spans, marks and layout.

Two versions that say the same are equal wherever their lines stand, and a version can be read
back from a lock as well as from a guide. `line` (from 1, None where only a lock stands in for
the guide) tells where something is said and is no part of what is said.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from curriculum_tools.likeness.wording import Wording
from curriculum_tools.model.guide import (
    Block,
    BlockKind,
    Chapter,
    Field,
    FieldKind,
    Guide,
    NotesStatus,
    Question,
    Topic,
)
from curriculum_tools.model.source import Source, Span
from curriculum_tools.versions.closed import closed

_COVERED = re.compile(r"\bcovered\s+(?P<manner>[^`\n]*?\S)\s+in\b", re.IGNORECASE)
_NOTHING = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s*)*")


@dataclass(frozen=True, slots=True)
class SaidBlock:
    """Content that is no known field; `under` is the field that holds it, if one does.

    Code is fenced. The kind follows from the text and is no part of what is said.
    """

    kind: BlockKind = field(compare=False)
    text: str
    under: FieldKind | None = None
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SaidText:
    """A description, or the name of a prerequisite."""

    text: str
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SaidNotes:
    """A reference to detailed notes; `manner` is how they cover the topic, as "conceptually"."""

    path: str
    status: NotesStatus
    remark: str | None = None
    manner: str | None = None
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SaidQuestion:
    """A question with what hangs below it, which is part of which question it is."""

    text: str
    blocks: tuple[SaidBlock, ...] = ()
    line: int | None = field(default=None, compare=False)

    @property
    def wording(self) -> Wording:
        """The question as `likeness` judges it."""
        return Wording(self.text, tuple(block.text for block in self.blocks))


@dataclass(frozen=True, slots=True)
class SaidTopic:
    """A topic; `lead` are the blocks in front of its first field, `blocks` the others."""

    number: str | None
    title: str
    descriptions: tuple[SaidText, ...] = ()
    prerequisites: tuple[SaidText, ...] = ()
    notes: tuple[SaidNotes, ...] = ()
    questions: tuple[SaidQuestion, ...] = ()
    lead: tuple[SaidBlock, ...] = ()
    blocks: tuple[SaidBlock, ...] = ()
    line: int | None = field(default=None, compare=False)

    @property
    def description(self) -> str:
        """The first description; empty where there is none."""
        return self.descriptions[0].text if self.descriptions else ""


@dataclass(frozen=True, slots=True)
class SaidChapter:
    """A chapter; the title is None for topics that stand before any chapter."""

    number: str | None
    title: str | None
    blocks: tuple[SaidBlock, ...] = ()
    topics: tuple[SaidTopic, ...] = ()
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Version:
    """A version under its name; `front_matter` is the text between its fences."""

    name: str
    title: SaidText | None
    front_matter: SaidText | None
    prose: tuple[SaidBlock, ...]
    chapters: tuple[SaidChapter, ...]

    @cached_property
    def topics(self) -> tuple[SaidTopic, ...]:
        """All topics in their order."""
        return tuple(topic for chapter in self.chapters for topic in chapter.topics)

    @cached_property
    def chapter_of(self) -> tuple[int, ...]:
        """For each topic the place of its chapter among the chapters, from 0."""
        return tuple(place for place, chapter in enumerate(self.chapters) for _ in chapter.topics)


def version_of(guide: Guide, name: str | None = None) -> Version:
    """Give what a guide says; its chapters and topics stand in the guide's own order."""
    source = guide.source
    return Version(
        name=name or guide.path,
        title=_title(guide),
        front_matter=_front_matter(guide),
        prose=tuple(_blocks(source, guide.blocks)),
        chapters=tuple(_chapter(source, chapter) for chapter in guide.chapters),
    )


def _title(guide: Guide) -> SaidText | None:
    for heading in guide.headings:
        if heading.level == 1:
            number = f"{heading.number.text} " if heading.number else ""
            return SaidText(number + heading.title.text, guide.source.line_of(heading.span.start))
    return None


def _front_matter(guide: Guide) -> SaidText | None:
    if guide.front_matter_span is None:
        return None
    lines = guide.source.slice(guide.front_matter_span).strip().splitlines()
    text = "\n".join(lines[1:-1])
    return SaidText(text, 1) if text.strip() else None


def _chapter(source: Source, chapter: Chapter) -> SaidChapter:
    return SaidChapter(
        number=chapter.number,
        title=chapter.title if chapter.heading else None,
        blocks=tuple(_blocks(source, chapter.blocks)),
        topics=tuple(_topic(source, topic) for topic in chapter.topics),
        line=source.line_of(chapter.span.start),
    )


def _topic(source: Source, topic: Topic) -> SaidTopic:
    first = topic.fields[0].span.start if topic.fields else topic.span.end
    lead = [block for block in topic.blocks if block.span.start < first]
    after = [block for block in topic.blocks if block.span.start >= first]
    held = [block for kind in FieldKind for block in _held(source, topic.fields_of(kind))]
    return SaidTopic(
        number=topic.number,
        title=topic.title,
        descriptions=tuple(
            SaidText(each.text.text, source.line_of(each.text.span.start))
            for each in topic.fields_of(FieldKind.DESCRIPTION)
            if each.text
        ),
        prerequisites=tuple(
            SaidText(name.text, source.line_of(name.span.start)) for name in topic.prerequisites
        ),
        notes=tuple(_notes(source, topic)),
        questions=tuple(_question(source, question) for question in topic.questions),
        lead=tuple(_blocks(source, lead)),
        blocks=(*held, *_blocks(source, after)),
        line=source.line_of(topic.heading.title.span.start),
    )


def _notes(source: Source, topic: Topic) -> Iterator[SaidNotes]:
    for each in topic.fields_of(FieldKind.NOTES):
        for notes in each.notes:
            before = source.slice(Span(each.span.start, notes.span.start))
            covered = _COVERED.search(before) if notes.status is NotesStatus.COVERED else None
            manner = covered["manner"] if covered else None
            line = source.line_of(notes.span.start)
            yield SaidNotes(notes.path, notes.status, notes.remark, manner, line)


def _question(source: Source, question: Question) -> SaidQuestion:
    blocks = tuple(_blocks(source, question.blocks))
    return SaidQuestion(question.text, blocks, source.line_of(question.span.start))


def _held(source: Source, fields: Iterable[Field]) -> Iterator[SaidBlock]:
    """Yield what stands in fields beside their values; of notes without a path, the text."""
    for each in fields:
        if each.text and each.kind is not FieldKind.DESCRIPTION:
            line = source.line_of(each.text.span.start)
            yield SaidBlock(BlockKind.PARAGRAPH, each.text.text, each.kind, line)
        yield from _blocks(source, each.blocks, each.kind)


def _blocks(
    source: Source, blocks: Iterable[Block], under: FieldKind | None = None
) -> Iterator[SaidBlock]:
    for block in blocks:
        text = block.text.replace("\r\n", "\n").replace("\r", "\n")
        if _NOTHING.fullmatch(text):
            continue  # empty bullets
        line = source.line_of(block.span.start)
        yield SaidBlock(block.kind, closed(text, block.kind), under, line)
