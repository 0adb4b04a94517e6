"""Paths as people see them: with `/`, and from the current folder where they lie below it."""

import os

from curriculum_tools.store import disk

TYPE_CHECKING = False  # as typing has it, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Sequence

CACHE_FOLDER = ".curriculum-cache"
CONFIG_FILE = "curriculum.toml"
DEEPEST = 100  # folders in folders; each costs frames of Python
PASSED_OVER = {"node_modules", "__pycache__", "venv"}  # where git cannot say what is ignored


def shown(path: str) -> str:
    """Return a path as it is shown: from the current folder if it lies below, else as written."""
    tidy = os.path.normpath(path)
    if _ups(tidy) != _ups(path) and disk.realpath(tidy) != disk.realpath(path):
        return _posix(path)  # past a link, `..` leads elsewhere
    return _posix(_within(os.getcwd(), tidy) or tidy)


def shown_in(folder: str, path: str) -> str:
    """Return a path that is written as seen from a folder, as it is shown."""
    return shown(os.path.join(folder, path))


def shown_from_here(path: str) -> str:
    """Return a path that the tool found itself, from the current folder where there is a way."""
    try:
        return _posix(os.path.relpath(path))
    except ValueError:  # on another drive
        return _posix(path)


def below(folder: str, path: str) -> str | None:
    """Return a path as seen from a folder it lies below; None where it does not."""
    inner = _within(os.path.abspath(folder), path)
    return _posix(inner) if inner else None


def _within(folder: str, path: str) -> str | None:
    start, full = os.path.join(folder, ""), os.path.join(os.path.abspath(path), "")
    if not full.startswith(start):
        return None
    return full[len(start) : -1] or os.curdir


def _posix(path: str) -> str:
    """Return a path with `/`, each once, and without `.` (pathlib takes long to import)."""
    drive, rest = os.path.splitdrive(path)
    rest = rest.replace(os.sep, "/")
    names = "/".join(name for name in rest.split("/") if name not in ("", "."))
    return drive + ("/" if rest.startswith("/") else "") + names or os.curdir


def _ups(path: str) -> int:
    return path.split(os.sep).count(os.pardir)


def folder_of(path: str) -> str:
    """Return the folder that a path lies in; the current one where it names none."""
    return os.path.dirname(path) or os.curdir


def seen_from(folder: str, path: str) -> str:
    """Return the way from a folder to a path, up and down."""
    try:
        return _posix(os.path.relpath(path, folder))
    except ValueError:  # on another drive
        return _posix(path)


def true_path(*parts: str) -> str:
    """Return the one path of a file that may be reached by several."""
    return disk.realpath(os.path.join(*parts))


class TruePaths:
    """The one path of each of many files; the folders that they share are looked up once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._folders: dict[str, str] = {}

    def of(self, path: str) -> str:
        """Return the one path of a file that may be reached by several."""
        folder, name = os.path.split(path)
        if name in ("", os.curdir, os.pardir) or path.count(os.sep) > DEEPEST:
            return disk.realpath(path)
        whole = os.path.join(self.of_folder(folder or os.curdir), name)
        return disk.realpath(whole) if disk.islink(whole) else whole

    def of_folder(self, folder: str) -> str:
        """Return the one path of a folder."""
        if folder not in self._folders:
            self._folders[folder] = self.of(folder)
        return self._folders[folder]


def is_meant(path: str, named: "Sequence[str]") -> bool:
    """Tell whether a path is one of those named, or lies below one; without any, each is meant."""
    true = true_path(path)
    return not named or any(below(true_path(name), true) for name in named)


def is_there(path: str) -> bool:
    """Tell whether there is a file at a path."""
    return disk.isfile(path)


def is_folder(path: str) -> bool:
    """Tell whether there is a folder at a path."""
    return disk.isdir(path)


def folders_below(folder: str, depth: int = 2) -> list[str]:
    """Return the folders up to a depth below a folder, as paths from it; no hidden ones."""
    found = []
    for parent, folders, _files in os.walk(folder):
        disk.note(parent, is_whole=True)
        above = [] if parent == folder else seen_from(folder, parent).split("/")
        folders[:] = sorted(n for n in folders if not n.startswith(".") and n not in PASSED_OVER)
        found += ["/".join([*above, name]) for name in folders]
        if len(above) + 1 >= depth:
            folders.clear()
    return found
