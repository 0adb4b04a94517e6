"""Writing files, whole or not at all."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.paths import is_there
from curriculum_tools.store.reading import read_source


def write_text(path: str, text: str) -> None:
    """Write a text as UTF-8: to a temporary file beside it, flushed, then renamed over it.

    An existing file keeps its permissions, and its owner where the system lets it. Raises
    UnreadableError where it cannot be written.
    """
    target = os.path.realpath(path)  # a symlink stays one
    temporary = None
    try:
        before = os.stat(target) if os.path.exists(target) else None
        with tempfile.NamedTemporaryFile(
            "w",
            dir=os.path.dirname(target),
            prefix=".curriculum-",
            delete=False,
            encoding="utf-8",
            errors="surrogateescape",
            newline="",
        ) as file:
            temporary = file.name
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _give_rights(temporary, before)
        os.replace(temporary, target)
        temporary = None
    except OSError as error:
        raise UnreadableError(path, error.strerror or "cannot be written") from None
    finally:  # an interrupted run leaves nothing behind, either
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def differs(path: str, text: str) -> bool:
    """Tell whether a file holds another text, or is not there; raises UnreadableError."""
    return not is_there(path) or read_source(path).text != text


def _give_rights(path: str, before: os.stat_result | None) -> None:
    """Give a file the owner and permissions of the one it replaces, else those of a new one."""
    if before is None:
        os.chmod(path, 0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # only root may give a file away
            os.chown(path, before.st_uid, before.st_gid)
    os.chmod(path, stat.S_IMODE(before.st_mode))


def write_below(folder: str, texts: Mapping[str, str]) -> None:
    """Write texts to files by their paths from a folder, making the folders that are missing.

    Nothing is written where one of them would come to lie outside, through a link or `..`.
    Raises UnreadableError.
    """
    top = os.path.realpath(folder)
    for path in texts:
        target = os.path.realpath(os.path.join(top, path))
        if os.path.commonpath([top, target]) != top:
            raise UnreadableError(os.path.join(folder, path), f"leads out of {folder}")
    for path, text in texts.items():
        target = os.path.join(top, path)
        try:
            os.makedirs(os.path.dirname(target), exist_ok=True)
        except OSError as error:
            raise UnreadableError(os.path.dirname(target), error.strerror or "no folder") from None
        write_text(target, text)


def _umask() -> int:
    """Read the umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
