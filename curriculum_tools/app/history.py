"""Telling what became of a topic or a question."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

from curriculum_tools.app.find_guides import Candidate, find_candidates
from curriculum_tools.app.guides import parse_text
from curriculum_tools.app.project import Projects
from curriculum_tools.likeness import normalise
from curriculum_tools.model.errors import AmbiguousNameError, RevisionError, UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.store.git import FETCH_MORE, texts_in
from curriculum_tools.store.history import FileCommit, log_of_file
from curriculum_tools.store.paths import folder_of, is_there, shown_in, true_path
from curriculum_tools.store.reading import source_of
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.history import earlier_item
from curriculum_tools.versions.history_items import Followed, items_called
from curriculum_tools.versions.history_report import HistoryEvent, ItemHistory
from curriculum_tools.versions.history_steps import HistoryStep, StepKind
from curriculum_tools.versions.version import Version, version_of

Tell: TypeAlias = Callable[[int, int], None]
_MOST_KEPT = 64  # versions; a commit's neighbours are rarely further away
_HINT = "name a number, a title, or words of a question, as a commit has them"


class _Found(NamedTuple):
    """An item, and the commit in which it was found; `newer` is the one that dropped it."""

    past: "_Past"
    commit: FileCommit
    item: Followed
    newer: FileCommit | None


def history_of(
    name: str, paths: Sequence[str], config_path: str | None, tell: Tell | None = None
) -> ItemHistory:
    """Follow what a name means through the commits of its guide; raises a CurriculumError.

    What no guide has by now is looked for in earlier commits, the latest first. `tell` is told how
    many commits of how many were read.
    """
    projects = Projects(config_path)
    found = find_candidates(paths, projects)
    files = [each for each in found.files if paths or not _is_superseded(each)]
    pasts = [_Past(candidate, tell) for candidate in files]
    for error in found.errors:  # a guide that is gone may still have a history
        gone = Candidate(projects.of_folder(folder_of(error.path)), error.path, error.path)
        pasts.append(_Past(gone, tell))
        if not pasts[-1].log.commits:
            raise error
    if not any(past.log.commits for past in pasts):
        where = ", ".join(past.shown_as for past in pasts) or "."
        raise RevisionError("history", f"no commit has any of: {where}", "commit the guides first")
    for deepest in (1, None):
        items = [each for past in pasts for each in past.search(name, deepest)]
        if len(items) > 1:
            names = [f"{e.commit.path}: {e.item.name(e.past.version(e.commit))}" for e in items]
            raise AmbiguousNameError(name, names)
        if items:
            return _history(items[0])
    where = ", ".join(paths) or "the guides"
    hint = FETCH_MORE if any(past.log.cut for past in pasts) else _HINT
    raise UnreadableError(name, f"nothing in {where} or their history is called that\n  {hint}")


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
    """The commits of one guide. Versions that stand side by side are parsed once."""

    def __init__(self, candidate: Candidate, tell: Tell | None) -> None:
        self.shown_as = candidate.shown_as
        self.log = log_of_file(candidate.path)
        self._tell = tell
        self._config = candidate.project.config
        self._last: Guide | None = None
        self._texts = lru_cache(_MOST_KEPT)(self._text)
        self._versions = lru_cache(_MOST_KEPT)(self._parsed)

    def version(self, commit: FileCommit) -> Version:
        """Return the guide as a commit has it; empty where it was not there."""
        return self._versions(self._texts(commit))

    def commits(self, deepest: int | None = None) -> Iterator[FileCommit]:
        """Yield the commits, the newest first, and tell how many were read."""
        commits = self.log.commits[:deepest]
        try:
            for done, commit in enumerate(commits):
                if self._tell:
                    self._tell(done, len(commits))
                yield commit
        finally:
            if self._tell:
                self._tell(len(commits), len(commits))

    def search(self, name: str, deepest: int | None) -> list[_Found]:
        """Return what a name means in the latest commit that has any such thing."""
        newer: dict[str, FileCommit] = {}
        for commit in self.commits(deepest):
            items = self._items(commit, name)
            if items:
                return [_Found(self, commit, item, newer.get(commit.name)) for item in items]
            newer |= dict.fromkeys(commit.parents, commit)
        return []

    def _items(self, commit: FileCommit, name: str) -> list[Followed]:
        """Return what a name means; where its words are not in the text, that is not parsed."""
        text = normalize("NFKC", self._texts(commit).text).casefold()
        words = re.findall(r"\w+", normalise(name))
        return items_called(self.version(commit), name) if all(w in text for w in words) else []

    def _text(self, commit: FileCommit) -> Source:
        texts = texts_in(self.log.top, commit.name, [commit.path])
        return source_of(texts.get(commit.path, b""), shown_in(self.log.top, commit.path))

    def _parsed(self, source: Source) -> Version:
        self._last = self._in_last_dialect(source) or parse_text(source, self._config)
        return version_of(self._last)

    def _in_last_dialect(self, source: Source) -> Guide | None:
        """Parse in the dialect that was detected last; None where it may be another by now.

        That is as good as detecting it anew, and takes half the time.
        """
        last = self._last
        if last is None or last.dialect.templates is None or not last.dialect.templates.is_detected:
            return None
        guide = parse(source, last.dialect)
        return guide if 2 * len(guide.questions) >= len(last.questions) else None


def _history(found: _Found) -> ItemHistory:
    past, last = found.past, found.commit
    version = past.version(last)
    all_events = _events(past, last, found.item)
    # where a shallow clone ends, nothing came: it may have been there long before
    events = [event for event in all_events if event.commit not in past.log.cut]
    is_cut = len(events) < len(all_events)
    if found.newer:
        dropped = HistoryStep(StepKind.DROPPED, found.item.name(version))
        events.insert(0, _event(found.newer, [dropped]))
    return ItemHistory(
        found.item.what,
        found.item.name(version),
        shown_in(past.log.top, last.path),
        version.line_of(found.item.said(version)),
        found.newer is None,
        tuple(reversed(events)),
        is_cut=is_cut,
    )


def _events(past: _Past, last: FileCommit, item: Followed) -> list[HistoryEvent]:
    """Return what commits did to an item, the newest first."""
    items = {last.name: item}
    by_name = {commit.name: commit for commit in past.log.commits}
    events = []
    for commit in past.commits():
        if commit.name not in items:
            continue
        here, now = past.version(commit), items[commit.name]
        parents = [by_name[name] for name in commit.parents if name in by_name]
        pairs = [(each, *earlier_item(past.version(each), here, now)) for each in parents]
        kept = [(each, was, steps) for each, was, steps in pairs if was is not None]
        for each, was, _ in kept:
            items.setdefault(each.name, was)
        if not kept:
            events.append(_event(commit, [HistoryStep(StepKind.CAME, None, now.name(here))]))
        elif all(steps for _, _, steps in kept):
            events.append(_event(commit, kept[0][2]))
    return events


def _event(commit: FileCommit, steps: Sequence[HistoryStep]) -> HistoryEvent:
    return HistoryEvent(
        commit.name, commit.author, commit.date, commit.subject, commit.path, tuple(steps)
    )
