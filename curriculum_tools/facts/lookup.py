"""Looking up paths in a tree of files, without ever asking for anything above its top."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from curriculum_tools.model.surroundings import EntryKind, Folder, Place, Presence, Tree
from curriculum_tools.syntax.spelling import Speller

_ABSOLUTE = re.compile(r"/|~[\w.-]*(?:/|$)|[A-Za-z]:|\w+://")

MOST_GUESSES = 100  # at what was meant, a guide: with more, whole folders are missing

_FILES = (EntryKind.FILE, EntryKind.ABSENT)
_WALKED = (EntryKind.FILE, EntryKind.FOLDER, EntryKind.LINKED_FOLDER)
MISSING = Place(Presence.MISSING)
OUTSIDE = Place(Presence.OUTSIDE)


class Step(NamedTuple):
    """A name on the way down from the top; `part` is its place in the path as written."""

    name: str
    part: int | None


def is_absolute(path: str) -> bool:
    """Tell whether a path starts at no folder of the tree: `/x`, `C:x`, `~/x`."""
    return bool(_ABSOLUTE.match(path))


def steps_below(root: str, path: str) -> tuple[Step, ...] | None:
    """Give the way from the top to a path below a root; None where it leads out of the tree.

    `a/..` is nothing, whether `a` is there or not.
    """
    if is_absolute(path):
        return None
    steps = [Step(name, None) for name in root.split("/") if name]
    for part, name in enumerate(path.split("/")):
        if name == "..":
            if not steps:
                return None
            steps.pop()
        elif name not in ("", "."):
            steps.append(Step(name, part))
    return tuple(steps)


def join(steps: Sequence[Step]) -> str:
    """Give a way down from the top as a path."""
    return "/".join(step.name for step in steps)


class Lookup:
    """Walks down a tree, name by name."""

    def __init__(self, tree: Tree) -> None:
        """Take a tree."""
        self._tree = tree
        self._speller = Speller()
        self._guesses = MOST_GUESSES

    def file(self, steps: Sequence[Step]) -> str | None:
        """Return the path of a file that is there, spelt as the way to it is; None without one."""
        folder = ""
        kind = EntryKind.FOLDER
        for step in steps:
            listing = self._tree.folder(folder) if kind is not EntryKind.FILE else Folder()
            name = listing.spelt(step.name)
            if name is None:
                return None
            kind = listing.kind(name)
            if kind not in _WALKED:
                return None
            folder = f"{folder}/{name}" if folder else name
        return folder if kind is EntryKind.FILE else None

    def place(self, steps: Sequence[Step], path: str, *, is_folder: bool = False) -> Place:
        """Tell where a file is; `path` is how the way to it is written.

        Where only a name of other case is there, that one is followed. With `is_folder` the
        way may end at a folder.
        """
        folder = ""
        spelt: list[Step] = []
        kind = EntryKind.FOLDER
        likeness = 1  # the most names that are like one on the way but for their case
        is_exact = True
        for step in steps:
            listing = self._tree.folder(folder) if kind is not EntryKind.FILE else Folder()
            name = listing.spelt(step.name)
            if name is None and step.part is not None:
                alike = listing.alike(step.name)
                name = alike[0] if alike else None
                is_exact, likeness = False, max(likeness, len(alike))
            if name is None:
                is_last = len(spelt) + 1 == len(steps)
                return self._near(folder, spelt, step, path) if is_last else MISSING
            kind = listing.kind(name)
            if kind is EntryKind.OUTSIDE:
                return OUTSIDE
            if kind is EntryKind.ABSENT_FOLDER:
                return Place(Presence.ABSENT, join([*spelt, *steps[len(spelt) :]]))
            spelt.append(Step(name, step.part))
            folder = f"{folder}/{name}" if folder else name
        if kind is EntryKind.ABSENT:
            return Place(Presence.ABSENT, folder)
        if kind is not EntryKind.FILE and not is_folder:
            return MISSING
        if is_exact:
            return Place(Presence.FOUND, folder)
        return Place(Presence.OTHER_CASE, folder, _respelt(path, spelt) if likeness == 1 else None)

    def _near(self, folder: str, above: list[Step], step: Step, path: str) -> Place:
        """Give a missing file, with the one of like name in the folder where it should be."""
        self._guesses -= 1
        if self._guesses < 0:
            return MISSING
        entries = self._tree.folder(folder).entries
        files = [name for name, kind in entries.items() if kind in _FILES]
        stem = step.name.rpartition(".")[0] or step.name
        twins = sorted(name for name in files if name.rpartition(".")[0] == stem)
        name = twins[0] if twins else self._speller.closest(step.name, files)
        if name is None or step.part is None:
            return MISSING
        return Place(Presence.MISSING, None, _respelt(path, [*above, Step(name, step.part)]))


def _respelt(path: str, steps: Sequence[Step]) -> str:
    names = path.split("/")
    for name, part in steps:
        if part is not None:
            names[part] = name
    return "/".join(names)
