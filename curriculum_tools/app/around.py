"""What lies around a guide, asked of the disk once for all guides of a run."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from curriculum_tools.app.guides import Candidate, find_candidates, parse_candidate
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.surroundings import Surroundings, Tree
from curriculum_tools.store.paths import folder_of, seen_from, true_path
from curriculum_tools.store.tree import FileTree, find_top

if TYPE_CHECKING:
    from curriculum_tools.model.guide import Guide

ORPHANS = "orphan-notes"


def top_of(candidate: Candidate) -> str:
    """Give the folder above which nothing is looked up for a guide."""
    config = candidate.config
    return _top(candidate.folder, config.folder if config.path else None)


def tree_of(candidate: Candidate) -> FileTree:
    """Give the files around a guide."""
    return _tree(top_of(candidate))


def places_of(candidate: Candidate) -> tuple[str, str]:
    """Give the folder of a guide and that of its config, from the top of the tree."""
    top = top_of(candidate)
    return _place(top, candidate.folder), _place(top, candidate.config.folder)


def project_path(candidate: Candidate) -> str:
    """Give the path of a guide from the folder of its config, else from the top of the tree."""
    config = candidate.config
    folder = _seen_from(config.folder if config.path else top_of(candidate), candidate.folder)
    name = candidate.shown_as.rpartition("/")[2]
    return name if folder == "." else f"{folder}/{name}"


def surroundings_of(
    guide: "Guide", candidate: Candidate, lost: tuple[str, ...] = (), tree: Tree | None = None
) -> Surroundings:
    """Look up what a guide refers to; `lost` are the orphans reported with it.

    The tree given is asked in place of the files themselves.
    """
    from curriculum_tools.facts.surroundings import surroundings

    folder, config_folder = places_of(candidate)
    tree = tree or tree_of(candidate)
    return surroundings(guide, candidate.config, tree, folder, config_folder, lost)


def notes_below(guide: str, config: Config) -> Callable[[str], bool]:
    """Give what tells whether a file of notes is there, for a guide at this path."""
    from curriculum_tools.facts.surroundings import content_roots, notes_are_there

    folder = folder_of(guide)
    tree = _tree(_top(folder, config.folder if config.path else None))
    roots = content_roots(config, tree.path_of(folder), tree.path_of(config.folder))
    return cache(partial(notes_are_there, tree, roots))


def orphans_given_to(candidate: Candidate) -> tuple[str, ...]:
    """Give the files of notes that no guide of the project names, to the first of its guides.

    None are given where nobody asks: the rule about them runs only when it is named. Which guides
    there are is taken from the config, never from what else was named in the call.
    """
    config = candidate.config
    is_asked = ORPHANS in config.select or ORPHANS in config.severity
    if not is_asked or config.path is None or config.notes_folder is None:
        return ()
    first, lost = _orphans(config.path, config.folder, config.notes_folder)
    return lost if first == true_path(candidate.shown_as) else ()


@cache
def _orphans(config_path: str, folder: str, notes_folder: str) -> tuple[str, tuple[str, ...]]:
    """Give the first guide of a project, and the notes that none of its guides names."""
    from curriculum_tools.facts.surroundings import named_files, orphans

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
def _seen_from(start: str, folder: str) -> str:
    return seen_from(start, folder)


@cache
def _place(top: str, folder: str) -> str:
    return _tree(top).path_of(folder)


@cache
def _tree(top: str) -> FileTree:
    return FileTree(top)
