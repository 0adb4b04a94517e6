"""The commits that changed some files, and what the files were then, as git tells."""

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from curriculum_tools.model.errors import RevisionError
from curriculum_tools.store.git import (
    GO_TO_CLONE,
    NO_WORK_TREE,
    ask_git,
    commit_there,
    texts_in,
    work_tree,
)
from curriculum_tools.store.reading import read_source

_HINT = "--history needs guides that git knows; leave it out, or commit them first"
_SETTINGS = ("-c", "i18n.logOutputEncoding=UTF-8")
_FORMAT = "--format=%H%x00%cs%x00%s"


class Commit(NamedTuple):
    """A commit: its full name, its day as `2024-05-31`, and its subject."""

    name: str
    day: str
    subject: str


class FilesInGit:
    """Files of one work tree, by the paths that they are shown under."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Take the files; raises RevisionError where they do not lie in one work tree."""
        folders = [os.path.dirname(os.path.realpath(path)) for path in paths] or [os.curdir]
        (top, *others) = {work_tree(folder) for folder in folders}
        if top is None or others:
            message = "there is no git work tree here" if not others else "in several work trees"
            raise RevisionError("history", message, _HINT)
        self._top = top
        self._places = {
            path: os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
            for path in paths
        }

    def commits(self, most: int) -> list[Commit]:
        """Return the last commits that changed any of the files, the oldest first."""
        if not self._places or not commit_there(self._top):
            return []
        log = ["--literal-pathspecs", "log", f"--max-count={most}", "--no-color", "-z", _FORMAT]
        answer = ask_git(self._top, [*_SETTINGS, *log, "--", *self._places.values()])
        if answer.failed:
            raise RevisionError("history", answer.complaint or "git log failed", _HINT)
        fields = answer.output.decode(errors="replace").removesuffix("\0").split("\0")
        rows = zip(*[iter(fields)] * len(Commit._fields), strict=False)
        return [Commit(*row) for row in rows][::-1]

    def texts(self, commit: Commit) -> Mapping[str, bytes]:
        """Return what the files were at a commit, by the paths they are shown under."""
        found = texts_in(self._top, commit.name, list(self._places.values()))
        return {path: found[place] for path, place in self._places.items() if place in found}


class FileCommit(NamedTuple):
    """A commit that changed one file, and the path that the file had then.

    `parents` are the commits before it that changed the file; `date` is when it was written, as
    `2024-05-31T12:00:00+02:00`.
    """

    name: str
    parents: tuple[str, ...]
    author: str
    date: str
    subject: str
    path: str


class FileLog(NamedTuple):
    """The top of a work tree, and the commits that changed one file, the newest first.

    `cut` are the names of those whose parents a shallow clone does not have.
    """

    top: str
    commits: list[FileCommit]
    cut: frozenset[str]


def log_of_file(path: str) -> FileLog:
    """Return the commits that changed a file, before any commit none; raises RevisionError.

    Both sides of a merge are among them, and what the file was before it was renamed.
    """
    top = work_tree(os.path.dirname(os.path.realpath(path)))
    if top is None:
        raise RevisionError("history", NO_WORK_TREE, GO_TO_CLONE)
    place = os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
    found: list[FileCommit] = []
    start, known = "HEAD" if commit_there(top) else "", {place}
    while start and (commits := _logged(top, start, place)):
        found += commits
        first = commits[-1]
        start, place = _renamed_from(top, first)
        if not start or place in known:
            break
        known.add(place)
        before = _logged(top, start, place)[:1]
        found[-1] = first._replace(parents=tuple(commit.name for commit in before))
    return FileLog(top, found, _cut(top))


def _cut(top: str) -> frozenset[str]:
    """Return the commits at which a shallow clone ends; none where it has all."""
    answer = ask_git(top, ["rev-parse", "--git-path", "shallow"])
    path = os.path.join(top, os.fsdecode(answer.output).rstrip("\n"))
    return frozenset(read_source(path).text.split()) if os.path.isfile(path) else frozenset()


def _logged(top: str, start: str, place: str) -> list[FileCommit]:
    form = "--format=%H%x00%P%x00%aN%x00%aI%x00%s"
    log = ["--literal-pathspecs", "log", "--topo-order", "--parents", "--no-color", "-z", form]
    answer = ask_git(top, [*_SETTINGS, *log, start, "--", place])
    if answer.failed:
        raise RevisionError("history", answer.complaint or "git log failed")
    fields = answer.output.decode(errors="replace").removesuffix("\0").split("\0")
    rows = zip(*[iter(fields)] * 5, strict=False)
    return [
        FileCommit(name, tuple(parents.split()), author, date, subject, place)
        for name, parents, author, date, subject in rows
    ]


def _renamed_from(top: str, commit: FileCommit) -> tuple[str, str]:
    """Return the commit before one that renamed a file, and its path there; else nothing."""
    show = ["diff-tree", "-r", "-z", "--name-status", "--find-renames", "--no-commit-id"]
    answer = ask_git(top, [*_SETTINGS, *show, "--diff-filter=R", commit.name])
    fields = answer.output.decode("utf-8", "surrogateescape").split("\0")[:-1]
    for before, after in zip(fields[1::3], fields[2::3], strict=False):
        if after == commit.path:
            return f"{commit.name}^", before
    return "", ""
