"""What git knows of files; the only module that starts a process."""

import os
from collections.abc import Iterator, Sequence

# Git sets these for its hooks; they would make it answer for another repository or index.
_OF_ANOTHER_CALL = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")


def listed_files(folder: str) -> list[str] | None:
    """Give the files below a folder that git tracks or would track, relative to the folder.

    Repositories within the folder, submodules among them, list their own files. Files that
    are tracked but gone may be among them. None where the folder is in no work tree, or git
    is missing or fails.
    """
    if not _in_work_tree(folder):
        return None
    arguments = ["ls-files", "-z", "--stage", "--cached", "--others", "--exclude-standard"]
    output = _git(folder, arguments)
    if output is None:
        return None
    return sorted(set(_with_inner_repositories(folder, output)))


def _with_inner_repositories(folder: str, output: bytes) -> Iterator[str]:
    for entry in output.split(b"\0"):
        stage, tab, tracked = entry.partition(b"\t")
        is_tracked = tab and stage.count(b" ") == 2
        name = os.fsdecode(tracked if is_tracked else entry)
        if (is_tracked and stage.startswith(b"160000 ")) or name.endswith("/"):
            name = name.rstrip("/")
            inner = os.path.join(folder, name)
            # a submodule that was never checked out is an empty folder of this repository
            files = listed_files(inner) if os.path.lexists(os.path.join(inner, ".git")) else None
            yield from (f"{name}/{file}" for file in files or ())
        elif name:
            yield name


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

    # A repository's own config may name a program as its monitor; reading must not start it.
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    environment = {k: v for k, v in os.environ.items() if k not in _OF_ANOTHER_CALL}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
