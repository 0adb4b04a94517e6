"""Telling what became of a topic or a question."""

from collections.abc import Sequence
from typing import NamedTuple

from curriculum_tools.app.find_guides import Candidate, find_candidates
from curriculum_tools.app.guides import parse_text
from curriculum_tools.app.project import Projects
from curriculum_tools.model.errors import AmbiguousNameError, UnreadableError
from curriculum_tools.store.git import texts_in
from curriculum_tools.store.history import FileCommit, commits_of_file
from curriculum_tools.store.paths import is_there, shown_in, true_path
from curriculum_tools.store.reading import source_of
from curriculum_tools.versions.history import (
    Item,
    Step,
    StepKind,
    earlier_item,
    items_called,
)
from curriculum_tools.versions.history_report import HistoryEvent, ItemHistory
from curriculum_tools.versions.version import Version, version_of

_HINT = "name a number, a title, or words of a question"


class _Found(NamedTuple):
    """An item, and the commit in which it was found; `newer` is the one that dropped it."""

    past: "_Past"
    commit: FileCommit
    item: Item
    newer: FileCommit | None


def history_of(name: str, paths: Sequence[str], config_path: str | None) -> ItemHistory:
    """Follow what a name means through the commits of its guide; raises a CurriculumError.

    What no guide has by now is looked for in earlier commits, the latest first.
    """
    projects = Projects(config_path)
    found = find_candidates(paths, projects)
    for error in found.errors:
        raise error
    files = [each for each in found.files if paths or not _is_superseded(each)]
    pasts = [_Past(candidate) for candidate in files]
    for deepest in (1, None):
        items = [each for past in pasts for each in past.search(name, deepest)]
        if len(items) > 1:
            names = [f"{e.commit.path}: {e.item.name(e.past.version(e.commit))}" for e in items]
            raise AmbiguousNameError(name, names)
        if items:
            return _history(items[0])
    where = ", ".join(paths) or "the guides"
    raise UnreadableError(name, f"nothing in {where} or their history is called that\n  {_HINT}")


def _is_superseded(candidate: Candidate) -> bool:
    """Tell a version of a declared curriculum that a later one, or the merged guide, stands for."""
    config = candidate.project.config
    path = true_path(candidate.path)
    for declared in config.curricula:
        output = declared.output and true_path(config.folder, declared.output)
        versions = [true_path(config.folder, version) for version in declared.versions]
        standing = output if output and is_there(output) else versions[-1]
        if path in versions and path != standing:
            return True
    return False


class _Past:
    """The commits of one guide, each version parsed once."""

    def __init__(self, candidate: Candidate) -> None:
        self.top, self.commits = commits_of_file(candidate.path)
        self._config = candidate.project.config
        self._versions: dict[str, Version] = {}

    def version(self, commit: FileCommit) -> Version:
        """Return the guide as a commit has it; empty where it was not there."""
        if commit.name not in self._versions:
            data = texts_in(self.top, commit.name, [commit.path]).get(commit.path, b"")
            source = source_of(data, shown_in(self.top, commit.path))
            self._versions[commit.name] = version_of(parse_text(source, self._config))
        return self._versions[commit.name]

    def search(self, name: str, deepest: int | None) -> list[_Found]:
        """Return what a name means in the latest commit that has any such thing."""
        newer: dict[str, FileCommit] = {}
        for commit in self.commits[:deepest]:
            items = items_called(self.version(commit), name)
            if items:
                return [_Found(self, commit, item, newer.get(commit.name)) for item in items]
            newer |= dict.fromkeys(commit.parents, commit)
        return []


def _history(found: _Found) -> ItemHistory:
    past, last = found.past, found.commit
    version = past.version(last)
    events = _events(past, last, found.item)
    if found.newer:
        dropped = Step(StepKind.DROPPED, found.item.name(version))
        events.insert(0, _event(found.newer, [dropped]))
    question = found.item.asked(version)
    return ItemHistory(
        "topic" if question is None else "question",
        found.item.name(version),
        shown_in(past.top, last.path),
        version.line_of(question or found.item.section(version)),
        found.newer is None,
        tuple(reversed(events)),
    )


def _events(past: _Past, last: FileCommit, item: Item) -> list[HistoryEvent]:
    """Return what commits did to an item, the newest first."""
    items = {last.name: item}
    by_name = {commit.name: commit for commit in past.commits}
    events = []
    for commit in past.commits:
        if commit.name not in items:
            continue
        here, now = past.version(commit), items[commit.name]
        parents = [by_name[name] for name in commit.parents if name in by_name]
        pairs = [(each, *earlier_item(past.version(each), here, now)) for each in parents]
        kept = [(each, was, steps) for each, was, steps in pairs if was is not None]
        for each, was, _ in kept:
            items.setdefault(each.name, was)
        if not kept:
            events.append(_event(commit, [Step(StepKind.CAME, None, now.name(here))]))
        elif all(steps for _, _, steps in kept):
            events.append(_event(commit, kept[0][2]))
    return events


def _event(commit: FileCommit, steps: Sequence[Step]) -> HistoryEvent:
    return HistoryEvent(
        commit.name, commit.author, commit.date, commit.subject, commit.path, tuple(steps)
    )
