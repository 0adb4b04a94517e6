"""A guide as it stands in its file: chapters, topics, fields, questions, and all the rest.

Every node has a span in the guide's source. The leaves tile that source: sorted, without gap
or overlap, every character in exactly one; what is not recognised is kept as it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from curriculum_tools.model.field_kind import FieldKind as FieldKind
from curriculum_tools.model.source import Source, Span


class LeafKind(StrEnum):
    """What a leaf is."""

    BOM = "bom"
    FRONT_MATTER = "front-matter"
    MARKUP = "markup"  # heading marks, bullets, indentation, bold marks, line ends, blank lines
    NUMBER = "number"
    TITLE = "title"
    LABEL = "label"
    TEXT = "text"  # descriptions, questions, prerequisites, remarks, prose
    PATH = "path"
    CODE = "code"
    HTML = "html"
    OTHER = "other"


class Leaf(NamedTuple):
    """A piece of the source; the leaves of a guide, joined, are its text."""

    kind: LeafKind
    start: int
    text: str

    @property
    def span(self) -> Span:
        """The span of this leaf."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its place: Markdown marks kept, soft line breaks joined by one space."""

    text: str
    span: Span


class BlockKind(StrEnum):
    """What a block is that is no known field."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    CODE = "code"
    TABLE = "table"
    QUOTE = "quote"
    HTML = "html"
    HEADING = "heading"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """Content that is no known field, kept as it is.

    A paragraph's text is joined to one line; any other block's is its source without the
    indentation of what contains it. `label` is the bold label that a bullet begins with.
    """

    kind: BlockKind
    text: str
    span: Span
    label: Text | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (1 to 6), its number as printed, and its title."""

    level: int
    number: Text | None
    title: Text
    span: Span


class NotesStatus(StrEnum):
    """Whether notes stand in a file of their own, are still to be written, or stand elsewhere."""

    WRITTEN = "written"
    PLANNED = "planned"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Notes:
    """A reference to a file of detailed notes; the span is that of the path itself."""

    path: str
    status: NotesStatus
    remark: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what hangs below it: code, a hint, options, an answer.

    The span is that of the question's own text; `extent` covers its whole list item, from the
    bullet to the last of its blocks.
    """

    text: str
    span: Span
    extent: Span
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A bullet of a topic that is a known field.

    `label` is None for a placeholder, which has none. Of `text`, `notes`, `prerequisites` and
    `questions` only what its kind has is filled. `blocks` is what else stands in the field.
    """

    kind: FieldKind
    label: Text | None
    span: Span
    text: Text | None = None
    notes: tuple[Notes, ...] = ()
    prerequisites: tuple[Text, ...] = ()
    questions: tuple[Question, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether the field says nothing."""
        return not (self.text or self.notes or self.prerequisites or self.questions or self.blocks)


@dataclass(frozen=True, slots=True)
class Topic:
    """A numbered topic: a heading, its fields in the order they stand, and other blocks."""

    heading: Heading
    span: Span
    fields: tuple[Field, ...]
    blocks: tuple[Block, ...]

    @property
    def number(self) -> str | None:
        """The number as printed."""
        return self.heading.number.text if self.heading.number else None

    @property
    def title(self) -> str:
        """The title without its number."""
        return self.heading.title.text

    @property
    def description(self) -> Text | None:
        """The first description that says something."""
        return next(
            (field.text for field in self.fields_of(FieldKind.DESCRIPTION) if field.text), None
        )

    @property
    def prerequisites(self) -> tuple[Text, ...]:
        """The topics that this one builds on, as named."""
        return tuple(name for field in self.fields for name in field.prerequisites)

    @property
    def notes(self) -> tuple[Notes, ...]:
        """The references to detailed notes."""
        return tuple(notes for field in self.fields for notes in field.notes)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions in their order."""
        return tuple(question for field in self.fields for question in field.questions)

    def fields_of(self, kind: FieldKind) -> Iterator[Field]:
        """Yield the fields of one kind."""
        return (field for field in self.fields if field.kind is kind)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: a heading, blocks before the first topic, and topics.

    Topics that stand before any chapter are held by one without a heading.
    """

    heading: Heading | None
    span: Span
    blocks: tuple[Block, ...]
    topics: tuple[Topic, ...]

    @property
    def number(self) -> str | None:
        """The number as printed."""
        return self.heading.number.text if self.heading and self.heading.number else None

    @property
    def title(self) -> str:
        """The title without its number; empty where there is no heading."""
        return self.heading.title.text if self.heading else ""


class FaultKind(StrEnum):
    """What can go wrong in reading a guide."""

    ENCODING = "encoding"
    FRONT_MATTER = "front-matter"


@dataclass(frozen=True, slots=True)
class ReadingFault:
    """A place that could not be read, and why."""

    kind: FaultKind
    message: str
    span: Span


@dataclass(frozen=True)
class Guide:
    """A whole guide: the tree of what it says, and the leaves of how it says it.

    `front_matter` is None where there is none and where it is no mapping.
    """

    source: Source
    front_matter: Mapping[str, object] | None
    front_matter_span: Span | None
    headings: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    leaves: tuple[Leaf, ...]
    faults: tuple[ReadingFault, ...] = ()

    @property
    def path(self) -> str:
        """The path the guide is known by."""
        return self.source.path

    @cached_property
    def title(self) -> str | None:
        """The first heading of level 1, else the front matter's title."""
        for heading in self.headings:
            if heading.level == 1:
                return heading.title.text
        named = (self.front_matter or {}).get("title")
        return None if named is None else str(named)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """All topics in their order."""
        return tuple(topic for chapter in self.chapters for topic in chapter.topics)

    @cached_property
    def questions(self) -> tuple[tuple[Topic, Question], ...]:
        """All questions in their order, each with its topic."""
        return tuple((topic, question) for topic in self.topics for question in topic.questions)
