"""What a guide says: one tree of sections, fields, questions and blocks.

The tree is the same whether it was parsed from a file, read from a lock or made by a merge. Where
a node stands in its source (`span`) is kept beside what it says and is no part of it: nodes that
say the same are equal, wherever they stand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, Self

from curriculum_tools.model.source import Span
from curriculum_tools.model.written import WrittenQuestion, WrittenSection

#: The span of what stands in no source.
NOWHERE = Span(0, 0)


class Value(Protocol):
    """One of the values of a field, such as a text or a reference to notes."""

    @property
    def span(self) -> Span:
        """The span of the value itself, without marks and label."""

    @property
    def text(self) -> str:
        """The value on one line; what it is compared and sorted by."""

    def __hash__(self) -> int:
        """Values are equal when they say the same."""

    def as_json(self) -> dict[str, str]:
        """Return what the value says, as a lock keeps it."""

    @classmethod
    def of_json(cls, said: Mapping[str, Any]) -> Self:
        """Read the value back; raises KeyError, TypeError or ValueError."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text: Markdown marks kept, soft line breaks joined by one space."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return self.text

    def as_json(self) -> dict[str, str]:
        """Return the text as a lock keeps it."""
        return {"text": self.text}

    @classmethod
    def of_json(cls, said: Mapping[str, Any]) -> "Text":
        """Read a text back; raises KeyError or ValueError."""
        return cls(_string(said, "text"))


class NotesStatus(StrEnum):
    """Whether notes stand in a file of their own, are still to be written, or stand elsewhere."""

    WRITTEN = "written"
    PLANNED = "planned"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Notes:
    """A reference to a file of detailed notes; the span is that of the path itself.

    `manner` says how notes elsewhere cover the topic, as in "covered conceptually in".
    """

    path: str
    status: NotesStatus
    remark: str | None = None
    span: Span = field(default=NOWHERE, compare=False)
    manner: str | None = None

    @property
    def text(self) -> str:
        """The path."""
        return self.path

    def __str__(self) -> str:
        return f"{self.path} ({self.status})"

    def as_json(self) -> dict[str, str]:
        """Return the reference as a lock keeps it."""
        more = {"remark": self.remark, "manner": self.manner}
        said = {"path": self.path, "status": self.status.value}
        return said | {name: value for name, value in more.items() if value}

    @classmethod
    def of_json(cls, said: Mapping[str, Any]) -> "Notes":
        """Read a reference back; raises KeyError or ValueError."""
        remark, manner = (_string(said, n) if n in said else None for n in ("remark", "manner"))
        status = NotesStatus(_string(said, "status"))
        return cls(_string(said, "path"), status, remark, manner=manner)


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
    indentation of what contains it. The kind follows from the text. `label` is the bold label that
    a bullet begins with.
    """

    kind: BlockKind = field(compare=False)
    text: str
    span: Span = field(default=NOWHERE, compare=False)
    label: Text | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Option:
    """One of the options of a question; the label is its letter, where it has one."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)
    label: Text | None = field(default=None, compare=False)

    @property
    def letter(self) -> str | None:
        """The letter in capitals."""
        return self.label.text.upper() if self.label else None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: the texts of the options that are ticked, and what stands below.

    `names` are the letters of the options that it names, in capitals, and `wording` is the text of
    the option where it repeats that beside its letter. It `is_unfinished` where it says that it is
    still to be written. What stands below `is_aside` where the dialect writes answers otherwise.
    The span is that of what stands below, without the marks around it.
    """

    ticked: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    names: tuple[Text, ...] = ()
    is_unfinished: bool = False
    wording: Text | None = None
    is_aside: bool = field(default=False, compare=False)
    span: Span = field(default=NOWHERE, compare=False)

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters that it names, in capitals."""
        return tuple(name.text for name in self.names)

    @property
    def text(self) -> str:
        """The answer as one text, for people to choose by."""
        return "\n\n".join([*self.ticked, *self.letters, *(block.text for block in self.blocks)])


