"""Runs that would say what an earlier one said, for nothing they look at has changed.

A record of a run has what it looked at, with stamps, and what it said. It holds for the same
arguments, folder, environment and terminal, and for the same Python and tool. What was written just
before it was looked at leaves no record: it could be written again without another stamp.

A run that is replayed imports this and little else, so nothing here may bring much along.
"""

import marshal
import os
import sys
import time

from curriculum_tools.store import disk
from curriculum_tools.store.cache.folder import cache_folder, is_own
from curriculum_tools.store.cache.tool_digest import tool_digest
from curriculum_tools.store.digest import SIZE, digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    Said: TypeAlias = Sequence[tuple[int, str]]
    """What was written, in its order: to standard output, 1, or to standard error, 2."""

PREFIX = "run-1-"  # of the names of records; the number is that of the layout
MOST = 50  # records in a folder; the oldest make room
MOST_BYTES = 64_000_000  # that they may take together
LARGEST = 16_000_000  # characters said, or looks taken; more is not worth keeping
RACY = 2_000_000_000  # nanoseconds; the coarsest file systems count two seconds

#: What of the environment a run depends on: looks, encodings, and where git finds its settings.
VARIABLES = ("COLUMNS", "FORCE_COLOR", "HOME", "LANG", "NO_COLOR", "PATH", "TERM")
VARIABLE_GROUPS = ("GIT_", "LC_", "PYTHON", "XDG_")


def find(arguments: "Sequence[str]") -> "tuple[Said, int] | None":
    """Return what a run would say, and its exit code; None where it has to be made."""
    try:
        folder = cache_folder()
        if not is_own(folder):
            return None
        with open(os.path.join(folder, record_name(arguments)), "rb") as file:
            sealed = file.read()
        body = sealed[SIZE:]
        if bytes.fromhex(digest(body)) != sealed[:SIZE]:
            return None
        tool, looks, said, code = marshal.loads(body)
        is_same = tool == tool_digest() and all(disk.stamp(*look) == was for look, was in looks)
    except (OSError, ValueError, EOFError, TypeError):  # there is none, or it is damaged
        return None
    return (said, code) if is_same else None


def keep(arguments: "Sequence[str]", notes: "disk.Notes", said: "Said", code: int) -> None:
    """Keep a record of a run that has ended, where there is a cache and it may be believed."""
    newest = time.time_ns() - RACY
    is_large = len(notes) + sum(len(text) for _, text in said) > LARGEST
    if is_large or any(disk.latest_change(stamp) > newest for stamp in notes.values()):
        return
    try:
        folder = cache_folder()
        if is_own(folder):
            body = marshal.dumps((tool_digest(), tuple(notes.items()), tuple(said), int(code)))
            _write(os.path.join(folder, record_name(arguments)), body)
            _prune(folder)
    except (OSError, ValueError):  # linting needs no record
        return


def records_in(folder: str) -> list[str]:
    """Return the paths of the records in a folder, the newest first; raises OSError."""
    names = (name for name in os.listdir(folder) if name.startswith(PREFIX))
    return sorted((os.path.join(folder, name) for name in names), key=_written, reverse=True)


def _written(path: str) -> float:
    return os.stat(path).st_mtime


def _write(path: str, body: bytes) -> None:
    from curriculum_tools.store.temporary import open_beside

    with open_beside(path) as file:
        file.write(bytes.fromhex(digest(body)) + body)
    os.replace(file.name, path)


def _prune(folder: str) -> None:
    left = MOST_BYTES
    for number, path in enumerate(records_in(folder)):
        left -= os.stat(path).st_size
        if number >= MOST or (number and left < 0):
            os.unlink(path)


def record_name(arguments: "Sequence[str]") -> str:
    """Return the name of the record of a run in this folder, environment and terminal."""
    variables = sorted(
        (name, value)
        for name, value in os.environ.items()
        if name in VARIABLES or name.startswith(VARIABLE_GROUPS)
    )
    terminals = [(stream.isatty(), stream.encoding) for stream in (sys.stdout, sys.stderr)]
    user = os.geteuid() if hasattr(os, "geteuid") else 0
    whole = (*arguments,), os.getcwd(), variables, terminals, _size(), user, sys.flags
    return PREFIX + digest(repr(whole))


def _size() -> tuple[int, ...]:
    try:
        return tuple(os.get_terminal_size(1))
    except OSError:
        return ()
