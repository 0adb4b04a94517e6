"""The cache of one run: what was found before, and what is to be kept for the next."""

import zlib
from collections.abc import Callable

from curriculum_tools.model.source import Source
from curriculum_tools.store.cache.codec import Entry, decode, encode
from curriculum_tools.store.cache.database import Database
from curriculum_tools.store.cache.place import cache_folder
from curriculum_tools.store.cache.stamp import stamp
from curriculum_tools.store.digest import digest
from curriculum_tools.store.tree import FileTree

_SETTLED = b"settled"
_BAD_VALUES = (ValueError, TypeError, KeyError, IndexError, RecursionError, zlib.error)


class Cache:
    """Answers from earlier runs; one that is off has none and keeps none."""

    def __init__(self, *, is_on: bool = True) -> None:
        """Take whether to use what is there."""
        self._database = Database(cache_folder()) if is_on else None
        self._stamp = ""
        try:
            self._stamp = stamp() if is_on else ""
        except OSError:  # a package that does not lie in a folder
            self._database = None
        self._new: list[tuple[str, str, bytes]] = []

    def is_settled(self, content: str) -> bool:
        """Tell whether a run has found no fault in this before; if not, this one will tell.

        What is asked here is kept as settled by `keep`, which a run with a fault does not reach.
        """
        if self._database is None:
            return False
        slot = digest(_SETTLED, content)
        if self._database.get(slot, self._stamp) == _SETTLED:
            return True
        self._new.append((slot, self._stamp, _SETTLED))
        return False

    def find(
        self, slot: str, key: str, source: Source, tree: Callable[[], FileTree]
    ) -> Entry | None:
        """Give what was found in a text, where the files around it still give the same answers."""
        value = self._database.get(slot, digest(self._stamp, key)) if self._database else None
        if value is None:
            return None
        try:
            entry = decode(value, source)
            return entry if entry.asked.is_still_answered(tree()) else None
        except _BAD_VALUES:  # damaged where SQLite does not notice
            return None

    def add(self, slot: str, key: str, entry: Entry) -> None:
        """Note what was found."""
        value = encode(entry) if self._database else None
        if value is not None:
            self._new.append((slot, digest(self._stamp, key), value))

    def close(self) -> None:
        """Let go of the file while other processes work."""
        if self._database:
            self._database.close()

    def keep(self) -> None:
        """Keep what is new for the next run."""
        if self._database:
            if self._new:
                self._database.keep(self._new)
            self._database.close()
