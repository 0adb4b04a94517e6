"""The sources of a merge, read: guides, and locks that stand in for guides."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from curriculum_tools.app.guides import dialect_for, read_guide, refuse_doubtful
from curriculum_tools.app.merge_edits import edits_by_hand
from curriculum_tools.app.merge_redirection import Redirections
from curriculum_tools.app.merge_tasks import Task
from curriculum_tools.model.errors import LockError, MergeError
from curriculum_tools.store.locks import lock_of, name_in_lock, path_from_lock
from curriculum_tools.store.paths import is_there, true_path
from curriculum_tools.store.reading import read_source
from curriculum_tools.store.sources import is_revision, path_of_source
from curriculum_tools.versions.hand_edits.store import HandEdit
from curriculum_tools.versions.lock import Lock, read_lock
from curriculum_tools.versions.version import Version, Versions, version_of


class Sources:
    """The versions that a task merges, and the edits that come with its locks.

    A source with a lock beside it was merged itself: it stands for the versions it was merged from
    and for what was changed in it by hand. `standing` is the lock of the guide that the task
    writes, which may be among the sources, too.
    """

    def __init__(self, task: Task, lock_path: str, standing: Lock | None) -> None:
        output = true_path(task.output)
        self._task = task
        self._lock_path = lock_path
        self._own = true_path(lock_path)
        self._paths = [path for path in task.sources if true_path(path) != output]
        self._is_given = len(self._paths) < len(task.sources)
        self._standing = standing if self._is_given else None
        is_foreign = standing is None and is_there(task.output) and not self._is_given
        if is_foreign and not task.is_check:
            hint = f"name it as a source, too: {task.output}; or write another guide"
            raise MergeError(task.output, "this guide stands there and was not merged", hint)
        if standing is None and self._is_given:
            self._paths = list(task.sources)
        self._redirections = Redirections(task.output, task.configs, task.config)
        dialect = dialect_for(task.output, task.config)
        locks = ((path, read_lock(read_source(path).text, path, dialect)) for path in task.locks)
        self._locks = [(path, self._redirections.lock(lock, path)) for path, lock in locks]
        self._beside = dict(self._locks_beside())

    def _locks_beside(self) -> Iterator[tuple[str, Lock]]:
        """Yield the sources that were merged themselves, each with its lock."""
        for path in self._paths:
            lock_path = lock_of(path)
            if is_revision(path) or not is_there(lock_path) or true_path(lock_path) == self._own:
                continue
            with contextlib.suppress(LockError):  # a file of another tool, or damaged
                text = read_source(lock_path).text
                lock = read_lock(text, lock_path, dialect_for(path, self._task.config))
                if lock.versions.in_order or not self._task.declared:
                    yield path, lock

    @cached_property
    def edits(self) -> tuple[HandEdit, ...]:
        """What was changed by hand in guides whose locks are given or stand beside them."""
        found = [edit for _, lock in self._locks for edit in lock.edits]
        for path, lock in self._beside.items():
            edits = edits_by_hand(path, lock, self._task.config)
            found += self._redirections.edits(edits, lock, path)
        return tuple(dict.fromkeys(found))

    @cached_property
    def versions(self) -> Versions:
        """The versions, those of given locks first; raises MergeError where two of one name differ.

        Where a merged guide stands for a version that is given itself, the given one counts.
        """
        known: dict[str, Version] = {}
        for version in self._from_locks():
            _add(known, version)
        given = {path: self._version(path) for path in self._paths if path not in self._beside}
        newer = {version.name: version for version in given.values()}
        standing = self._named(self._lock_path, self._standing) if self._standing else ()
        for version in standing:
            _add(known, newer.get(version.name, version))
        order = list(known)
        named: list[str] = []
        for path in self._paths:
            for version in [given[path]] if path in given else self._of_merged(path):
                _add(known, newer.get(version.name, version))
                named.append(version.name)
        return Versions(
            tuple(known[name] for name in _joined(order, named)), in_order=self._task.declared
        )

    def _version(self, path: str) -> Version:
        guide = read_guide(path, self._task.configs)
        refuse_doubtful(guide)
        version = version_of(guide, name_in_lock(self._lock_path, path))
        return self._redirections.version(version, path_of_source(path))

    def _of_merged(self, path: str) -> Iterator[Version]:
        """Yield the versions that a source with a lock beside it was merged from."""
        lock = self._redirections.lock(self._beside[path], path)
        yield from self._named(lock_of(path), lock)

    def _from_locks(self) -> Iterator[Version]:
        for path, lock in self._locks:
            if self._task.declared and not lock.versions.in_order:
                hint = "merge its versions themselves, or leave `--oldest-first` out"
                raise MergeError(path, "it does not know which of its versions are older", hint)
            yield from self._named(path, lock)

    def _named(self, path: str, lock: Lock) -> Iterator[Version]:
        """Yield the versions of a lock under their names in the lock to be written."""
        for version in lock.versions.items:
            name = name_in_lock(self._lock_path, path_from_lock(path, version.name))
            yield replace(version, name=name)


def _joined(order: Sequence[str], named: Sequence[str]) -> Sequence[str]:
    """Return one order of names; those of the second that the first lacks are before the next."""
    joined = list(order)
    place = len(joined)
    for name in reversed(dict.fromkeys(named)):
        if name in order:
            place = joined.index(name)
        else:
            joined.insert(place, name)
    return joined


def _add(known: dict[str, Version], version: Version) -> None:
    if known.setdefault(version.name, version) != version:
        hint = "rename one of them, or leave out the lock that holds the old one"
        raise MergeError(version.name, "two sources of this name say different things", hint)
