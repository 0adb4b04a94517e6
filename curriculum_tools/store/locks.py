"""Locks on the disk: where they stand, and what their sources are called from there."""

import os

from curriculum_tools.store.paths import folder_of, seen_from

ENDING = ".lock.json"


def lock_of(guide: str) -> str:
    """Return the path of the lock of a guide: the guide's, with another ending."""
    return os.path.splitext(guide)[0] + ENDING


def name_in_lock(lock: str, path: str) -> str:
    """Return the name of a source in a lock: its path from the lock's folder, with `/`."""
    return seen_from(folder_of(lock), path)


def path_from_lock(lock: str, name: str) -> str:
    """Return the path of a source that a lock names."""
    return os.path.join(folder_of(lock), name)
