"""The files of notes that no guide of a project names, given to one of its guides."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from curriculum_tools.app.find_guides import Candidate, read_candidate
from curriculum_tools.app.project import Project
from curriculum_tools.facts.surroundings import named_files, orphans
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.discovery import find_files
from curriculum_tools.store.paths import true_path

_Orphans: TypeAlias = tuple[str, tuple[str, ...]]
"""The first guide of a project, and the notes that none of its guides names."""


def with_orphans(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Add to the first guide of each project the notes that none of its guides names.

    Which guides there are is taken from the config, never from what else a command names.
    """
    projects = {candidate.project for candidate in candidates if candidate.project.wants_orphans}
    found = {project: _orphans(project) for project in projects}
    return tuple(_completed(candidate, found) for candidate in candidates)


def _completed(candidate: Candidate, found: Mapping[Project, _Orphans]) -> Candidate:
    first, lost = found.get(candidate.project, ("", ()))
    return replace(candidate, orphans=lost) if true_path(candidate.shown_as) == first else candidate


def _orphans(project: Project) -> _Orphans:
    """Return the first guide of a project, and the notes that none of its guides names."""
    config = project.config
    named: set[str] = set()
    guides = []
    for file in find_files([config.folder], config)[0]:
        try:
            guide = read_candidate(Candidate(project, file.path, file.path, file.must_be_guide))
        except UnreadableError:
            continue
        if guide is not None:
            guides.append(true_path(file.path))
            named |= named_files(project.surroundings(guide))
    if not guides:
        return "", ()
    notes_folder = f"{project.folder}/{config.notes_folder}".removeprefix("/")
    return min(guides), orphans(project.tree, notes_folder, frozenset(named))
