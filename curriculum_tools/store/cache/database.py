"""The cache's file: values by slot, each under the key it holds for.

A slot is what is overwritten when a guide changes, so that the file does not grow with every
edit; the key is all that the value depends on. SQLite sees to runs that share the file. Whatever
goes wrong with it, the cache has no results and keeps nothing, and linting goes on without it.
"""

import contextlib
import os
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.cache.folder import IGNORE, is_own, make_folder
from curriculum_tools.store.cache.replay import records_in
from curriculum_tools.store.digest import SIZE, digest
from curriculum_tools.store.reading import why

if TYPE_CHECKING:
    from sqlite3 import Connection

FILE = "lint-1.sqlite"  # the number is that of the layout
PATIENCE = 2.0  # seconds to wait for another run that is writing
KEPT = 60 * 24 * 60 * 60  # seconds after which an entry is dropped; one still in use is made anew

_TABLE = """
create table if not exists entries (
    slot text primary key, key text not null, written integer not null, value blob not null
) without rowid
"""


class Database:
    """Entries in a file below a folder, which is made when the first is kept."""

    def __init__(self, folder: str) -> None:
        """Take the folder of the cache."""
        self._folder = folder
        self._path = os.path.join(folder, FILE)
        self._reading: Connection | None = None
        self._is_usable = os.path.isfile(self._path) and is_own(folder)

    def get(self, slot: str, key: str) -> bytes | None:
        """Return the value of a slot where it holds for a key."""
        if not self._is_usable:
            return None
        try:
            self._reading = self._reading or self._connect()
            query = "select value from entries where slot = ? and key = ?"
            row = self._reading.execute(query, (slot, key)).fetchone()
        except Exception as error:  # noqa: BLE001 - a damaged file leads to errors of many kinds
            self._give_up(error)
            return None
        return _opened(key, row[0]) if row else None

    def close(self) -> None:
        """Close the file: a process must not be divided while it is open."""
        if self._reading:
            self._reading.close()
            self._reading = None

    def keep(self, entries: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep slots, keys and values, all or none."""
        self.close()
        now = int(time.time())
        rows = ((slot, key, now, _sealed(key, value)) for slot, key, value in entries)
        try:
            make_folder(self._folder)
            if not is_own(self._folder):
                return
            with contextlib.closing(self._connect()) as writing, writing:
                writing.execute(_TABLE)
                writing.executemany("insert or replace into entries values (?, ?, ?, ?)", rows)
                writing.execute("delete from entries where written < ?", (now - KEPT,))
        except Exception as error:  # noqa: BLE001 - whatever it is, linting does not need a cache
            self._give_up(error)

    def _connect(self) -> "Connection":
        from sqlite3 import connect

        connection = connect(self._path, timeout=PATIENCE)
        # A lost cache is no loss. And a journal must not outlive a file that is removed.
        connection.execute("pragma synchronous = off")
        connection.execute("pragma journal_mode = memory")
        connection.execute("pragma trusted_schema = off")
        return connection

    def _give_up(self, error: Exception) -> None:
        """Do without the file from now on; remove one that is damaged, so that it is made anew.

        Another run that is writing, a full disk or one that is read-only are no damage.
        """
        from sqlite3 import SQLITE_CORRUPT, SQLITE_ERROR, SQLITE_NOTADB, Error

        self._is_usable = False
        self.close()
        code = getattr(error, "sqlite_errorcode", None) if isinstance(error, Error) else None
        is_damage = code in (SQLITE_CORRUPT, SQLITE_ERROR, SQLITE_NOTADB)
        if is_damage or not isinstance(error, OSError | Error):
            with contextlib.suppress(OSError):
                os.unlink(self._path)


def _sealed(key: str, value: bytes) -> bytes:
    """Put a digest before a value, by which it is known to be whole and to belong to its key."""
    return bytes.fromhex(digest(key, value)) + value


def _opened(key: str, sealed: object) -> bytes | None:
    if not isinstance(sealed, bytes):
        return None
    value = sealed[SIZE:]
    return value if bytes.fromhex(digest(key, value)) == sealed[:SIZE] else None


def remove(folder: str) -> list[str]:
    """Remove the cache in a folder; return what was removed, the folder alone where all of it was.

    Only what the cache has made is touched. Raises UnreadableError, also for a folder that it has
    not made.
    """
    if os.path.lexists(folder) and not is_own(folder):
        raise UnreadableError(folder, "the cache has not made this here; remove it by hand")
    removed: list[str] = []
    try:
        records = records_in(folder) if os.path.isdir(folder) else []
        for path in (*records, os.path.join(folder, FILE), os.path.join(folder, IGNORE)):
            if os.path.lexists(path):
                os.unlink(path)
                removed.append(path)
        if os.path.isdir(folder) and not os.listdir(folder):
            os.rmdir(folder)
            removed = [folder]
    except OSError as error:
        raise UnreadableError(error.filename, f"cannot be removed: {why(error)}") from None
    return removed
