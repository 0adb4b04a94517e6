"""Reading files: bytes to text, without loss."""

import os
import stat
import sys
from typing import NamedTuple

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.source import Source
from curriculum_tools.store import disk

STANDARD_INPUT = "-"
LARGEST = 64 * 1024 * 1024  # bytes; far above any guide, far below what fills a machine
MOST_LINES = 200_000  # of a guide: twenty times the largest; 190,000 questions took 850 MiB


def read_source(path: str, shown_as: str | None = None) -> Source:
    """Read a guide; raises UnreadableError.

    Bytes that are not UTF-8 become lone surrogates, so that they can be reported and written
    back (PEP 383). Line ends and a byte order mark stay as they are.
    """
    return source_of(read_bytes(path, shown_as), shown_as or path)


def read_guide(path: str, shown_as: str | None = None) -> Source:
    """Read a guide that is to be parsed; raises UnreadableError, also where it is too long."""
    source = read_source(path, shown_as)
    if why := why_too_long(source):
        raise why
    return source


def why_too_long(source: Source) -> UnreadableError | None:
    """Return an error where a guide has more lines than can be held parsed; None otherwise."""
    if source.text.count("\n") <= MOST_LINES:
        return None
    why = f"more than {MOST_LINES:,} lines, which no guide has\n  divide it into several guides"
    return UnreadableError(source.path, why)


def source_of(data: bytes, name: str) -> Source:
    """Return the source that bytes stand for."""
    return Source(name, data.decode("utf-8", "surrogateescape"))


def read_bytes(path: str, shown_as: str | None = None) -> bytes:
    """Read the bytes of a guide; raises UnreadableError."""
    name = shown_as or path
    data = _read_standard_input() if path == STANDARD_INPUT else read_regular_file(path, name)
    if len(data) > LARGEST:
        raise UnreadableError(name, f"larger than {LARGEST // 1024**2} MiB, which no guide is")
    return data


def read_regular_file(path: str, shown_as: str | None = None) -> bytes:
    """Read a file up to one byte more than the largest; raises UnreadableError.

    FIFOs and devices are never opened: reading one may block for ever, or do something.
    """
    name = shown_as or path
    try:
        reason = why_no_file(disk.stat(path).st_mode)
        if reason:
            raise UnreadableError(name, reason)
        with disk.open_to_read(path) as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(name, why(error)) from None


class FileStamp(NamedTuple):
    """What tells a file that was changed from one that was not."""

    inode: int
    size: int
    modified: int  # nanoseconds


def file_stamp(path: str) -> FileStamp | None:
    """Return the stamp of a file; None where it is not there."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return FileStamp(found.st_ino, found.st_size, found.st_mtime_ns)


def why_no_file(mode: int) -> str | None:
    """Say why something of this mode cannot be read as a file; None if it can."""
    if stat.S_ISREG(mode):
        return None
    return "a folder, not a file" if stat.S_ISDIR(mode) else "not a regular file"


def why(error: OSError | ValueError) -> str:
    """Say in a few words why a path cannot be used."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    reason = getattr(error, "strerror", None) or str(error)  # ValueError: a NUL in the path
    return reason[:1].lower() + reason[1:]


def _read_standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise UnreadableError("<stdin>", "standard input is closed")
    try:
        return sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableError("<stdin>", why(error)) from None
