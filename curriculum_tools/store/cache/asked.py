"""What the rules asked of the files around a guide, and whether the answer is still the same."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from curriculum_tools.model.config import Platform
from curriculum_tools.model.surroundings import EntryKind, Folder
from curriculum_tools.store.digest import digest
from curriculum_tools.store.tree import FileTree


class Asked(NamedTuple):
    """What was asked: names in folders, folders as a whole, and Markdown files for their anchors.

    Paths are from the top of the tree. What was answered is kept as a digest.
    """

    names: Mapping[str, tuple[str, ...]] = {}
    folders: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    answer: str = ""

    def is_still_answered(self, tree: FileTree) -> bool:
        """Tell whether the files give the same answer today."""
        return self.answer == _answer(tree, self.names, self.folders, self.files)


class AskingTree:
    """A tree of files that notes what it is asked."""

    def __init__(self, tree: FileTree) -> None:
        """Take the tree that has the answers."""
        self._tree = tree
        self._folders: dict[str, _AskedFolder] = {}
        self._files: set[str] = set()

    def folder(self, path: str) -> Folder:
        """Give a folder that notes which of its entries are asked for."""
        if path not in self._folders:
            self._folders[path] = _AskedFolder(self._tree.folder(path))
        return self._folders[path]

    def anchors(self, file: str, platform: Platform) -> frozenset[str] | None:
        """Return what can be linked to inside a Markdown file; None for any other file."""
        self._files.add(file)
        return self._tree.anchors(file, platform)

    @property
    def asked(self) -> Asked:
        """All that was asked so far."""
        parts = sorted(self._folders.items())
        folders = tuple(path for path, folder in parts if folder.is_read_whole)
        names = {p: tuple(sorted(f.names)) for p, f in parts if f.names and not f.is_read_whole}
        files = tuple(sorted(self._files))
        return Asked(names, folders, files, _answer(self._tree, names, folders, files))


class _AskedFolder(Folder):
    """A folder that notes the names it is asked for, or that all of it was looked at."""

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


def _answer(
    tree: FileTree,
    names: Mapping[str, Sequence[str]],
    folders: Sequence[str],
    files: Sequence[str],
) -> str:
    """Give a digest of what a tree has to say: names that differ in case alone are one question."""
    said: list[object] = []
    for path, asked in names.items():
        folder = tree.folder(path)
        said += ([(n, folder.kind(n).value) for n in folder.alike(name)] for name in asked)
    for path in folders:
        said.append(sorted((n, kind.value) for n, kind in tree.folder(path).entries.items()))
    said += (tree.content(file) for file in files)
    return digest(repr(said))
