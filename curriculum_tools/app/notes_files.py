"""Finding the files of notes that guides name, as the rules about notes find them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from posixpath import commonpath, dirname, join, normpath
from urllib.parse import quote

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.project import Project
from curriculum_tools.facts.lookup import Lookup, is_absolute
from curriculum_tools.facts.surroundings import (
    is_web_address,
    notes_are_there,
    notes_place,
    orphans,
)
from curriculum_tools.model.config import Config
from curriculum_tools.model.guide import Guide
from curriculum_tools.store.paths import below, folder_of, seen_from, true_path
from curriculum_tools.versions.index import NotesFile


def notes_exist(guide: str, config: Config) -> Callable[[str], bool]:
    """Return what tells whether a file of notes is there, for a guide at this path."""
    project = Project.at(folder_of(guide), config)
    return cache(partial(notes_are_there, project.tree, project.content_roots(guide)))


class NotesFiles:
    """The files of notes of some guides, seen from the folder where their index stands."""

    def __init__(
        self, guides: Sequence[tuple[Candidate, Guide]], config: Config, index_folder: str
    ) -> None:
        """Take the guides, each with how it was found, and the config of the run."""
        self._places = {guide.path: _NotesPlaces(candidate) for candidate, guide in guides}
        self._named = {guide.path: _paths(guide) for _, guide in guides}
        self._index_folder = true_path(index_folder)
        self._folder = self._folder_of_all(config)

    @property
    def folder(self) -> str | None:
        """The folder of all notes, as seen from the index; None where there are no notes."""
        return None if self._folder is None else seen_from(self._index_folder, self._folder)

    def exists(self, path: str) -> bool:
        """Tell whether any guide that names a path finds a file there."""
        return self._file(path, self._places) is not None

    def locate(self, path: str, guides: tuple[str, ...]) -> NotesFile | None:
        """Find the file at a path; web addresses are taken to be there."""
        if is_web_address(path):
            return NotesFile(_link(path, also=":?=&#%+,;@"), None)
        file = self._file(path, guides)
        if file is None:
            return None
        page = below(self._folder, file) if self._folder is not None else None
        return NotesFile(_link(seen_from(self._index_folder, file)), page)

    def pages(self) -> tuple[str, ...]:
        """Return all files of notes in the folder of all notes, as paths from it."""
        for places in self._places.values():
            if self._folder is not None and (files := places.below(self._folder)):
                return files
        return ()

    def _file(self, path: str, guides: Iterable[str]) -> str | None:
        """Look a path up from the guides that name it, else from all of them."""
        known = [guide for guide in guides if guide in self._named]
        naming = [guide for guide in known if path in self._named[guide]] or known or self._places
        return next((f for guide in naming if (f := self._places[guide].file(path))), None)

    def _folder_of_all(self, config: Config) -> str | None:
        """Return the configured folder, else the one in which all named paths begin."""
        if config.notes_folder is not None:
            return normpath(join(true_path(config.folder), config.notes_folder))
        paths = {path for named in self._named.values() for path in named if _is_plain(path)}
        found = ((path, self._file(path, self._places)) for path in sorted(paths))
        roots = Counter(
            file.removesuffix(f"/{path}")
            for path, file in found
            if file and file.endswith(f"/{path}")
        )
        if not roots:
            return None
        return join(roots.most_common(1)[0][0], commonpath([dirname(path) for path in paths]))


class _NotesPlaces:
    """Where the notes of one guide are."""

    def __init__(self, candidate: Candidate) -> None:
        self._tree = candidate.project.tree
        self._lookup = Lookup(self._tree)
        self._roots = candidate.project.content_roots(candidate.shown_as)

    def file(self, path: str) -> str | None:
        """Return the file at a notes path."""
        place = notes_place(self._lookup, self._roots, path)
        return None if place.file is None else join(self._tree.top, place.file)

    def below(self, folder: str) -> tuple[str, ...]:
        """Return the files of notes below a folder of this tree, as paths from the folder."""
        start = below(self._tree.top, folder)
        files = orphans(self._tree, start, frozenset()) if start is not None else ()
        return tuple(file.removeprefix(f"{start}/") for file in files)


def _paths(guide: Guide) -> frozenset[str]:
    return frozenset(notes.path for topic in guide.topics for notes in topic.notes)


def _is_plain(path: str) -> bool:
    """Tell whether a path stays below the folder at which it starts."""
    return bool(path) and not is_absolute(path) and ".." not in path.split("/")


def _link(path: str, also: str = "") -> str:
    """Write a path as the destination of a link in Markdown."""
    return quote(path, safe=f"/{also}", errors="surrogateescape")
