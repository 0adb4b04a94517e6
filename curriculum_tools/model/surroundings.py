"""What lies around a guide: the files its text refers to."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from curriculum_tools.model.config import Platform

if TYPE_CHECKING:  # a run that the cache answers reads no guide
    from curriculum_tools.model.guide import Guide


class Presence(StrEnum):
    """Whether the file that a path names is there."""

    FOUND = "found"
    MISSING = "missing"
    OTHER_CASE = "other-case"  # a file is there whose name differs in case alone
    OUTSIDE = "outside"  # the path leads out of the folders in which files are looked up
    ABSENT = "absent"  # git has it, or may have it, but it is not checked out here


class Place(NamedTuple):
    """Where the file is that a path names.

    `file` is its path from the top of the tree, where it is there or absent. `spelling` is how the
    path should have been written: as the file is spelt where the case differs, and for any other
    path that names no file one that does and that is probably meant.
    """

    presence: Presence
    file: str | None = None
    spelling: str | None = None


class Habit(StrEnum):
    """What questions may have, which is odd to lack where nearly all have it."""

    ANSWER = "answer"
    TICK = "tick"  # an option that is marked as right


class FileOrder(NamedTuple):
    """The page or data file that gives the order of the guides; whether it lists one of them."""

    page: str
    is_listed: bool
    is_data: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rules may know of the files around one guide.

    `roots` are the folders in which notes paths were looked up, for people to read. `notes` and
    `links` have each path and destination as written; what is no path, such as a web address, is
    in neither. `anchors` has what can be linked to in the linked files, by `Place.file`.
    `orphans` are the files below the notes folder that no guide names, given to one guide of
    them all. `order` is None where nothing gives one, `original` where a guide is no translation
    of another that is there, and `pair` where there is none whose headings it should have.
    `habits` is None where the guide alone tells what is usual.
    """

    roots: tuple[str, ...] = ()
    notes: Mapping[str, Place] = field(default_factory=dict)
    links: Mapping[str, Place] = field(default_factory=dict)
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    orphans: tuple[str, ...] = ()
    order: FileOrder | None = None
    original: "Guide | None" = None
    pair: "Guide | None" = None
    habits: frozenset[Habit] | None = None


class EntryKind(StrEnum):
    """What an entry of a folder is; what is neither file nor folder is no entry."""

    FILE = "file"
    FOLDER = "folder"
    LINKED_FOLDER = "linked-folder"  # can be entered but is never walked: links can make loops
    OUTSIDE = "outside"  # a link that leads out of the tree; never followed
    ABSENT = "absent"  # a file that a sparse checkout leaves out
    ABSENT_FOLDER = "absent-folder"  # a submodule that was never fetched: nobody knows what it has


@dataclass(frozen=True)
class Folder:
    """The entries of a folder by name."""

    entries: Mapping[str, EntryKind] = field(default_factory=dict)

    def kind(self, name: str) -> EntryKind:
        """Give the kind of an entry that is there."""
        return self.entries[name]

    def spelt(self, name: str) -> str | None:
        """Give the entry of this name; composed and decomposed accents are the same name."""
        if name in self.entries or name.isascii():
            return name if name in self.entries else None
        composed = unicodedata.normalize("NFC", name)
        alike = self.alike(name)
        return next((n for n in alike if unicodedata.normalize("NFC", n) == composed), None)

    def alike(self, name: str) -> tuple[str, ...]:
        """Give the entries whose names differ from this one in case at most, sorted."""
        return self._folded.get(_fold(name), ())

    @cached_property
    def _folded(self) -> Mapping[str, tuple[str, ...]]:
        folded: dict[str, tuple[str, ...]] = {}
        for name in sorted(self.entries):
            key = _fold(name)
            folded[key] = (*folded.get(key, ()), name)
        return folded


class Tree(Protocol):
    """The files around a guide, listed folder by folder; paths are relative to its top.

    The top is the folder above which nothing is ever looked up. It is named "" and paths
    have `/` between their parts. Only folders that their parent lists are asked for.
    """

    def folder(self, path: str) -> Folder:
        """Give a folder; an empty one where there is none."""

    def anchors(self, file: str, platform: Platform) -> frozenset[str] | None:
        """Return what can be linked to inside a Markdown file; None for any other file."""

    def text(self, file: str) -> str | None:
        """Return the text of a Markdown or data file; None for any other file."""


def _fold(name: str) -> str:
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
