"""Merging: from what the command line asks for to a guide, its lock, and a report."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from curriculum_tools.app.guides import dialect_for
from curriculum_tools.app.merge_edits import (
    anchored,
    edits_against,
    edits_by_hand,
    news_under,
    rulings_before,
    still_edits,
)
from curriculum_tools.app.merge_lock import standing_lock
from curriculum_tools.app.merge_sources import Sources
from curriculum_tools.app.merge_tasks import Task
from curriculum_tools.app.notes_files import notes_exist
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import MergeError
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.rulings import Ruling
from curriculum_tools.output.decisions_yaml import decision_lines
from curriculum_tools.store.locks import lock_of, name_in_lock
from curriculum_tools.store.paths import is_folder, is_there
from curriculum_tools.store.writing import differs, write_made
from curriculum_tools.versions.hand_edits.store import HandEdit, News
from curriculum_tools.versions.lock import Lock, write_lock
from curriculum_tools.versions.merge.merge import merge, merged_text
from curriculum_tools.versions.merge.parts import Exists
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import Merged, MergeReport, State
from curriculum_tools.versions.merge.source_news import SourceNews, source_news
from curriculum_tools.versions.version import Version, Versions


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """What was merged, and the files to write; `is_stale` tells whether any differs on the disk.

    `is_repaired` tells that git had left conflicts in the lock; the `news` are what versions did
    not say when they were merged last.
    """

    task: Task
    merged: Merged
    files: tuple[tuple[str, str], ...]
    is_stale: bool
    is_repaired: bool = False
    news: tuple[SourceNews, ...] = ()

    def report(self, *, checked: bool) -> MergeReport:
        """Return the report; nothing was written if the merge was only `checked`."""
        state = State.STALE if checked else State.WROTE
        (guide, _), (lock, _) = self.files
        return MergeReport(
            merged=self.merged,
            output=guide,
            lock=lock,
            decisions=self.task.decisions,
            state=state if self.is_stale else State.UNCHANGED,
            is_repaired=self.is_repaired,
            news=self.news,
        )


def run(task: Task) -> MergeOutcome:
    """Merge, without writing anything; raises a CurriculumError."""
    if is_folder(task.output):
        raise MergeError(task.output, "a folder, not a file", "name the guide to write")
    lock_path = lock_of(task.output)
    name = name_in_lock(lock_path, task.output)
    standing = standing_lock(task)
    locks = standing.locks if standing else ()
    sources = Sources(task, lock_path, locks[0] if locks else None)
    _refuse_other_dialect(task, sources.versions)
    exists = notes_exist(task.output, task.config)
    merging = _Merging(sources.versions, name, exists, task.config)
    decided, merged = _decided(task, locks, sources.edits, merging)
    lock = write_lock(
        Lock(
            versions=merged.versions,
            decisions=tuple(decision_lines(task.rulings)),
            overruled=tuple((_line(each.ruling), each.said) for each in merged.overruled),
            notes_found=tuple(path for path in _notes_paths(merged.versions.items) if exists(path)),
            edits=decided.edits,
        )
    )
    files = ((task.output, merged.text), (lock_path, lock))
    is_stale = any(differs(*file) for file in files)
    is_repaired = bool(standing and standing.is_conflicted)
    is_known = bool(locks) and not is_repaired
    since = source_news(locks[0].versions, merged.versions) if is_known else ()
    return MergeOutcome(task, merged, files, is_stale, is_repaired, since)


class _Merging(NamedTuple):
    """Merges versions with what was decided."""

    versions: Versions
    name: str
    exists: Exists
    config: Config

    def __call__(self, decided: Decided) -> Merged:
        return merge(self.versions, self.name, self.exists, decided, self.config)

    def text(self, decided: Decided) -> str:
        """Return the text alone."""
        return merged_text(self.versions, self.name, self.exists, decided, self.config)


def _decided(
    task: Task, locks: Sequence[Lock], given: Sequence[HandEdit], merging: _Merging
) -> tuple[Decided, Merged]:
    """Return what was decided by rulings and by hand, and the merge.

    Where no edits are known, it is merged without any, and only if the guide that stands there is
    another one, edits are looked for.
    """
    decided = Decided(task.rulings, tuple(given), overruled=_overruled(task.rulings, locks))
    if not locks or not is_there(task.output):
        return decided, merging(decided)
    known = tuple(dict.fromkeys((*given, *locks[0].edits)))
    before = rulings_before(locks[0], lock_of(task.output))
    as_known = replace(decided, edits=known, ruled_before=before)
    unedited = None if known or len(locks) > 1 else merging(as_known)
    if unedited and not differs(task.output, unedited.text):
        return as_known, unedited
    edits, news = _edits(task, locks, partial(merging.text, Decided(task.rulings)))
    every = tuple(dict.fromkeys((*given, *edits)))
    decided = replace(as_known, edits=every, news=news)
    is_changed = set(edits) != set(locks[0].edits)
    if is_changed and not differs(task.output, merging.text(replace(decided, edits=known))):
        # its lock is the older one: writing was stopped between them
        decided = replace(decided, edits=known)
    return decided, unedited if unedited and decided == as_known else merging(decided)


def _edits(
    task: Task, locks: Sequence[Lock], plain: Callable[[], str]
) -> tuple[tuple[HandEdit, ...], tuple[News, ...]]:
    """Return what was edited by hand, whichever of the locks it is compared with, and the news.

    These are what differs by now in `plain`, the guide of the versions without any edit.
    """
    edits, *others = [edits_by_hand(task.output, lock, task.config) for lock in locks]
    if not edits:
        return (), ()
    over_plain = edits_against(plain(), task.output, task.config)
    for other in (*others, over_plain):
        edits = still_edits(edits, other)
    edits = anchored(edits, over_plain)
    return edits, tuple(news_under(edits, over_plain))


def _overruled(rulings: Rulings, locks: Sequence[Lock]) -> dict[Ruling, str]:
    """Return what the versions said when values were ruled, as far as a lock knows."""
    known = dict(pair for lock in reversed(locks) for pair in lock.overruled)
    lines = ((ruling, _line(ruling)) for ruling in rulings)
    return {ruling: known[line] for ruling, line in lines if line in known}


def _line(ruling: Ruling) -> str:
    """Return a ruling as a lock names it: as in a decisions file, in one line."""
    return " ".join(decision_lines([ruling]))


def _refuse_other_dialect(task: Task, versions: Versions) -> None:
    """Raise MergeError where the config reads the guide to be written otherwise than its versions.

    It would be written as they are, and be read as something else.
    """
    templates = versions.dialect.templates
    if templates and templates.is_detected:
        hint = "`curriculum init` writes it down, so that the merged guide is read so, too"
        raise MergeError(task.output, "no config says how its versions are written", hint)
    if templates != dialect_for(task.output, task.config).templates:
        hint = "give both one dialect in the config: [dialect], or [dialect.files] with their paths"
        raise MergeError(task.output, "it would be read in another dialect than its versions", hint)


def _notes_paths(versions: Iterable[Version]) -> list[str]:
    paths = (n.path for version in versions for topic in version.topics for n in topic.notes)
    return sorted(set(paths))


def write(outcome: MergeOutcome) -> None:
    """Write the guide and its lock, both or neither.

    If writing is stopped between the two, one of them is there alone. A new guide with its old
    lock is then recognised as the result of the merge; where there was no lock, the lock is written
    first, because it holds what the guide said before.
    """
    files = [file for file in outcome.files if differs(*file)]
    if not is_there(lock_of(outcome.task.output)):
        files.reverse()
    write_made(files)
