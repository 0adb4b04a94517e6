"""What branches have changed since they parted, as git tells; nothing is checked out or fetched."""

from typing import NamedTuple

from curriculum_tools.model.errors import RevisionError
from curriculum_tools.store.git import FETCH_MORE, GIT_LOG, ask_git, commit_of

_SETTINGS = ("-c", "diff.renameLimit=1000")  # no setting of others changes what is told
_BRANCHES = "`git branch --all` lists the branches; that of a remote is written origin/NAME"
_DIFF = ("diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-relative")


class Branch(NamedTuple):
    """A branch, or another name of a commit, as it was written, and the commit."""

    name: str
    commit: str


def branch_of(top: str, name: str) -> Branch:
    """Look up a branch or pull request; raises RevisionError where there is none here."""
    try:
        return Branch(name, commit_of(name, top))
    except RevisionError as error:
        if error.hint != GIT_LOG:
            raise
        raise RevisionError(name, "no such branch in this repository", _BRANCHES) from None


def fork_of(top: str, one: Branch, other: Branch) -> str:
    """Return the last commit that two branches have in common; raises RevisionError."""
    answer = ask_git(top, [*_SETTINGS, "merge-base", one.commit, other.commit])
    if answer.failed:
        raise RevisionError(f"{one.name} and {other.name}", "no common history here", FETCH_MORE)
    return answer.output.decode().strip()


def changed_files(top: str, before: str, after: str) -> dict[str, str]:
    """Return the paths of the files that a commit added, changed or renamed.

    They go by their paths before, where they were there; raises RevisionError.
    """
    answer = ask_git(top, [*_SETTINGS, *_DIFF, before, after])
    if answer.failed:
        raise RevisionError("git diff", answer.complaint or "git failed")
    fields = iter(answer.output.decode("utf-8", "surrogateescape").split("\0")[:-1])
    paths = {}
    for status in fields:
        path = next(fields)
        if status[0] in "RC":
            renamed = next(fields)
            paths[path if status[0] == "R" else renamed] = renamed
        elif status != "D":
            paths[path] = path
    return paths


def text_at(top: str, commit: str, path: str) -> bytes | None:
    """Return what a file is in a commit; None where it is not there."""
    answer = ask_git(top, [*_SETTINGS, "cat-file", "blob", f"{commit}:{path}"])
    return None if answer.failed else answer.output
