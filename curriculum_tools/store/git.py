"""What git knows of files; the only module that starts a process."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.model.errors import RevisionError
from curriculum_tools.store import disk
from curriculum_tools.store.safe_git import git_command, git_environment

NO_WORK_TREE = "there is no git work tree here"
GIT_LOG = "`git log` lists the commits"
GO_TO_CLONE = "run it in a clone; a bare repository has no files to work on"
FETCH_MORE = (
    "this is a shallow clone: fetch more of its history, with `git fetch --depth=100` "
    "or, in GitHub Actions, with `fetch-depth: 0` at actions/checkout"
)

_OF_ANOTHER_USER = (
    "git does not look into a repository of another user; if you trust it: "
    "git config --global --add safe.directory "
)
_OF_OTHERS = ("dubious ownership", "--local can only be used inside a git repository")


def read_revision(spec: str) -> bytes:
    """Read a file out of git, named as `HEAD~1:guides/a.md`; raises RevisionError.

    The path is taken from the top of the work tree, as git does; where nothing is there, from
    the current folder, as it would be written on the command line. Without a revision before the
    colon it is the staged version.
    """
    revision, colon, path = spec.partition(":")
    if not colon or not path or spec.startswith("-"):
        raise RevisionError(spec, "no `REVISION:path`", "for example HEAD~1:guides/a.md")
    for _, written in _ways_to(path):
        answer = ask_git(os.curdir, ["cat-file", "blob", f"{revision}:{written}"])
        if not answer.failed:
            return answer.output
    if revision:
        commit_of(revision, os.curdir)
    raise RevisionError(
        spec,
        f"no file {path} in {revision or 'the index'}",
        "paths start at the top of the work tree, or at this folder",
    )


def texts_in(top: str, commit: str, paths: Sequence[str]) -> dict[str, bytes]:
    """Return the files that a commit has at paths from the top of the work tree.

    Raises RevisionError where git fails.
    """
    wanted = [path for path in paths if "\n" not in path]
    if not wanted:
        return {}
    asked = b"".join(os.fsencode(f"{commit}:{path}\n") for path in wanted)
    answer = ask_git(top, ["cat-file", "--batch"], asked)
    if answer.failed:
        raise RevisionError("git cat-file", answer.complaint or "git failed")
    texts = {}
    at = 0
    for path in wanted:
        start = answer.output.index(b"\n", at) + 1
        size = answer.output[at:start].rpartition(b" ")[2].strip()
        at = start
        if size.isdigit():  # else it says that there is none
            texts[path] = answer.output[at : at + int(size)]
            at += int(size) + 1
    return texts


def path_of_revision(spec: str) -> str:
    """Return the path at which a file lies or lay that is named as for `read_revision`."""
    revision, _, path = spec.partition(":")
    if spec.startswith("-"):  # a name out of a lock may be meant as an option
        return path
    for folder, written in _ways_to(path):
        if not ask_git(os.curdir, ["cat-file", "-e", f"{revision}:{written}"]).failed:
            return os.path.join(folder, path)
    return path


def _ways_to(path: str) -> Iterator[tuple[str, str]]:
    """Yield the folders from which a path in git may be meant, and how git has it written."""
    top = work_tree(os.curdir)
    if top and not path.startswith(("./", "../")):
        yield os.path.relpath(top), path
    yield os.curdir, f"./{path}"


def first_dates(paths: Sequence[str]) -> dict[str, int]:
    """Return for files when they first came into git, in seconds, but for those it does not have.

    Paths start at the current folder. A file that was renamed is as old as its new name.
    """
    top = work_tree(os.curdir)
    if top is None or not paths:
        return {}
    log = ["--literal-pathspecs", "log", "--diff-filter=A", "--no-renames"]
    answer = ask_git(os.curdir, [*log, "--name-only", "--format=%x00%at", "-z", "--", *paths])
    dates: dict[str, int] = {}
    date = 0
    for entry in answer.output.split(b"\0"):
        name = entry.lstrip(b"\n")
        if entry.strip().isdigit():
            date = int(entry)
        elif name:
            path = os.path.relpath(os.path.join(top, os.fsdecode(name)))
            dates[path.replace(os.sep, "/")] = date  # the oldest comes last
    return dates


def commit_of(revision: str, folder: str) -> str:
    """Return the full name of a commit; raises RevisionError where there is none here."""
    if work_tree(folder) is None:
        raise RevisionError(revision, "no revision: there is no git work tree here")
    shallow = ask_git(folder, ["rev-parse", "--is-shallow-repository"])
    if shallow.failed:
        raise RevisionError(revision, "git cannot look for it", shallow.complaint)
    if not revision.startswith("-"):
        arguments = ["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"]
        answer = ask_git(folder, arguments)
        if not answer.failed:
            return answer.output.decode().strip()
    if not commit_there(folder):
        raise RevisionError(revision, "no such revision: there is no commit yet")
    hint = FETCH_MORE if shallow.output.strip() == b"true" else GIT_LOG
    raise RevisionError(revision, "no such revision in this repository", hint)


def commit_there(folder: str) -> bool:
    """Tell whether there is a commit at all; raises RevisionError where git cannot be asked."""
    done = run_git(folder, ["rev-parse", "--verify", "--quiet", "HEAD"])
    if done.complaint:
        raise RevisionError("git", done.complaint)
    return done.code == 0


def work_tree(folder: str) -> str | None:
    """Return the top of the work tree that a folder lies in, found without starting git."""
    current = os.path.abspath(folder)
    while not disk.lexists(os.path.join(current, ".git")):
        parent = os.path.dirname(current)
        if parent == current:
            return None
        current = parent
    return current


class GitAnswer(NamedTuple):
    """What git printed, or that it failed, and why."""

    output: bytes
    failed: bool = False
    complaint: str = ""


class GitRun(NamedTuple):
    """What git printed and complained of, and its exit code; -1 where it cannot be run."""

    output: bytes
    code: int
    complaint: str = ""


def ask_git(folder: str, arguments: Sequence[str], given: bytes = b"") -> GitAnswer:
    """Run git in a folder; `given` is what it reads from its standard input."""
    done = run_git(folder, arguments, given)
    if done.code == 0:
        return GitAnswer(done.output)
    return GitAnswer(b"", failed=True, complaint=done.complaint)


def run_git(folder: str, arguments: Sequence[str], given: bytes = b"") -> GitRun:
    """Run git in a folder where another exit code than 0 has a meaning."""
    import subprocess

    try:
        done = subprocess.run(
            git_command(*arguments),
            cwd=folder,
            env=git_environment(),
            capture_output=True,
            check=False,
            input=given,
        )
    except OSError as error:
        return GitRun(b"", -1, f"git cannot be run: {error.strerror}")
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    complaint = lines[0] if lines else ""
    if any(words in complaint for words in _OF_OTHERS):
        from shlex import quote

        complaint = _OF_ANOTHER_USER + quote(work_tree(folder) or os.path.abspath(folder))
    return GitRun(done.stdout, done.returncode, complaint)


def without_filters(folder: str) -> list[str]:
    """Return the options with which git compares files on the disk and runs no filter for that.

    Git would run those that its config names, to have files as they are committed; it has no option
    against all of them. Raises RevisionError where there is one that cannot be switched off.
    """
    answer = ask_git(folder, ["config", "--name-only", "-z", "--get-regexp", r"^filter\."])
    options = []
    for key in filter(None, os.fsdecode(answer.output).split("\0")):
        if "=" in key:
            raise RevisionError(key, "git would run this filter", "take it out of git's config")
        options += ["-c", f"{key}={'false' if key.endswith('.required') else ''}"]
    return options
