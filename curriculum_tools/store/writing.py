"""Writing files, whole or not at all."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping

from curriculum_tools.facts.line_ends import read_line_ends, with_line_ends
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.bounds import link_out
from curriculum_tools.store.paths import is_there
from curriculum_tools.store.reading import read_source
from curriculum_tools.store.temporary import open_beside


def write_text(path: str, text: str) -> None:
    """Write a text as UTF-8: to a temporary file beside it, flushed, then renamed over it.

    An existing file keeps its permissions, and its owner where the system lets it. Raises
    UnreadableError where it cannot be written.
    """
    write_texts([(path, text)])


def write_bytes(path: str, data: bytes) -> None:
    """Write bytes as `write_text` writes a text; raises UnreadableError."""
    write_text(path, data.decode("utf-8", "surrogateescape"))


def write_made(texts: Iterable[tuple[str, str]]) -> None:
    """Write texts that the tool has made to files by their paths, as `write_texts` does.

    Their lines end as most do in the files that they replace, and in new files with LF: what git
    has checked out with CRLF stays so.
    """
    write_texts((path, _with_line_ends_of(path, text)) for path, text in texts)


def write_texts(texts: Iterable[tuple[str, str]]) -> None:
    """Write texts to files by their paths, as `write_text` does.

    All of them are ready beside their files before the first is renamed: a full disk changes none.
    What is no file, such as a device or a FIFO, is written into and never replaced.
    """
    with contextlib.ExitStack() as leftovers:  # an interrupted run leaves nothing behind, either
        ready = []
        streams = []
        for path, text in texts:
            if is_stream(path):
                streams.append((path, text))
            else:
                ready.append((path, *_make_ready(path, text, leftovers)))
        for path, temporary, target in ready:
            with _blaming(path):
                os.replace(temporary, target)
        for path, text in streams:
            with _blaming(path), open(path, "wb") as stream:
                stream.write(_encoded(text))


def is_stream(path: str) -> bool:
    """Tell whether what a path names is written into as it is: no file, or one of the system's."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    is_of_system = os.path.abspath(path).startswith(("/dev/", "/proc/"))  # /dev/stdout, /dev/fd/3
    return is_of_system or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _encoded(text: str) -> bytes:
    """Return a text as it is written; raises OSError where it has no bytes."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise OSError(errno.EILSEQ, "has characters that no file can hold") from None


def _make_ready(path: str, text: str, leftovers: contextlib.ExitStack) -> tuple[str, str]:
    """Write a temporary file; return its path, and that of the file it is to replace."""
    refuse_link_out(path)
    target = os.path.realpath(path)  # a symlink stays one
    with _blaming(path):
        before = os.stat(target) if os.path.exists(target) else None
        data = _encoded(text)
        with open_beside(target) as file:
            leftovers.callback(_remove, file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        give_rights(file.name, before)
    return file.name, target


def refuse_link_out(path: str) -> None:
    """Raise UnreadableError for a link that leads out of its tree; a person can name its target."""
    if link := link_out(path):
        where = os.path.realpath(link)
        raise UnreadableError(path, f"a link that leads out to {where}, and is not written through")


@contextlib.contextmanager
def _blaming(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnreadableError(path, error.strerror or "cannot be written") from None


def remove_file(path: str) -> None:
    """Remove a file; raises UnreadableError where that cannot be done."""
    with _blaming(path):
        os.unlink(path)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):  # it has mostly been renamed
        os.unlink(path)


def differs(path: str, text: str) -> bool:
    """Tell whether a file holds another text, or is not there; raises UnreadableError.

    How lines end makes no difference: that depends on how git has checked the file out.
    """
    return not is_there(path) or with_line_ends(read_source(path).text) != with_line_ends(text)


def _with_line_ends_of(path: str, text: str) -> str:
    standing = read_source(path).text if is_there(path) else ""
    return with_line_ends(text, read_line_ends(standing).usual)


def give_rights(path: str, before: os.stat_result | None) -> None:
    """Give a file the owner and permissions of the one it replaces, else those of a new one."""
    if before is None:
        os.chmod(path, 0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # only root may give a file away
            os.chown(path, before.st_uid, before.st_gid)
    os.chmod(path, stat.S_IMODE(before.st_mode))


def write_below(folder: str, texts: Mapping[str, str]) -> None:
    """Write texts as `write_made` does, by paths from a folder, making folders that are missing.

    Nothing is written where one of them would come to lie outside, through a link or `..`.
    Raises UnreadableError.
    """
    refuse_link_out(folder)
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
        write_made([(target, text)])


def _umask() -> int:
    """Read the umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
