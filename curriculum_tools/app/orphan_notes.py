"""The files of notes that no guide of a project names, given to one of its guides."""

from collections.abc import Mapping, Sequence
from posixpath import commonpath, dirname
from typing import NamedTuple

from curriculum_tools.app.find_guides import Candidate, read_candidate
from curriculum_tools.app.project import Project
from curriculum_tools.facts.surroundings import named_files, orphans
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.surroundings import Presence, Surroundings
from curriculum_tools.store.discovery import find_files
from curriculum_tools.store.paths import CONFIG_FILE, true_path


class OrphanSearch(NamedTuple):
    """Candidates with the notes that no guide names, and what to say where nobody could look."""

    candidates: tuple[Candidate, ...]
    remarks: tuple[str, ...] = ()


class _Orphans(NamedTuple):
    """The first guide of a project, and the notes that none of its guides names.

    `folder` is where they were sought; None where it is not set and cannot be inferred.
    """

    first: str
    lost: tuple[str, ...]
    folder: str | None


def with_orphans(candidates: Sequence[Candidate]) -> OrphanSearch:
    """Add to the first guide of each project the notes that none of its guides names.

    Which guides there are is taken from the config, never from what else a command names.
    """
    projects = dict.fromkeys(each.project for each in candidates if each.project.wants_orphans)
    found = {project: _orphans(project) for project in projects}
    completed = tuple(_completed(candidate, found) for candidate in candidates)
    blind = [each for each, orphans in found.items() if orphans.first and orphans.folder is None]
    return OrphanSearch(completed, tuple(map(_remark, blind)))


def _remark(project: Project) -> str:
    where = project.config.path or CONFIG_FILE
    return (
        "orphan-notes did not look for notes: the guides name none from which their folder could "
        f"be told; set notes-folder in {where}"
    )


def _completed(candidate: Candidate, found: Mapping[Project, _Orphans]) -> Candidate:
    orphans = found.get(candidate.project)
    if orphans is None or true_path(candidate.shown_as) != orphans.first:
        return candidate
    return candidate._replace(orphans=orphans.lost)


def _orphans(project: Project) -> _Orphans:
    """Return the first guide of a project, and the notes that none of its guides names."""
    config = project.config
    named: set[str] = set()
    notes: set[str] = set()
    guides = []
    for file in find_files([config.folder if config.path else project.tree.top], config)[0]:
        try:
            guide = read_candidate(Candidate(project, file.path, file.path, file.must_be_guide))
        except UnreadableError:
            continue
        if guide is not None:
            guides.append(file.path)
            around = project.surroundings(guide)
            named |= named_files(around)
            notes |= _notes(around)
    if not guides:
        return _Orphans("", (), None)
    if config.notes_folder is not None:
        folder = f"{project.folder}/{config.notes_folder}".removeprefix("/")
    else:
        folder = _folder_of_all(notes, [project.guide_folder(guide) for guide in guides])
    lost = orphans(project.tree, folder, frozenset(named)) if folder else ()
    return _Orphans(min(map(true_path, guides)), lost, folder or None)


def _notes(around: Surroundings) -> set[str]:
    places = around.notes.values()
    return {p.file for p in places if p.file is not None and p.presence is Presence.FOUND}


def _folder_of_all(notes: set[str], guide_folders: Sequence[str]) -> str:
    """Return the folder, from the top, in which all notes lie; "" where it is not theirs alone.

    A folder with guides in it has other files than notes.
    """
    folder = commonpath([dirname(file) for file in notes]) if notes else ""
    has_guides = any(f"{guides}/".startswith(f"{folder}/") for guides in guide_folders)
    return "" if has_guides else folder
