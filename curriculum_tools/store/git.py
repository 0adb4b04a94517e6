"""What git knows of files; the only module that starts a process."""

import os
from collections.abc import Sequence


def listed_files(folder: str) -> list[str] | None:
    """Give the files below a folder that git tracks or would track, relative to the folder.

    None where the folder is in no work tree, or git is missing or fails.
    """
    if not _in_work_tree(folder):
        return None
    output = _git(folder, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    if output is None:
        return None
    return sorted({os.fsdecode(name) for name in output.split(b"\0") if name})


def _in_work_tree(folder: str) -> bool:
    """Look for `.git` upward, so that no process is started where there is none."""
    current = os.path.abspath(folder)
    while not os.path.lexists(os.path.join(current, ".git")):
        parent = os.path.dirname(current)
        if parent == current:
            return False
        current = parent
    return True


def _git(folder: str, arguments: Sequence[str]) -> bytes | None:
    import subprocess

    command = ["git", "-C", folder, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
