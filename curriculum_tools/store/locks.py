"""Locks on the disk: where they stand, and what their sources are called from there."""

import os

from curriculum_tools.store.paths import folder_of, seen_from
from curriculum_tools.store.sources import is_revision, path_of_source

ENDING = ".lock.json"


def lock_of(guide: str) -> str:
    """Return the path of the lock of a guide: the guide's, with another ending."""
    return os.path.splitext(guide)[0] + ENDING


def name_in_lock(lock: str, path: str) -> str:
    """Return the name of a source in a lock: its path from the lock's folder, with `/`.

    One out of git goes by the name under which git has it.
    """
    return path if is_revision(path) else seen_from(folder_of(lock), path)


def path_from_lock(lock: str, name: str) -> str:
    """Return the path of a source that a lock names; what git has is called as git has it."""
    path = os.path.join(folder_of(lock), name)
    return name if is_revision(name) and not os.path.lexists(path) else path


def source_path(lock: str, name: str) -> str:
    """Return where a source lies that a lock names, or lay in git's past."""
    return path_of_source(path_from_lock(lock, name))
