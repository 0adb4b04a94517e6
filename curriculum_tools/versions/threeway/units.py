"""A guide cut into units: a tree whose leaves, with the gaps between them, are its text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from curriculum_tools.model.content import Block, Field, Question, Section
from curriculum_tools.model.source import Span


class UnitKind(StrEnum):
    """What a unit is; the words are those that people read."""

    GUIDE = "guide"
    FRONT_MATTER = "front matter"
    CHAPTER = "chapter"
    TOPIC = "topic"
    HEADING = "heading"
    FIELD = "field"
    QUESTION = "question"
    HEAD = "text"  # what a question or a field begins with
    OPTIONS = "options"
    BLOCK = "block"
    LIST = "list"
    ENTRY = "entry"  # of a list or a table
    OTHER = "lines"


Said: TypeAlias = Section | Field | Question | Block | None


@dataclass(frozen=True, eq=False)
class Unit:
    """A part of a guide, in whole lines: a leaf has a text, all others have units within.

    The text is without the end of its last line. `numbers` are the places in it that count up, and
    are made again after a merge; the mark of an item is one, too. `name` tells units of one kind in
    one unit apart; empty where it does not. Units are the same only if they are one object.
    """

    kind: UnitKind
    span: Span
    text: str = ""
    name: str = ""
    units: tuple["Unit", ...] = ()
    numbers: tuple[Span, ...] = ()
    said: Said = None

    @property
    def is_leaf(self) -> bool:
        """Whether it has a text of its own."""
        return not self.units

    @cached_property
    def leaves(self) -> tuple["Unit", ...]:
        """All leaves within, in their order; a leaf has itself."""
        if self.is_leaf:
            return (self,)
        return tuple(leaf for unit in self.units for leaf in unit.leaves)

    @cached_property
    def content(self) -> str:
        """What it says: its lines without the numbers that count up."""
        if not self.is_leaf:
            return "\n".join(leaf.content for leaf in self.leaves)
        return self.with_numbers(["#"] * len(self.numbers))

    def with_numbers(self, numbers: Sequence[str]) -> str:
        """Return the text of a leaf with as many other numbers in the places of its own."""
        text, last = "", 0
        for span, number in zip(self.numbers, numbers, strict=True):
            text += self.text[last : span.start] + number
            last = span.end
        return text + self.text[last:]

    def walk(self) -> Iterator["Unit"]:
        """Yield it and all units within, each before those that it holds."""
        yield self
        for unit in self.units:
            yield from unit.walk()


def gaps(text: str, root: Unit) -> list[str]:
    """Return the blanks before, between and behind the leaves of a text."""
    leaves = [leaf for leaf in root.leaves if leaf.text]
    starts = [*(leaf.span.start for leaf in leaves), len(text)]
    ends = [0, *(leaf.span.end for leaf in leaves)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]
