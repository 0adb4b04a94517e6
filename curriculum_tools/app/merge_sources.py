"""The sources of a merge, read: guides, and locks that stand in for guides."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from curriculum_tools.app.merge_tasks import Task
from curriculum_tools.app.versions import read_guide
from curriculum_tools.facts.encoding import is_utf16
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import MergeError
from curriculum_tools.model.guide import Guide
from curriculum_tools.store.locks import name_in_lock, path_from_lock
from curriculum_tools.store.paths import is_there, true_path
from curriculum_tools.store.reading import read_source
from curriculum_tools.store.versions import is_revision
from curriculum_tools.versions.lock import Lock, read_lock
from curriculum_tools.versions.merge.edits import Edit
from curriculum_tools.versions.version import Version, version_of


class Sources:
    """The versions that a task merges, and the edits that come with its locks.

    `standing` is the lock of the guide that the task writes: where that guide is itself among
    the sources, its lock stands in for what it was merged from.
    """

    def __init__(self, task: Task, lock_path: str, standing: Lock | None) -> None:
        output = true_path(task.output)
        self._task = task
        self._lock_path = lock_path
        self._paths = [path for path in task.sources if true_path(path) != output]
        self._is_given = len(self._paths) < len(task.sources)
        self._standing = standing if self._is_given else None
        is_foreign = standing is None and is_there(task.output) and not self._is_given
        if is_foreign and not task.is_check:
            hint = f"name it as a source, too: {task.output}; or write another guide"
            raise MergeError(task.output, "this guide stands there and was not merged", hint)
        if standing is None and self._is_given:
            self._paths = list(task.sources)
        self._locks = [(path, read_lock(read_source(path).text, path)) for path in task.locks]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What was changed by hand in the guides whose locks are given."""
        return tuple(edit for _, lock in self._locks for edit in lock.edits)

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """The versions, those of locks first; raises MergeError where two of one name differ."""
        given = {version.name: version for version in self._from_guides()}
        known: dict[str, Version] = {}
        for version in self._standing.versions if self._standing else ():
            known[version.name] = given.get(version.name, version)
        for version in (*self._from_locks(), *given.values()):
            if known.setdefault(version.name, version) != version:
                hint = "rename one of them, or leave out the lock that holds the old one"
                raise MergeError(
                    version.name, "two sources of this name say different things", hint
                )
        return tuple(known.values())

    def _from_guides(self) -> Iterator[Version]:
        for path in self._paths:
            guide = read_guide(path, self._task.configs)
            _check(guide, self._task.config)
            name = path if is_revision(path) else name_in_lock(self._lock_path, path)
            yield version_of(guide, name)

    def _from_locks(self) -> Iterator[Version]:
        for path, lock in self._locks:
            if self._task.declared and not lock.declared:
                hint = "merge its versions themselves, or leave `--oldest-first` out"
                raise MergeError(path, "it does not know which of its versions are older", hint)
            for version in lock.versions:
                name = name_in_lock(self._lock_path, path_from_lock(path, version.name))
                yield replace(version, name=name)


def _check(guide: Guide, config: Config) -> None:
    """Refuse what cannot be read as one guide."""
    if is_utf16(guide.source.text):
        raise MergeError(guide.path, "it is UTF-16", "save it as UTF-8")
    for conflict in Facts(guide, config).conflicts:
        line = guide.source.line_of(conflict.first.start)
        hint = "resolve the conflict first: both of its sides stand in the text"
        raise MergeError(f"{guide.path}:{line}", "a conflict marker", hint)
