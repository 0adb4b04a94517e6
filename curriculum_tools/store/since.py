"""What changed since a revision, as git tells."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from curriculum_tools.model.errors import RevisionError
from curriculum_tools.model.file_change import FileChange, Hunk
from curriculum_tools.store.git import (
    FETCH_MORE,
    ask_git,
    commit_of,
    texts_in,
    without_filters,
    work_tree,
)

AT_ONCE = 200  # paths in one call: systems limit how long a command line may be

# No setting of the user's or of the repository's may change what is printed.
_DIFF = (
    "-c", "core.quotePath=true", "--literal-pathspecs",
    "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--find-renames",
    "--ignore-submodules",
)  # fmt: skip
_PATCH = ("--text", "--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in the files that were asked for, and the names of all files that changed.

    A file that is not in `files` is as it was. `moved` are the files that were added, removed or
    renamed, `edited` all others that changed, as paths from the top of the work tree.
    """

    files: Mapping[str, FileChange] = field(default_factory=dict)
    moved: frozenset[str] = frozenset()
    edited: frozenset[str] = frozenset()


def changes_since(revision: str, paths: Iterable[str]) -> Changes:
    """Find what changed between a revision and the files as they are now.

    Where the history has forked since, the changes since the fork are meant. A file that git does
    not track is new, and so is one outside every work tree. Raises RevisionError.
    """
    of_top: dict[str, list[str]] = defaultdict(list)
    files: dict[str, FileChange] = {}
    for path in paths:
        top = work_tree(os.path.dirname(os.path.realpath(path)))
        if top is None:
            files[path] = FileChange()
        else:
            of_top[top].append(path)
    if not of_top:
        commit_of(revision, os.curdir)
    all_changes = Changes(files)
    for top, members in of_top.items():
        changes = _in_work_tree(revision, top, members)
        all_changes = Changes(
            {**all_changes.files, **changes.files},
            all_changes.moved | changes.moved,
            all_changes.edited | changes.edited,
        )
    return all_changes


def _in_work_tree(revision: str, top: str, paths: Sequence[str]) -> Changes:
    base = _merge_base(revision, top)
    diff = [*without_filters(top), *_DIFF]
    names = _ChangedNames.of(top, base, diff)
    files = {}
    places = {path: _place(top, path) for path in paths}
    wanted = {place: names.before[place] for place in places.values() if place in names.before}
    hunks = _hunks(top, [*diff, *_PATCH, base], wanted)
    texts = texts_in(top, base, list(wanted.values()))
    for path, place in places.items():
        if place in names.new or place not in names.tracked:
            files[path] = FileChange()
        elif place in wanted:
            text = texts.get(wanted[place])
            before = None if text is None else text.decode("utf-8", "surrogateescape")
            files[path] = FileChange(hunks[place], before)
    edited = frozenset(now for now, before in names.before.items() if now == before)
    return Changes(files, names.moved, edited)


@dataclass(frozen=True, slots=True)
class _ChangedNames:
    """The names of files in a work tree; `before` has the former path of each that changed."""

    tracked: frozenset[str]
    new: frozenset[str]
    gone: frozenset[str]
    before: Mapping[str, str]

    @classmethod
    def of(cls, top: str, base: str, diff: Sequence[str]) -> "_ChangedNames":
        listed = _split(_asked(top, ["ls-files", "-z"]))
        untracked = _split(_asked(top, ["ls-files", "-z", "--others", "--exclude-standard"]))
        new, gone = set(untracked), set()
        before = {}
        fields = iter(_split(_asked(top, [*diff, "--raw", "-z", base])))
        for entry in fields:
            status = entry.rpartition(" ")[2][:1]
            name = next(fields)
            if status == "A":
                new.add(name)
            elif status == "D":
                gone.add(name)
            else:
                before[next(fields) if status == "R" else name] = name
        return cls(frozenset(listed), frozenset(new), frozenset(gone), before)

    @property
    def moved(self) -> frozenset[str]:
        renamed = (name for names in self.before.items() for name in names if len({*names}) > 1)
        return self.new | self.gone | frozenset(renamed)


def _place(top: str, path: str) -> str:
    return os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")


def _split(output: bytes) -> list[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _merge_base(revision: str, top: str) -> str:
    """Return the last commit that a revision and the current one have in common."""
    commit = commit_of(revision, top)
    answer = ask_git(top, ["merge-base", commit, "HEAD"])
    if not answer.failed:
        return answer.output.decode().strip()
    if ask_git(top, ["rev-parse", "--is-shallow-repository"]).output.strip() == b"true":
        message = "where its history and that of the current commit part is not known"
        raise RevisionError(revision, message, FETCH_MORE)
    return commit  # two histories that never met


def _hunks(
    top: str, diff: Sequence[str], before_of: Mapping[str, str]
) -> dict[str, tuple[Hunk, ...]]:
    """Return the hunks of files by their path; none for one that was only renamed."""
    hunks: dict[str, list[Hunk]] = {path: [] for path in before_of}
    paths = list(before_of.items())
    for start in range(0, len(paths), AT_ONCE):
        both = dict.fromkeys(name for pair in paths[start : start + AT_ONCE] for name in pair)
        patch = _asked(top, [*diff, "--", *both])
        for path, hunk in _read_patch(patch):
            if path in hunks:
                hunks[path].append(hunk)
    return {path: tuple(found) for path, found in hunks.items()}


def _read_patch(patch: bytes) -> Iterator[tuple[str, Hunk]]:
    """Yield the hunks of a patch, each with the path of now."""
    path = ""
    lines = iter(patch.split(b"\n"))
    for line in lines:
        if line.startswith(b"+++ "):
            path = _path(line[len("+++ ") :])
        elif match := _HUNK.match(line):
            before, first, lines_now = (1 if n is None else int(n) for n in match.groups())
            yield path, Hunk(first if lines_now else first + 1, lines_now, before)
            for _ in range(before + lines_now):  # what was removed may look like a header
                while next(lines).startswith(b"\\"):
                    pass


def _path(name: bytes) -> str:
    """Read a path of a patch, which has a prefix, and quotes as in C if it is unusual."""
    name = name.removesuffix(b"\t")
    if name.startswith(b'"'):
        name = name[1:-1].decode("unicode_escape").encode("latin-1")
    return os.fsdecode(name.removeprefix(b"b/"))


def _asked(top: str, arguments: Sequence[str], given: bytes = b"") -> bytes:
    answer = ask_git(top, arguments, given)
    if answer.failed:
        raise RevisionError(f"git {arguments[0]}", answer.complaint or "git failed")
    return answer.output
