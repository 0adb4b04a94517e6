"""A tree of files in memory."""

from collections.abc import Iterable, Mapping

from curriculum_tools.model.surroundings import EntryKind


class MemoryTree:
    """Files named by paths relative to the top of the tree; a path that ends with @ leads out."""

    def __init__(self, files: Iterable[str]) -> None:
        self._folders: dict[str, dict[str, EntryKind]] = {}
        for file in files:
            *parents, name = file.removesuffix("@").split("/")
            folder = ""
            for parent in parents:
                self._folders.setdefault(folder, {})[parent] = EntryKind.FOLDER
                folder = f"{folder}/{parent}".lstrip("/")
            kind = EntryKind.OUTSIDE if file.endswith("@") else EntryKind.FILE
            self._folders.setdefault(folder, {})[name] = kind

    def entries(self, folder: str) -> Mapping[str, EntryKind]:
        return self._folders.get(folder, {})

    def anchors(self, file: str) -> frozenset[str]:
        return frozenset()