NO_ANSWER = Answer()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what hangs below it.

    Text, prompt (code, figures, tables) and options are which question it is; the answer is a value
    of it. The span is that of the question's own text; `extent` covers its whole list item, from
    the bullet to the end of the last block.
    """

    text: str
    prompt: tuple[Block, ...] = ()
    options: tuple[Option, ...] = ()
    answer: Answer = NO_ANSWER
    span: Span = field(default=NOWHERE, compare=False)
    extent: Span = field(default=NOWHERE, compare=False)
    blocks: tuple[Block, ...] = field(default=(), compare=False)
    number: Text | None = field(default=None, compare=False)
    written: WrittenQuestion | None = field(default=None, compare=False)

    @property
    def is_answered(self) -> bool:
        """Whether an answer stands below it; ticks mark options and are none."""
        answer = self.answer
        return bool(answer.names or (answer.blocks and not answer.is_aside))


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a topic by the name of its `FieldSpec`: its values, and what else stands in it.

    `label` is None for a placeholder, which has none. The questions of a questions field are those
    of its topic.
    """

    name: str
    values: tuple[Value, ...] = ()
    blocks: tuple[Block, ...] = ()
    label: Text | None = field(default=None, compare=False)
    span: Span = field(default=NOWHERE, compare=False)

    @property
    def text(self) -> str:
        """All that it says on one line, for people to choose by."""
        return " ".join([*map(str, self.values), *(block.text for block in self.blocks)])

    @property
    def texts(self) -> tuple[Text, ...]:
        """The values that are texts."""
        return tuple(value for value in self.values if isinstance(value, Text))

    @property
    def notes(self) -> tuple[Notes, ...]:
        """The values that are references to notes."""
        return tuple(value for value in self.values if isinstance(value, Notes))

    @property
    def says_nothing(self) -> bool:
        """Whether it has neither values nor blocks."""
        return not (self.values or self.blocks)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (1 to 6), its number as printed, and its title."""

    level: int
    number: Text | None
    title: Text
    span: Span = field(default=NOWHERE, compare=False)


#: Of topics that stand before any chapter, and of a guide without a title.
NO_HEADING = Heading(0, None, Text(""))


class Role(StrEnum):
    """What a section is."""

    GUIDE = "guide"
    CHAPTER = "chapter"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Section:
    """A guide, a chapter or a topic: its heading, and what stands below it.

    `lead` are the blocks before its first field, `blocks` the others that stand in no field. The
    span reaches from the heading to the end of the last section within.
    """

    role: Role
    heading: Heading = NO_HEADING
    lead: tuple[Block, ...] = ()
    fields: tuple[Field, ...] = ()
    questions: tuple[Question, ...] = ()
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    span: Span = field(default=NOWHERE, compare=False)
    written: WrittenSection | None = field(default=None, compare=False)

    @property
    def number(self) -> str | None:
        """The number as printed."""
        return self.heading.number.text if self.heading.number else None

    @property
    def title(self) -> str:
        """The title without its number; empty where there is no heading."""
        return self.heading.title.text

    @property
    def is_headed(self) -> bool:
        """Whether there is a heading."""
        return self.heading.level > 0

    @property
    def free_blocks(self) -> tuple[Block, ...]:
        """The blocks that stand in no field."""
        return (*self.lead, *self.blocks)

    def fields_of(self, name: str) -> Iterator[Field]:
        """Yield the fields of one name."""
        return (field for field in self.fields if field.name == name)

    def field(self, name: str) -> Field:
        """Return all that the section says in fields of one name, as one field."""
        found = list(self.fields_of(name))
        if len(found) == 1:
            return found[0]
        return Field(
            name,
            tuple(value for each in found for value in each.values),
            tuple(block for each in found for block in each.blocks),
        )

    def values(self, name: str) -> tuple[Value, ...]:
        """Return the values of all fields of one name."""
        return tuple(value for field in self.fields_of(name) for value in field.values)

    def questions_in(self, field: Field) -> tuple[Question, ...]:
        """Return the questions that stand in a field of this section."""
        return tuple(each for each in self.questions if field.span.covers(each.extent))

    def is_empty(self, field: Field) -> bool:
        """Tell whether a field of this section says nothing and asks nothing."""
        return field.says_nothing and not self.questions_in(field)

    @property
    def description(self) -> Text | None:
        """The first description that says something."""
        return next((text for each in self.fields_of("description") for text in each.texts), None)

    @property
    def prerequisites(self) -> tuple[Text, ...]:
        """The topics that this one builds on, as named."""
        return tuple(text for each in self.fields_of("prerequisites") for text in each.texts)

    @property
    def notes(self) -> tuple[Notes, ...]:
        """The references to detailed notes."""
        return tuple(notes for each in self.fields_of("notes") for notes in each.notes)


def _string(said: Mapping[str, Any], name: str) -> str:
    value = said[name]
    if not isinstance(value, str):
        raise ValueError(f"`{name}` is no text")
    return value
