"""What lies around a guide: the files its text refers to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Presence(StrEnum):
    """Whether the file that a path names is there."""

    FOUND = "found"
    MISSING = "missing"
    OTHER_CASE = "other-case"  # a file is there whose name differs in case alone
    OUTSIDE = "outside"  # the path leads out of the folders in which files are looked up


@dataclass(frozen=True, slots=True)
class Place:
    """Where the file is that a path names; `path` is how it is spelt there, where it is there."""

    presence: Presence
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rules may know of the files around one guide; keys are as written in the guide.

    `roots` are the folders in which notes paths were looked up, for people to read. `anchors`
    has, for each linked file that has headings, what can be linked to in it. `orphans` are the
    files below the notes folder that no guide names, given to one guide of them all.
    """

    roots: tuple[str, ...] = ()
    notes: Mapping[str, Place] = field(default_factory=dict)
    links: Mapping[str, Place] = field(default_factory=dict)
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    orphans: tuple[str, ...] = ()


class EntryKind(StrEnum):
    """What an entry of a folder is; a link that leads out of the tree is `outside`."""

    FILE = "file"
    FOLDER = "folder"
    OUTSIDE = "outside"


class Tree(Protocol):
    """The files around a guide, listed folder by folder; paths are relative to its top.

    The top is the folder above which nothing is ever looked up. It is named "" and paths
    have `/` between their parts.
    """

    def entries(self, folder: str) -> Mapping[str, EntryKind]:
        """Give the entries of a folder by name; none where there is no such folder."""

    def anchors(self, file: str) -> frozenset[str]:
        """Give what can be linked to inside a Markdown file; empty for any other file."""
