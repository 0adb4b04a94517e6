"""What git has and a work tree lacks: files of a sparse checkout, submodules never fetched."""

import os
import re
from collections.abc import Iterator, Mapping

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.surroundings import EntryKind
from curriculum_tools.store import disk
from curriculum_tools.store.reading import read_source

_SKIPPED = b"S "  # what `git ls-files -t` puts before a file that is not checked out
_PATH = re.compile(r"^[ \t]*path[ \t]*=[ \t]*(\S.*?)(?:(?<![ \t])[ \t]+)?$", re.MULTILINE)

Absent = Mapping[str, Mapping[str, EntryKind]]


def absent_entries(top: str) -> Absent:
    """Return what is not checked out in the work tree with this top, by folder and name.

    Paths start at the top. A folder that has nothing but such files is among its parent's entries.
    Git is asked only in a sparse checkout.
    """
    found: dict[str, dict[str, EntryKind]] = {}
    folder = _git_folder(top)
    if folder is None:
        return found
    if disk.isfile(os.path.join(folder, "info", "sparse-checkout")):
        for path in _skipped_files(top):
            _add(found, path, EntryKind.ABSENT)
    for path in _empty_submodules(top):
        _add(found, path, EntryKind.ABSENT_FOLDER)
    return found


def _add(found: dict[str, dict[str, EntryKind]], path: str, kind: EntryKind) -> None:
    while path:
        above, _, name = path.rpartition("/")
        found.setdefault(above, {}).setdefault(name, kind)
        path, kind = above, EntryKind.FOLDER


def _git_folder(top: str) -> str | None:
    """Return the folder in which git keeps what it knows of a work tree."""
    place = os.path.join(top, ".git")
    if disk.isdir(place):
        return place
    try:
        written = read_source(place).text.partition("\n")[0]
    except UnreadableError:
        return None
    return os.path.join(top, written.removeprefix("gitdir:").strip())


def _skipped_files(top: str) -> Iterator[str]:
    from curriculum_tools.store.git import ask_git

    disk.forget_notes()  # of what git answers here
    listed = ask_git(top, ["ls-files", "-t", "-z"]).output
    for entry in listed.split(b"\0"):
        if entry.startswith(_SKIPPED):
            yield os.fsdecode(entry.removeprefix(_SKIPPED))


def _empty_submodules(top: str) -> Iterator[str]:
    """Yield the submodules that have no file here."""
    try:
        text = read_source(os.path.join(top, ".gitmodules")).text
    except UnreadableError:
        return
    for written in _PATH.findall(text):
        path = written.strip('"').strip("/")
        if path and ".." not in path.split("/") and not _has_entries(os.path.join(top, path)):
            yield path


def _has_entries(folder: str) -> bool:
    try:
        with disk.scandir(folder) as listing:
            return next(listing, None) is not None
    except (OSError, ValueError):
        return False
