"""Temporary files, which say whose they are: what a killed run left behind, the next one clears.

Each name has the host and the process in it. Only what a process of this host made that has ended
is cleared, so that runs beside each other leave each other alone.
"""

import contextlib
import os
import re
import sys
import time
from collections.abc import Iterator
from functools import cache
from typing import IO

from curriculum_tools.store.digest import digest

_NAME = re.compile(r"\.?curriculum-(?P<host>[0-9a-f]{8})-(?P<process>[0-9]+)-[0-9a-f]{16}\.part")
_OLD = 24 * 60 * 60  # seconds, after which it does not matter whose it is


def open_beside(target: str) -> IO[bytes]:
    """Open a new file in the folder of another; raises OSError. Its path is the file's `name`."""
    folder = os.path.dirname(target)
    _clear(folder)
    return open(os.path.join(folder, f".{_new_name()}"), "xb", opener=_only_mine)


@contextlib.contextmanager
def temporary_folder() -> Iterator[str]:
    """Yield the path of a new folder, which is removed with what is in it."""
    from shutil import rmtree
    from tempfile import gettempdir

    _clear(gettempdir())
    path = os.path.join(gettempdir(), _new_name())
    try:
        os.mkdir(path, 0o700)
        yield path
    finally:
        rmtree(path, ignore_errors=True)


def _only_mine(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _new_name() -> str:
    return f"curriculum-{_host()}-{os.getpid()}-{os.urandom(8).hex()}.part"


@cache
def _host() -> str:
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return digest(name)[:8]


def _clear(folder: str) -> None:
    """Remove what runs that were killed have left in a folder; what cannot be removed stays."""
    with contextlib.suppress(OSError), os.scandir(folder or os.curdir) as listing:
        for entry in listing:
            if (match := _NAME.fullmatch(entry.name)) and _is_left(entry, match):
                _remove(entry)


def _is_left(entry: "os.DirEntry[str]", match: re.Match[str]) -> bool:
    found = entry.stat(follow_symlinks=False)
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        return False
    is_over = match["host"] == _host() and not _is_running(int(match["process"]))
    return is_over or time.time() - found.st_mtime > _OLD


def _is_running(process: int) -> bool:
    if sys.platform == "win32":  # where asking is ending it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # another user's
        return True
    return True


def _remove(entry: "os.DirEntry[str]") -> None:
    if entry.is_dir(follow_symlinks=False):
        from shutil import rmtree

        rmtree(entry.path, ignore_errors=True)
    else:
        os.unlink(entry.path)
