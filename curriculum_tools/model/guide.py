"""A guide as it was parsed from its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from curriculum_tools.model.content import Block, Heading, Question, Section, Text
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.finding import Fix
from curriculum_tools.model.leaves import Leaf
from curriculum_tools.model.source import Source, Span


class FaultKind(StrEnum):
    """What can go wrong in reading a guide."""

    ENCODING = "encoding"
    FRONT_MATTER = "front-matter"
    HEADING = "heading"
    SWALLOWED = "swallowed"  # chapters, topics or fields are not read
    HIDDEN = "hidden"  # topics or questions are read that no reader of the page sees
    OPEN_DIV = "open-div"  # a div holds all that follows


class ReadingFault(NamedTuple):
    """A place that could not be read, or only by guessing what is meant, and why.

    `fix` makes of it what it was read as.
    """

    kind: FaultKind
    message: str
    span: Span
    fix: Fix | None = None
    fields: int = 0  # of topics, which it swallows


@dataclass(frozen=True)
class Guide:
    """A whole guide: the tree of what it says, and the leaves of how it says it.

    `front_matter` is None where there is none and where it is no mapping. `headings` are all
    headings in their order, whether or not they open a section, and `divs` the names of the divs
    that open. Topics that stand before any chapter are held by a chapter without a heading.
    """

    source: Source
    dialect: Dialect
    root: Section
    headings: tuple[Heading, ...]
    leaves: tuple[Leaf, ...]
    front_matter: Mapping[str, object] | None = None
    front_matter_span: Span | None = None
    faults: tuple[ReadingFault, ...] = ()
    divs: tuple[Text, ...] = ()

    @property
    def path(self) -> str:
        """The path the guide is known by."""
        return self.source.path

    @cached_property
    def title(self) -> str | None:
        """The first heading of level 1 before any chapter, else the front matter's title."""
        if self.root.is_headed:
            return self.root.title
        named = (self.front_matter or {}).get("title")
        return None if named is None else str(named)

    @property
    def is_doubtful(self) -> bool:
        """Whether part of it was not read: what rests on the rest may be false."""
        return any(fault.kind is FaultKind.SWALLOWED for fault in self.faults)

    @property
    def blocks(self) -> tuple[Block, ...]:
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
    def questions(self) -> tuple[tuple[Section, Question], ...]:
        """All questions in their order, each with its topic."""
        return tuple((topic, question) for topic in self.topics for question in topic.questions)
