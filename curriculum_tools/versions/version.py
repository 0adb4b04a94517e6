"""Versions of a curriculum: what each says, without marks and layout, and in which order they are.

Two versions that say the same are equal wherever their lines stand, and a version can be read from
a lock as well as from a guide.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import NamedTuple, TypeAlias, TypeVar

from curriculum_tools.model.content import (
    NO_HEADING,
    NOWHERE,
    Block,
    Field,
    Heading,
    Question,
    Role,
    Section,
    Text,
    Value,
)
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.as_written import as_written
from curriculum_tools.syntax.closing import closed
from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.open_question import says_nothing
from curriculum_tools.versions.choice import Choice, choose

T = TypeVar("T", bound=Hashable)
Node: TypeAlias = Section | Question | Block | Value

_NOTHING = re.compile(r"\s*(?:(?:[-*+\\]|\d+[.)])\s*)*")
_EMPTY = Question("")


class Redirect(NamedTuple):
    """The destination of a link, or a notes path: as it has to be by now, and as it was written."""

    is_notes: bool
    now: str
    was: str


@dataclass(frozen=True)
class Version:
    """A version under its name; `front_matter` is the text between its fences.

    `source` is None where only a lock stands in for the guide. `redirects` are of a version that
    lies in another folder than the guide it is merged into.
    """

    name: str
    root: Section
    front_matter: Text | None = None
    dialect: Dialect = field(default=HOME, compare=False)
    source: Source | None = field(default=None, compare=False)
    redirects: tuple[Redirect, ...] = field(default=(), compare=False)

    @property
    def title(self) -> Text | None:
        """The title of the guide."""
        return self.root.heading.title if self.root.is_headed else None

    @property
    def prose(self) -> tuple[Block, ...]:
        """What stands before the first chapter."""
        return self.root.blocks

    @property
    def chapters(self) -> tuple[Section, ...]:
        """The chapters in their order."""
        return self.root.sections

    @cached_property
    def topics(self) -> tuple[Section, ...]:
        """All topics in their order."""
        return tuple(topic for chapter in self.chapters for topic in chapter.sections)

    @cached_property
    def chapter_of(self) -> tuple[int, ...]:
        """For each topic the place of its chapter among the chapters, from 0."""
        return tuple(place for place, chapter in enumerate(self.chapters) for _ in chapter.sections)

    @property
    def named_chapters(self) -> tuple[Section, ...]:
        """The chapters; in a dialect with templates those that have a heading."""
        return tuple(each for each in self.chapters if self.is_named(each))

    @property
    def named_topics(self) -> tuple[Section, ...]:
        """The topics; in a dialect with templates those that have a heading."""
        return tuple(each for each in self.topics if self.is_named(each))

    def is_named(self, section: Section) -> bool:
        """Tell a chapter or topic from what holds the questions that stand in none."""
        return section.is_headed or self.dialect.templates is None

    def line_of(self, said: Node) -> int | None:
        """Return the line, from 1, where something is said; None where there is no source."""
        span = said.span
        if isinstance(said, Section) and said.is_headed:
            span = said.heading.title.span
        if self.source is None or span == NOWHERE:
            return None
        return self.source.line_of(span.start)


@dataclass(frozen=True, slots=True)
class Versions:
    """Versions of one curriculum; the oldest first where they are `in_order`."""

    items: tuple[Version, ...]
    in_order: bool

    @property
    def dialect(self) -> Dialect:
        """The dialect in which a merged guide is written: the newest version's."""
        return self.items[-1].dialect if self.items else HOME

    def choose(
        self,
        said: Iterable[tuple[int, T]],
        text: Callable[[T], str],
        rank: Callable[[T], int] = lambda _value: 0,
        support: Callable[[T], int] = lambda _value: 0,
    ) -> Choice[T] | None:
        """Choose among what versions, given by their places, say; None where none says anything."""
        return choose(said, text, newest_wins=self.in_order, rank=rank, support=support)


def version_of(guide: Guide, name: str | None = None) -> Version:
    """Return what a guide says; chapters and topics are in the guide's own order."""
    front_matter = None
    if guide.front_matter_span:
        lines = guide.source.slice(guide.front_matter_span).strip().splitlines()
        text = "\n".join(lines[1:-1])
        front_matter = Text(text, guide.front_matter_span) if text.strip() else None
    return Version(
        name=name or guide.path,
        root=_said(as_written(guide) if guide.dialect.templates else guide.root, guide.dialect),
        front_matter=front_matter,
        dialect=guide.dialect,
        source=guide.source,
    )


def _said(section: Section, dialect: Dialect) -> Section:
    """Return what a section says: fields of one name joined, blocks closed, levels as usual."""
    fields = (_joined(section, name) for name in dialect.names)
    return Section(
        role=section.role,
        heading=_heading(section, dialect),
        lead=_blocks(section.lead),
        fields=tuple(field for field in fields if not field.says_nothing),
        questions=tuple(filter(_says_something, map(_question, section.questions))),
        blocks=_blocks(section.blocks),
        sections=tuple(map(partial(_said, dialect=dialect), section.sections)),
        span=section.span,
        written=section.written,
    )


def _heading(section: Section, dialect: Dialect) -> Heading:
    if not section.is_headed:
        return NO_HEADING
    is_guide = section.role is Role.GUIDE
    return replace(section.heading, level=1 if is_guide else dialect.heading_of(section.role).level)


def _joined(section: Section, name: str) -> Field:
    found = section.field(name)
    return Field(name, found.values, _blocks(found.blocks))


def _question(question: Question) -> Question:
    answer = question.answer
    blocks = answer.blocks
    if question.written:  # what folds answers or leads back to the contents is in that
        blocks = tuple(block for block in blocks if not says_nothing(block))
    answer = replace(answer, blocks=_blocks(blocks), span=NOWHERE)
    return replace(question, prompt=_blocks(question.prompt), answer=answer, blocks=())


def _says_something(question: Question) -> bool:
    """Tell a question from an empty bullet; what a template found is written as something."""
    return question.written is not None or question != _EMPTY


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks in a form that says the same in any place; empty bullets say nothing."""
    texts = ((block, block.text.replace("\r\n", "\n").replace("\r", "\n")) for block in blocks)
    return tuple(
        Block(block.kind, closed(text, block.kind), block.span)
        for block, text in texts
        if not _NOTHING.fullmatch(text)
    )
