"""The files that git could not merge, out of its index, and telling it that one is resolved."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from curriculum_tools.model.errors import RevisionError
from curriculum_tools.store.git import ask_git, without_filters, work_tree


class Unmerged(NamedTuple):
    """A file in conflict, by its path from the current folder, as the versions have it.

    A version that has no such file has None.
    """

    path: str
    base: bytes | None
    ours: bytes | None
    theirs: bytes | None

    @property
    def is_one_sided(self) -> bool:
        """Whether one side has deleted it."""
        return self.ours is None or self.theirs is None


def unmerged_files(paths: Sequence[str]) -> list[Unmerged]:
    """Return the files in conflict at or below paths, else all; raises RevisionError."""
    top = _top()
    return [_read(top, name, blobs) for name, blobs in _stages(top, paths).items()]


def unmerged_paths() -> list[str]:
    """Return the paths of all files in conflict; raises RevisionError."""
    top = _top()
    return [_shown(top, name) for name in _stages(top, ())]


def _top() -> str:
    top = work_tree(os.curdir)
    if top is None:
        raise RevisionError("resolve", "there is no git work tree here")
    return top


def _stages(top: str, paths: Sequence[str]) -> dict[str, dict[int, str]]:
    """Return the blobs of each version of the files in conflict, by their paths from the top."""
    where = [] if not paths else ["--", *(os.path.abspath(path) for path in paths)]
    answer = ask_git(top, ["--literal-pathspecs", "ls-files", "--unmerged", "-z", *where])
    if answer.failed:
        raise RevisionError("resolve", answer.complaint or "git ls-files failed")
    stages: dict[str, dict[int, str]] = {}
    for entry in filter(None, answer.output.split(b"\0")):
        info, _, name = entry.partition(b"\t")
        _, blob, stage = info.decode().split(" ")
        stages.setdefault(os.fsdecode(name), {})[int(stage)] = blob
    return stages


def _shown(top: str, name: str) -> str:
    return os.path.relpath(os.path.join(top, name)).replace(os.sep, "/")


def _read(top: str, path: str, blobs: dict[int, str]) -> Unmerged:
    texts = [_blob(top, blobs[stage]) if stage in blobs else None for stage in (1, 2, 3)]
    return Unmerged(_shown(top, path), texts[0], texts[1], texts[2])


def _blob(top: str, blob: str) -> bytes:
    answer = ask_git(top, ["cat-file", "blob", blob])
    if answer.failed:
        raise RevisionError(blob, answer.complaint or "git cat-file failed")
    return answer.output


def is_as_staged(path: str) -> bool:
    """Tell whether git has a file as it stands in the work tree."""
    asked = (["ls-files", "--error-unmatch"], [*without_filters(os.curdir), "diff", "--quiet"])
    return not any(
        ask_git(os.curdir, ["--literal-pathspecs", *each, "--", path]).failed for each in asked
    )


def mark_resolved(path: str) -> bool:
    """Tell git that a file is resolved, as `git add` does; raises RevisionError.

    A file that a filter changes when it is added is left to the user, whose filter it may be: the
    program is not run, and what the filter is to keep out of the repository stays out.
    """
    literal = "--literal-pathspecs"
    answer = ask_git(os.curdir, [literal, "check-attr", "-z", "filter", "--", path])
    is_filtered = answer.output.split(b"\0")[2:3] not in ([b"unspecified"], [b"unset"])
    if not answer.failed and is_filtered:
        return False
    answer = ask_git(os.curdir, [literal, "add", "--", path])
    if answer.failed:
        raise RevisionError(path, answer.complaint or "git add failed")
    return True
