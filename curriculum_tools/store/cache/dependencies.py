"""What the rules looked up in the files around a guide, and whether it is still the same."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from curriculum_tools.model.config import Platform
from curriculum_tools.model.surroundings import EntryKind, Folder
from curriculum_tools.store.digest import digest
from curriculum_tools.store.tree import FileTree


class Dependencies(NamedTuple):
    """What was looked up: names in folders, whole folders, and files for their text.

    Paths are from the top of the tree. `seen` is a digest of what was found there.
    """

    names: Mapping[str, tuple[str, ...]] = {}
    folders: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    seen: str = ""

    def are_unchanged(self, tree: FileTree) -> bool:
        """Tell whether the same is found there today."""
        return self.seen == _seen(tree, self.names, self.folders, self.files)


class RecordingTree:
    """A tree of files that records what is looked up in it."""

    def __init__(self, tree: FileTree) -> None:
        """Take the tree in which everything is found."""
        self._tree = tree
        self._folders: dict[str, _RecordingFolder] = {}
        self._files: set[str] = set()

    def folder(self, path: str) -> Folder:
        """Return a folder that records which of its entries are looked up."""
        if path not in self._folders:
            self._folders[path] = _RecordingFolder(self._tree.folder(path))
        return self._folders[path]

    def anchors(self, file: str, platform: Platform) -> frozenset[str] | None:
        """Return what can be linked to inside a Markdown file; None for any other file."""
        self._files.add(file)
        return self._tree.anchors(file, platform)

    def text(self, file: str) -> str | None:
        """Return the text of a Markdown or data file; None for any other file."""
        self._files.add(file)
        return self._tree.text(file)

    @property
    def dependencies(self) -> Dependencies:
        """All that was looked up so far."""
        parts = sorted(self._folders.items())
        folders = tuple(path for path, folder in parts if folder.is_read_whole)
        names = {p: tuple(sorted(f.names)) for p, f in parts if f.names and not f.is_read_whole}
        files = tuple(sorted(self._files))
        return Dependencies(names, folders, files, _seen(self._tree, names, folders, files))


class _RecordingFolder(Folder):
    """A folder that records the names looked up in it, or that all of it was read."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.names: set[str] = set()
        self.is_read_whole = False

    @property
    def entries(self) -> Mapping[str, EntryKind]:
        self.is_read_whole = True
        return self._folder.entries

    def kind(self, name: str) -> EntryKind:
        self.names.add(name)
        return self._folder.kind(name)

    def spelt(self, name: str) -> str | None:
        self.names.add(name)
        return self._folder.spelt(name)

    def alike(self, name: str) -> tuple[str, ...]:
        self.names.add(name)
        return self._folder.alike(name)


def _seen(
    tree: FileTree,
    names: Mapping[str, Sequence[str]],
    folders: Sequence[str],
    files: Sequence[str],
) -> str:
    """Return a digest of what is found in a tree; names that differ in case alone are one."""
    seen: list[object] = []
    for path, looked_up in names.items():
        folder = tree.folder(path)
        seen += ([(n, folder.kind(n).value) for n in folder.alike(name)] for name in looked_up)
    for path in folders:
        seen.append(sorted((n, kind.value) for n, kind in tree.folder(path).entries.items()))
    seen += (tree.content(file) for file in files)
    return digest(repr(seen))
