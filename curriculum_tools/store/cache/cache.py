"""The cache of one run: what was found before, and what is to be kept for the next."""

import contextlib
import zlib

from curriculum_tools.model.source import Source
from curriculum_tools.store.cache.codec import LintResult, decode, encode
from curriculum_tools.store.cache.database import Database
from curriculum_tools.store.cache.folder import cache_folder
from curriculum_tools.store.cache.tool_digest import tool_digest
from curriculum_tools.store.cache.verdicts import Verdicts
from curriculum_tools.store.digest import digest
from curriculum_tools.store.tree import FileTree

_SETTLED = b"settled"
_NO_GUIDES = b"no guides"
_BAD_VALUES = (ValueError, TypeError, KeyError, IndexError, RecursionError, zlib.error)


class Cache:
    """Results of earlier runs; a cache that is off has none and keeps none."""

    def __init__(self, *, is_on: bool = True) -> None:
        """Take whether to use what is there."""
        self._database = Database(cache_folder())
        self._tool: str | None = None  # what results hold for; None where the cache is off
        if is_on:
            with contextlib.suppress(OSError):  # a package that does not lie in a folder
                self._tool = tool_digest()
        self._new: list[tuple[str, str, bytes]] = []
        self._no_guides: dict[str, Verdicts] = {}

    def is_settled(self, content: str) -> bool:
        """Tell whether an earlier run found no fault in this; if none did, this run will check it.

        `keep` then marks it as settled; a run that finds a fault does not get there.
        """
        if self._tool is None:
            return False
        slot = digest(_SETTLED, content)
        if self._database.get(slot, self._tool) == _SETTLED:
            return True
        self._new.append((slot, self._tool, _SETTLED))
        return False

    def find(self, slot: str, key: str, source: Source, tree: FileTree) -> LintResult | None:
        """Return what was found in a text, where the files that it depends on are unchanged."""
        value = self.recall(slot, key)
        if value is None:
            return None
        try:
            result = decode(value, source)
            return result if result.dependencies.are_unchanged(tree) else None
        except _BAD_VALUES:  # damaged where SQLite does not notice
            return None

    def recall(self, slot: str, key: str) -> bytes | None:
        """Return what was remembered under a slot, where it holds for a key."""
        return self._database.get(slot, digest(self._tool, key)) if self._tool else None

    def remember(self, slot: str, key: str, value: bytes) -> None:
        """Note a value that is worked out from what the key stands for alone."""
        if self._tool:
            self._new.append((slot, digest(self._tool, key), value))

    def add(self, slot: str, key: str, result: LintResult) -> None:
        """Note what was found."""
        if value := encode(result):
            self.remember(slot, key, value)

    def no_guides(self, config: str) -> Verdicts:
        """Return which texts are no guides by the config of a digest."""
        if config not in self._no_guides:
            slot = digest(_NO_GUIDES, config)
            kept = self._database.get(slot, self._tool) if self._tool else None
            self._no_guides[config] = Verdicts(kept or b"")
        return self._no_guides[config]

    def close(self) -> None:
        """Let go of the file while other processes work."""
        self._database.close()

    def keep(self) -> None:
        """Keep what is new for the next run."""
        if self._tool:
            self._new += (
                (digest(_NO_GUIDES, config), self._tool, verdicts.as_bytes)
                for config, verdicts in self._no_guides.items()
                if verdicts.is_new
            )
        if self._new:
            self._database.keep(self._new)
        self._database.close()
