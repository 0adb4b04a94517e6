"""The files around guides, listed folder by folder, each at most once."""

import os
import stat
from functools import cached_property

from curriculum_tools.model.config import Platform
from curriculum_tools.model.data_path import DATA_SUFFIXES
from curriculum_tools.model.surroundings import EntryKind, Folder
from curriculum_tools.store import disk
from curriculum_tools.store.absent import Absent, absent_entries
from curriculum_tools.store.digest import digest
from curriculum_tools.store.paths import CACHE_FOLDER, TruePaths

MOST_BYTES = 8 * 2**20  # of a file that is read for its text or anchors
_FOLDERS = (EntryKind.FOLDER, EntryKind.LINKED_FOLDER)
_MARKDOWN = (".md", ".markdown", ".mdx")


class FileTree:
    """A tree of files on the disk; nothing above its top is opened or listed."""

    def __init__(self, top: str) -> None:
        """Take the folder above which nothing is looked up."""
        self.top = disk.realpath(top)
        self._paths: dict[str, str] = {}
        self._true_paths = TruePaths()
        self._folders: dict[str, Folder] = {}
        self._anchors: dict[tuple[str, Platform], frozenset[str] | None] = {}
        self._texts: dict[str, str | None] = {}
        self._contents: dict[str, str | None] = {}

    def __reduce__(self) -> tuple[type["FileTree"], tuple[str]]:
        """Return what makes this tree in another process, which lists folders itself."""
        return FileTree, (self.top,)

    def folder(self, path: str) -> Folder:
        """Return a folder by its path from the top; an empty one where it cannot be listed."""
        known = self._folders.get(path)
        if known is None:
            known = self._list(path) if self._is_listed(path) else Folder()
            self._folders[path] = known
        return known

    def anchors(self, file: str, platform: Platform) -> frozenset[str] | None:
        """Return what can be linked to inside a Markdown file; None for any other file."""
        if (file, platform) not in self._anchors:
            self._anchors[file, platform] = self._read_anchors(file, platform)
        return self._anchors[file, platform]

    def text(self, file: str) -> str | None:
        """Return the text of a Markdown or data file; None for any other file."""
        if file not in self._texts:
            data = self._read(file)
            self._texts[file] = None if data is None else data.decode("utf-8", "replace")
        return self._texts[file]

    def content(self, file: str) -> str | None:
        """Return a digest of the text of a Markdown or data file; None for any other file."""
        if file not in self._contents:
            self._read(file)
        return self._contents[file]

    def path_of(self, folder: str) -> str:
        """Return the path from the top of a folder that lies in the tree; "" for any other."""
        if folder not in self._paths:
            real = self._true_paths.of_folder(folder)
            is_below = real != self.top and _lies_in(real, self.top)
            path = os.path.relpath(real, self.top) if is_below else ""
            self._paths[folder] = path.replace(os.sep, "/")
        return self._paths[folder]

    def _is_listed(self, path: str) -> bool:
        """Tell whether a folder is listed by its parent, as nothing outside the tree is."""
        parent, _, name = path.rpartition("/")
        kind = self.folder(parent).entries.get(name) if name and path[0] != "/" else None
        return not path or kind in _FOLDERS

    def _list(self, path: str) -> Folder:
        entries = {}
        try:
            with disk.scandir(os.path.join(self.top, path)) as listing:
                for entry in listing:
                    kind = None if entry.name == CACHE_FOLDER else self._kind(entry)
                    if kind:
                        entries[entry.name] = kind
        except OSError:  # no folder, or none that may be read: nothing in it can be found
            pass
        for name, absent in self._absent.get(path, {}).items():
            if absent is EntryKind.ABSENT_FOLDER or name not in entries:
                entries[name] = absent
        return Folder(entries)

    @cached_property
    def _absent(self) -> Absent:
        return absent_entries(self.top)

    def _kind(self, entry: "os.DirEntry[str]") -> EntryKind | None:
        try:
            if entry.is_symlink():
                return self._kind_of_link(entry.path)
            if entry.is_dir(follow_symlinks=False):
                return EntryKind.FOLDER
            return EntryKind.FILE if entry.is_file(follow_symlinks=False) else None
        except OSError:
            return None

    def _kind_of_link(self, path: str) -> EntryKind | None:
        """Resolve a link only as far as is needed to tell whether it leads out."""
        if not _lies_in(disk.realpath(path), self.top):
            return EntryKind.OUTSIDE
        mode = disk.stat(path).st_mode
        if stat.S_ISDIR(mode):
            return EntryKind.LINKED_FOLDER
        return EntryKind.FILE if stat.S_ISREG(mode) else None

    def _read_anchors(self, file: str, platform: Platform) -> frozenset[str] | None:
        data = self._read(file)
        if data is None or not file.lower().endswith(_MARKDOWN):
            return None
        from curriculum_tools.facts.anchors import anchors_of_text  # brings the parser along

        return anchors_of_text(data.decode("utf-8", "replace"), platform)

    def _read(self, file: str) -> bytes | None:
        """Read a Markdown or data file, and note its content; None for any other."""
        folder, _, name = file.rpartition("/")
        is_file = self.folder(folder).entries.get(name) is EntryKind.FILE
        data = None
        if is_file and name.lower().endswith((*_MARKDOWN, *DATA_SUFFIXES)):
            try:
                with disk.open_to_read(os.path.join(self.top, file)) as opened:
                    data = opened.read(MOST_BYTES + 1)
            except OSError:
                data = None
        if data is not None and len(data) > MOST_BYTES:
            data = None
        self._contents[file] = None if data is None else digest(data)
        return data


class Tops:
    """The folders above which nothing is looked up; those that guides share are found once."""

    def __init__(self) -> None:
        """Begin without any."""
        self.paths = TruePaths()
        self._work_trees: dict[str, str | None] = {}

    def of(self, start: str, config_folder: str | None = None) -> str:
        """Return the folder above which nothing is looked up for a guide in the folder `start`.

        That is the top of the git work tree, else the config's folder, else the current one; where
        the guide lies in neither, its own.
        """
        start = self.paths.of_folder(start)
        if work_tree := self._work_tree(start):
            return work_tree
        for other in (config_folder, os.curdir):
            if other and _lies_in(start, self.paths.of_folder(other)):
                return self.paths.of_folder(other)
        return start

    def _work_tree(self, folder: str) -> str | None:
        """Return the top of the git work tree of a folder; None where it is in none."""
        if folder not in self._work_trees:
            above = os.path.dirname(folder)
            if disk.lexists(os.path.join(folder, ".git")):
                found: str | None = folder
            else:
                found = self._work_tree(above) if above != folder else None
            self._work_trees[folder] = found
        return self._work_trees[folder]


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))
