"""The leaves of a guide: pieces of its source, sorted, without gap or overlap.

Joined, the leaves are the text, whatever it is; what is not recognised is kept as it is.
"""

from enum import StrEnum
from typing import NamedTuple

from curriculum_tools.model.source import Span


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
    """A piece of the source."""

    kind: LeafKind
    start: int
    text: str

    @property
    def span(self) -> Span:
        """The span of this leaf."""
        return Span(self.start, self.start + len(self.text))


class Mark(NamedTuple):
    """A half-open range of the source that the parser has named; leaves are made of marks."""

    start: int
    end: int
    kind: LeafKind
