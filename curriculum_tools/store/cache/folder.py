"""The folder of the cache: made here, or not touched.

A repository may come with a folder of the same name, in which a database says that there is nothing
to find, or a link has the cache write elsewhere. So the folder has a mark that nobody can make
elsewhere: where on this disk it lies, and a time that was drawn by lot and given to a file. A
checkout gives files other places and other times.
"""

import os
import stat

from curriculum_tools.store.paths import CACHE_FOLDER, CONFIG_FILE

IGNORE = ".gitignore"
_TEXT = "*\n# Written by `curriculum lint` for itself alone, here: {mark}\n"


def cache_folder() -> str:
    """Return the folder of the cache: beside the nearest config or `.git` upward, else here."""
    here = folder = os.getcwd()
    above = ""
    while folder != above:
        if any(os.path.lexists(os.path.join(folder, name)) for name in (CONFIG_FILE, ".git")):
            return os.path.join(folder, CACHE_FOLDER)
        folder, above = os.path.dirname(folder), folder
    return os.path.join(here, CACHE_FOLDER)


def make_folder(folder: str) -> None:
    """Make the folder and have git ignore it, where nothing is there; raises OSError.

    One that a run was killed in making is finished.
    """
    if not os.path.lexists(folder):
        os.mkdir(folder)
    elif os.path.islink(folder) or is_own(folder) or not set(os.listdir(folder)) <= {IGNORE}:
        return
    path = os.path.join(folder, IGNORE)
    if os.path.lexists(path):
        os.unlink(path)
    seconds = 2 * int.from_bytes(os.urandom(3), "big")  # even, as the coarsest systems keep them
    with open(path, "x", encoding="utf-8") as file:
        file.write(_TEXT.format(mark=_mark(os.fstat(file.fileno()), seconds)))
        file.flush()
        if os.utime in os.supports_fd:  # by now another run may have begun anew
            os.utime(file.fileno(), (seconds, seconds))
    if os.utime not in os.supports_fd:
        os.utime(path, (seconds, seconds))


def is_own(folder: str) -> bool:
    """Tell whether the cache has made a folder, and nothing in it leads elsewhere."""
    path = os.path.join(folder, IGNORE)
    try:
        whose = os.lstat(folder)
        found = os.lstat(path)
        if not stat.S_ISDIR(whose.st_mode) or not stat.S_ISREG(found.st_mode):
            return False
        with open(path, encoding="utf-8") as file:
            text = file.read(1000)
        with os.scandir(folder) as listing:
            is_plain = all(entry.is_file(follow_symlinks=False) for entry in listing)
    except (OSError, ValueError):
        return False
    is_ours = not hasattr(os, "geteuid") or whose.st_uid == os.geteuid()
    return is_plain and is_ours and text == _TEXT.format(mark=_mark(found, int(found.st_mtime)))


def _mark(found: os.stat_result, seconds: int) -> str:
    return f"{found.st_dev:x}-{found.st_ino:x}-{seconds:x}"
