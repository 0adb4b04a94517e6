"""Looks at the disk, named as in `os` and `os.path`, that decide what a run says.

They are noted where the run may be replayed. A note is a path and its stamp at the time of the
look: what `lstat` says, and `stat` where it is a link. What was only looked for counts by its kind,
what was read or listed by all that a change of it changes. So whoever stamps the paths again knows
whether a run would see the same.
"""

import os
import stat as modes

TYPE_CHECKING = False  # as typing has it, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import IO, TypeAlias

    Stamp: TypeAlias = tuple[int, ...]
    Notes: TypeAlias = Mapping[tuple[str, bool], Stamp]

_SIZE = 6  # of a stamp of the whole
_notes: "dict[tuple[str, bool], Stamp] | None" = None


def take_notes() -> None:
    """Note all looks from now on, beginning with none."""
    global _notes
    _notes = {}


def hand_over_notes() -> "Notes | None":
    """Return the notes of this run by path and whether the whole counts, and take no more.

    None where none were taken.
    """
    global _notes
    notes, _notes = _notes, None
    return notes


def forget_notes() -> None:
    """Take no notes of this run: it depends on what is not noted."""
    hand_over_notes()


def takes_notes() -> bool:
    """Tell whether looks are noted."""
    return _notes is not None


def note(path: str, *, is_whole: bool = False) -> None:
    """Note a look that is about to be made; of the whole, where it is read or listed."""
    if _notes is not None:
        key = os.path.abspath(path) if path else path, is_whole
        if key not in _notes:
            _notes[key] = stamp(*key)


def stamp(path: str, is_whole: bool) -> "Stamp":
    """Return what tells whether a look at a path still shows the same."""
    try:
        found = os.lstat(path)
        if modes.S_ISLNK(found.st_mode):
            return *_all_of(found), *_stamp_of_target(path, is_whole)
    except OSError as error:
        return (-(error.errno or 1),)
    except ValueError:  # a NUL in the path
        return ()
    return _all_of(found) if is_whole else (modes.S_IFMT(found.st_mode),)


def _stamp_of_target(path: str, is_whole: bool) -> "Stamp":
    """Return the same for what a link leads to."""
    try:
        found = os.stat(path)
    except OSError as error:
        return (-(error.errno or 1),)
    return _all_of(found) if is_whole else (found.st_mode, found.st_dev, found.st_ino)


def latest_change(stamp: "Stamp") -> int:
    """Return when what was read or listed was last changed, in nanoseconds; 0 for other stamps."""
    return max((*stamp[4:6], *stamp[10:12])) if len(stamp) >= _SIZE else 0


def _all_of(found: os.stat_result) -> "Stamp":
    return (
        found.st_mode,
        found.st_dev,
        found.st_ino,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
    )


def stat(path: str) -> os.stat_result:
    """Return what there is at a path, through links; raises OSError or ValueError."""
    note(path)
    return os.stat(path)


def lexists(path: str) -> bool:
    """Tell whether there is anything at a path, if only a link that leads nowhere."""
    note(path)
    return os.path.lexists(path)


def isfile(path: str) -> bool:
    """Tell whether there is a file at a path."""
    note(path)
    return os.path.isfile(path)


def isdir(path: str) -> bool:
    """Tell whether there is a folder at a path."""
    note(path)
    return os.path.isdir(path)


def islink(path: str) -> bool:
    """Tell whether there is a link at a path."""
    note(path)
    return os.path.islink(path)


def realpath(path: str) -> str:
    """Return the one path, without links, of what a path leads to."""
    real = os.path.realpath(path)
    if _notes is not None:
        for way in {os.path.abspath(path), real}:
            step = way
            while (step, False) not in _notes:
                note(step)
                step = os.path.dirname(step)
    return real


def scandir(folder: str) -> "os._ScandirIterator[str]":
    """Return what is in a folder, to be used in a `with`; raises OSError or ValueError."""
    note(folder, is_whole=True)
    return os.scandir(folder)


def open_to_read(path: str) -> "IO[bytes]":
    """Open a file to read its bytes; raises OSError or ValueError."""
    note(path, is_whole=True)
    return open(path, "rb")
