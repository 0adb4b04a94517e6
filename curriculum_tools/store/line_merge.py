"""Git's own merge of lines, for what is no guide or cannot be merged as one."""

import os
from typing import NamedTuple

from curriculum_tools.store.git import run_git
from curriculum_tools.store.temporary import temporary_folder

_MOST_CONFLICTS = 127  # git counts no further


class LineMerge(NamedTuple):
    """A text merged line by line; it is None where git cannot merge it, as if it were binary."""

    text: bytes | None
    conflicts: int
    complaint: str = ""


def merge_by_lines(versions: tuple[bytes, bytes, bytes], size: int = 7) -> LineMerge:
    """Merge a base, ours and theirs line by line; conflicts stand between markers as in diff3."""
    with temporary_folder() as folder:
        paths = [os.path.join(folder, name) for name in ("base", "ours", "theirs")]
        for path, data in zip(paths, versions, strict=True):
            with open(path, "wb") as file:
                file.write(data)
        base, ours, theirs = paths
        labels = [part for name in ("ours", "base", "theirs") for part in ("-L", name)]
        options = ["-p", "-q", "--diff3", f"--marker-size={size}", *labels]
        done = run_git(os.curdir, ["merge-file", *options, ours, base, theirs])
    if not 0 <= done.code <= _MOST_CONFLICTS:
        return LineMerge(None, 1, done.complaint or "git cannot merge it")
    return LineMerge(done.output, done.code)
