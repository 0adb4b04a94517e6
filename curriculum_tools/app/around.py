"""What lies around a guide, asked of the disk once for all guides of a run."""

from collections.abc import Callable
from functools import cache, partial

from curriculum_tools.app.guides import Candidate, find_candidates, parse_candidate
from curriculum_tools.facts.surroundings import (
    content_roots,
    named_files,
    notes_are_there,
    orphans,
    surroundings,
)
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.surroundings import Surroundings
from curriculum_tools.store.paths import folder_of, true_path
from curriculum_tools.store.tree import FileTree, find_top


def top_of(candidate: Candidate) -> str:
    """Give the folder above which nothing is looked up for a guide."""
    config = candidate.config
    return _top(candidate.folder, config.folder if config.path else None)


def surroundings_of(guide: Guide, candidate: Candidate, lost: tuple[str, ...] = ()) -> Surroundings:
    """Look up what a guide refers to; `lost` are the orphans reported with it."""
    tree = _tree(top_of(candidate))
    folder, config_folder = tree.path_of(candidate.folder), tree.path_of(candidate.config.folder)
    return surroundings(guide, candidate.config, tree, folder, config_folder, lost)


def notes_below(guide: str, config: Config) -> Callable[[str], bool]:
    """Give what tells whether a file of notes is there, for a guide at this path."""
    folder = folder_of(guide)
    tree = _tree(_top(folder, config.folder if config.path else None))
    roots = content_roots(config, tree.path_of(folder), tree.path_of(config.folder))
    return cache(partial(notes_are_there, tree, roots))


def orphans_given_to(candidate: Candidate) -> tuple[str, ...]:
    """Give the files of notes that no guide of the project names, to the first of its guides.

    Which guides there are is taken from the config, never from what else was named in the call.
    """
    config = candidate.config
    if config.path is None or config.notes_folder is None:
        return ()
    first, lost = _orphans(config.path, config.folder, config.notes_folder)
    return lost if first == true_path(candidate.shown_as) else ()


@cache
def _orphans(config_path: str, folder: str, notes_folder: str) -> tuple[str, tuple[str, ...]]:
    """Give the first guide of a project, and the notes that none of its guides names."""
    candidates = find_candidates([folder], config_path)
    named: set[str] = set()
    guides = []
    for candidate in candidates.files:
        try:
            guide = parse_candidate(candidate)
        except UnreadableError:
            continue
        if guide is not None:
            guides.append(true_path(candidate.shown_as))
            named |= named_files(surroundings_of(guide, candidate))
    if not guides:
        return "", ()
    tree = _tree(top_of(candidates.files[0]))
    start = _joined(tree.path_of(folder), notes_folder)
    return min(guides), orphans(tree, start, frozenset(named))


def _joined(folder: str, path: str) -> str:
    return f"{folder}/{path}" if folder else path


@cache
def _top(folder: str, config_folder: str | None) -> str:
    return find_top(folder, config_folder)


@cache
def _tree(top: str) -> FileTree:
    return FileTree(top)
