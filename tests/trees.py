"""A tree of files in memory."""

from collections import Counter
from collections.abc import Iterable, Mapping

from curriculum_tools.facts.anchors import anchors_of_text
from curriculum_tools.model.config import Platform
from curriculum_tools.model.surroundings import EntryKind, Folder


class MemoryTree:
    """Files named by paths relative to the top of the tree.

    A path that ends with @ leads out of the tree. A mapping gives the files' texts too, and so do
    `texts` for more files. `listed` counts how often each folder was asked for.
    """

    def __init__(self, files: Iterable[str], texts: Mapping[str, str] | None = None) -> None:
        self._texts = {**(files if isinstance(files, Mapping) else {}), **(texts or {})}
        files = [*files, *(texts or {})]
        self.listed: Counter[str] = Counter()
        folders: dict[str, dict[str, EntryKind]] = {}
        for file in files:
            *parents, name = file.removesuffix("@").split("/")
            folder = ""
            for parent in parents:
                folders.setdefault(folder, {})[parent] = EntryKind.FOLDER
                folder = f"{folder}/{parent}".lstrip("/")
            kind = EntryKind.OUTSIDE if file.endswith("@") else EntryKind.FILE
            folders.setdefault(folder, {})[name] = kind
        self._folders = {path: Folder(entries) for path, entries in folders.items()}

    def folder(self, path: str) -> Folder:
        self.listed[path] += 1
        return self._folders.get(path, Folder())

    def text(self, file: str) -> str | None:
        return self._texts.get(file)

    def anchors(self, file: str, platform: Platform) -> frozenset[str] | None:
        return anchors_of_text(self._texts[file], platform) if file in self._texts else None
