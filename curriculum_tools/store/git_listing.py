"""What git's listing of a folder depends on, noted where the run may be replayed."""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store import disk
from curriculum_tools.store.git import ask_git
from curriculum_tools.store.paths import CACHE_FOLDER
from curriculum_tools.store.reading import read_regular_file
from curriculum_tools.store.safe_git import git_command

_LISTS = ("index", "info/exclude")  # of a repository
_SETTINGS = ("config", "config.worktree")
_INCLUDES = re.compile(rb"^[ \t]*\[[ \t]*include", re.IGNORECASE | re.MULTILINE)
_EXCLUDES_FILE = re.compile(rb"excludesfile", re.IGNORECASE)


def note_listing(folder: str, top: str, files: Sequence[str]) -> None:
    """Note all that decides which files git lists below a folder; `files` are those it lists.

    That are its index, what it is told to ignore, and the folders in which new files may appear.
    Where settings may lie in files that are named elsewhere, no notes are taken.
    """
    names = [part for name in (*_LISTS, *_SETTINGS) for part in ("--git-path", name)]
    paths = [os.path.join(folder, p) for p in _asked(folder, ["rev-parse", *names], "\n")]
    settings = b"".join(map(_read, (*_of_user(), *paths[len(_LISTS) :])))
    if len(paths) < len(names) // 2 or _INCLUDES.search(settings) or _is_set_outside():
        disk.forget_notes()
        return
    excludes = paths[: len(_LISTS)]
    if _EXCLUDES_FILE.search(settings):
        excludes += _asked(
            folder, ["config", "-z", "--type=path", "--get-all", "core.excludesFile"]
        )
    for path in excludes:
        disk.note(os.path.join(folder, path), is_whole=True)
    for inner in {*_listed_folders(folder, files), *_unlisted_folders(folder)}:
        disk.note(inner, is_whole=True)
        disk.note(os.path.join(inner, ".gitignore"), is_whole=True)
    for above in _between(folder, top):
        disk.note(os.path.join(above, ".gitignore"), is_whole=True)


def _asked(folder: str, arguments: Sequence[str], separator: str = "\0") -> list[str]:
    return list(filter(None, os.fsdecode(ask_git(folder, arguments).output).split(separator)))


def _of_user() -> Iterator[str]:
    """Yield where git looks for settings of the user and of the system, and what they ignore."""
    home = os.path.expanduser("~")
    own = os.path.join(os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config"), "git")
    installed = os.path.dirname(os.path.dirname(git_command()[0]))
    yield os.path.join(home, ".gitconfig")
    yield os.path.join(own, "config")
    yield os.path.join(own, "ignore")
    yield os.path.join(installed, "etc", "gitconfig")
    yield "/etc/gitconfig"


def _is_set_outside() -> bool:
    """Tell whether variables say where git's settings are, or what they are."""
    return any(name.startswith("GIT_CONFIG") for name in os.environ)


def _read(path: str) -> bytes:
    try:
        return read_regular_file(path)
    except UnreadableError:
        return b""


def _listed_folders(folder: str, files: Sequence[str]) -> Iterator[str]:
    """Yield the folders that files which git lists lie in, and those on the way there."""
    names = {""}
    for file in files:
        name = os.path.dirname(file)
        while name not in names:
            names.add(name)
            name = os.path.dirname(name)
    return (os.path.join(folder, name) for name in names)


def _unlisted_folders(folder: str) -> Iterator[str]:
    """Yield the folders that are not ignored and have no file that git lists, with those below."""
    listed = ["ls-files", "-z", "--others", "--directory", "--exclude-standard"]
    names = (name for name in _asked(folder, listed) if name.endswith("/"))
    walks = (os.walk(os.path.join(folder, name)) for name in names)
    for parent, folders, _ in chain.from_iterable(walks):
        if os.path.basename(parent.rstrip("/")) == CACHE_FOLDER:
            folders.clear()
        else:
            yield parent


def _between(folder: str, top: str) -> Iterator[str]:
    above = os.path.abspath(folder)
    while above != top and above != os.path.dirname(above):
        above = os.path.dirname(above)
        yield above
