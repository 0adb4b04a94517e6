"""Which files git knows of below a folder, tracked or not, but none that it ignores."""

import os
from collections.abc import Iterator

from curriculum_tools.store import disk
from curriculum_tools.store.git import ask_git, work_tree


def listed_files(folder: str) -> list[str] | None:
    """Return the files below a folder that git tracks or would track, relative to the folder.

    Repositories within the folder, submodules among them, list their own files. Tracked files
    that were removed may be among them. None where the folder is in no work tree, or git
    is missing or fails.
    """
    top = work_tree(folder)
    if top is None:
        return None
    arguments = ["ls-files", "-z", "--stage", "--cached", "--others", "--exclude-standard"]
    answer = ask_git(folder, arguments)
    if answer.failed:
        disk.forget_notes()  # why it fails may lie anywhere
        return None
    files = sorted(set(_with_inner_repositories(folder, answer.output)))
    if disk.takes_notes():
        from curriculum_tools.store.git_listing import note_listing

        note_listing(folder, top, files)
    return files


def _with_inner_repositories(folder: str, output: bytes) -> Iterator[str]:
    for entry in output.split(b"\0"):
        stage, tab, tracked = entry.partition(b"\t")
        is_tracked = tab and stage.count(b" ") == 2
        name = os.fsdecode(tracked if is_tracked else entry)
        if (is_tracked and stage.startswith(b"160000 ")) or name.endswith("/"):
            name = name.rstrip("/")
            inner = os.path.join(folder, name)
            # a submodule that was never checked out is an empty folder of this repository
            files = listed_files(inner) if disk.lexists(os.path.join(inner, ".git")) else None
            yield from (f"{name}/{file}" for file in files or ())
        elif name:
            yield name
