"""Reading guides: bytes to text, without loss."""

import os
import stat
import sys
from pathlib import Path

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.source import Source

STANDARD_INPUT = "-"
LARGEST = 64 * 1024 * 1024  # bytes; far above any guide, far below what fills a machine


def read_source(path: str, shown_as: str | None = None) -> Source:
    """Read a guide; raises UnreadableError.

    Bytes that are no UTF-8 become lone surrogates, so that they can be reported and written
    back (PEP 383). Line ends and a byte order mark stay as they are.
    """
    name = shown_as or path
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        data = _read_regular_file(path, name)
    if len(data) > LARGEST:
        raise UnreadableError(name, f"larger than {LARGEST // 1024**2} MiB, which no guide is")
    return Source(name, data.decode("utf-8", "surrogateescape"))


def _read_regular_file(path: str, name: str) -> bytes:
    try:
        # Without O_NONBLOCK, opening a FIFO waits for somebody to write into it.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise UnreadableError(name, "not a regular file")
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(name, _reason(error, path)) from None


def _reason(error: OSError | ValueError, path: str) -> str:
    if isinstance(error, IsADirectoryError) or Path(path).is_dir():
        return "a folder, not a guide"
    return getattr(error, "strerror", None) or str(error)
