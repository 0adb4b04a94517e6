"""Merging: from what the command line asks for to a guide, its lock, and a report."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from curriculum_tools.app.around import notes_below
from curriculum_tools.app.merge_tasks import Task
from curriculum_tools.model.errors import MergeError
from curriculum_tools.store.locks import lock_of, name_in_lock, path_from_lock
from curriculum_tools.store.paths import is_there
from curriculum_tools.store.reading import read_source
from curriculum_tools.store.writing import write_text
from curriculum_tools.syntax.labels import Labels
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.lock import Lock, read_lock, write_lock
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.merged import Merged, MergeReport, State
from curriculum_tools.versions.version import Version, version_of


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """What was merged, and the files it makes; `is_stale` where they do not stand there so."""

    task: Task
    merged: Merged
    files: tuple[tuple[str, str], ...]
    is_stale: bool

    def report(self, *, checked: bool) -> MergeReport:
        """Give the report; nothing was written where it was only `checked`."""
        state = State.STALE if checked else State.WROTE
        (guide, _), (lock, _) = self.files
        return MergeReport(
            merged=self.merged,
            output=guide,
            lock=lock,
            decisions=self.task.decisions,
            state=state if self.is_stale else State.UNCHANGED,
        )


def run(task: Task) -> MergeOutcome:
    """Merge, without writing anything; raises a CurriculumError."""
    lock_path = lock_of(task.output)
    versions = tuple(_versions(task, lock_path))
    name = name_in_lock(lock_path, task.output)
    merged = merge(
        versions,
        name,
        notes_below(task.output, task.config),
        declared=task.declared,
        rulings=task.rulings,
    )
    lock = write_lock(Lock(merged.versions, task.declared))
    files = ((task.output, merged.text), (lock_path, lock))
    return MergeOutcome(task, merged, files, any(_differs(*file) for file in files))


def write(outcome: MergeOutcome) -> None:
    """Write the guide and its lock, each whole or not at all.

    The lock goes first: should the guide not follow, the old guide reads as edited by hand.
    """
    for path, text in reversed(outcome.files):
        if _differs(path, text):
            write_text(path, text)


def _differs(path: str, text: str) -> bool:
    return not is_there(path) or read_source(path).text != text


def _versions(task: Task, lock_path: str) -> Iterator[Version]:
    """Yield the versions, those of locks first; two of one name must say the same."""
    known: dict[str, Version] = {}
    for version in (*_from_locks(task, lock_path), *_from_guides(task, lock_path)):
        if known.setdefault(version.name, version) != version:
            hint = "rename one of them, or leave out the lock that holds the old one"
            raise MergeError(version.name, "two sources of this name say different things", hint)
    yield from known.values()


def _from_guides(task: Task, lock_path: str) -> Iterator[Version]:
    labels = Labels.of(task.config.labels)
    for path in task.sources:
        guide = parse(read_source(path), labels)
        yield version_of(guide, name_in_lock(lock_path, path))


def _from_locks(task: Task, lock_path: str) -> Iterator[Version]:
    for path in task.locks:
        lock = read_lock(read_source(path).text, path)
        if task.declared and not lock.declared:
            hint = "merge its versions themselves, or leave `--oldest-first` out"
            raise MergeError(path, "it does not know which of its versions are older", hint)
        for version in lock.versions:
            name = name_in_lock(lock_path, path_from_lock(path, version.name))
            yield replace(version, name=name)
