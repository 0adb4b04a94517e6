"""Links and notes paths of guides, as a merged guide in another folder has to write them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from posixpath import join, normpath

from curriculum_tools.app.project import Project
from curriculum_tools.facts.links import RelativeLink, relative_link
from curriculum_tools.facts.lookup import Lookup, steps_below
from curriculum_tools.facts.redirected_links import destination_of
from curriculum_tools.facts.surroundings import THERE, is_web_address, link_place, notes_place
from curriculum_tools.model.config import Config
from curriculum_tools.model.surroundings import Presence
from curriculum_tools.store.config import Configs
from curriculum_tools.store.locks import source_path
from curriculum_tools.store.paths import folder_of, seen_from, true_path
from curriculum_tools.versions.hand_edits.store import HandEdit
from curriculum_tools.versions.lock import Lock
from curriculum_tools.versions.redirected import redirected, redirected_edits, unredirected
from curriculum_tools.versions.version import Redirect, Version


class Redirections:
    """Has what guides say said as in the folder of the guide that they are merged into."""

    def __init__(self, output: str, configs: Configs, config: Config) -> None:
        """Take the path of the merged guide, and the config that holds for it."""
        self._configs = configs
        self._output = LinkBase(output, config)
        self._known: dict[str, _ToFolder] = {}

    def version(self, version: Version, path: str) -> Version:
        """Return what a guide at a path says."""
        by = self._from(path)
        return redirected(version, by) if by else version

    def lock(self, lock: Lock, path: str) -> Lock:
        """Return a lock at a path; its versions say what they say where they lie themselves."""
        if not self._from(path):
            return lock
        versions = tuple(
            self.version(unredirected(version), source_path(path, version.name))
            for version in lock.versions.items
        )
        edits = self.edits(lock.edits, lock, path)
        return replace(lock, versions=replace(lock.versions, items=versions), edits=edits)

    def edits(self, edits: Iterable[HandEdit], lock: Lock, path: str) -> tuple[HandEdit, ...]:
        """Return what was edited in a guide at a path that has a lock."""
        by = self._from(path)
        if not by:
            return tuple(edits)
        versions = lock.versions.items
        origins = [
            (version.redirects, self._from(source_path(path, version.name))) for version in versions
        ]
        return redirected_edits(edits, versions, _OfEdits(origins, by))

    def _from(self, path: str) -> "_ToFolder | None":
        """Return what redirects from the folder of a file; None from that of the merged guide."""
        folder = folder_of(path)
        if true_path(folder) == self._output.folder:
            return None
        if folder not in self._known:
            before = LinkBase(path, self._configs.of_folder(folder))
            self._known[folder] = _ToFolder(before, self._output)
        return self._known[folder]


class _OfEdits:
    """Redirects what was changed in a merged guide, as what its versions say is redirected."""

    def __init__(
        self,
        origins: Sequence[tuple[Sequence[Redirect], "_ToFolder | None"]],
        otherwise: "_ToFolder",
    ) -> None:
        self._known = {
            (is_notes, now): (was, by)
            for redirects, by in reversed(origins)
            for is_notes, now, was in redirects
        }
        self._otherwise = otherwise

    def link(self, link: RelativeLink) -> str | None:
        was, by = self._known.get((False, link.destination), (None, self._otherwise))
        written = link if was is None else relative_link(was, is_html=link.is_html)
        return (by.link(written) if by and written else None) or was

    def notes(self, path: str, *, is_planned: bool) -> str | None:
        was, by = self._known.get((True, path), (None, self._otherwise))
        return (by.notes(was or path, is_planned=is_planned) if by else None) or was


class _ToFolder:
    """Redirects what leads somewhere from the folder of one guide, so that it does from another's.

    What leads nowhere from there stays as it is.
    """

    def __init__(self, before: "LinkBase", after: "LinkBase") -> None:
        self._before = before
        self._after = after

    def link(self, link: RelativeLink) -> str | None:
        file = self._before.target(link)
        if file is None:
            return None
        path = seen_from(self._after.folder, file)
        return destination_of(f"{path}/" if link.path.endswith("/") else path, link)

    def notes(self, path: str, *, is_planned: bool) -> str | None:
        """Return the path of notes as it should be written; None where it stays as it is.

        One that starts at a content root does, if it leads to the same file from both folders;
        one that starts with `..` starts at the guide. Notes that are planned will lie where the
        folders on the way to them are.
        """
        file, mark, anchor = self._before.notes(path), "", ""
        find = self._after.notes
        if file is None and is_planned:
            file, find = self._before.planned(path), self._after.planned
        elif file and not file.endswith(path.rpartition("/")[2]):
            _, mark, anchor = path.partition("#")
        is_rooted = not normpath(path).startswith("../")
        if file is None or (is_rooted and file == find(path)):
            return None
        return seen_from(self._after.root, file) + mark + anchor


class LinkBase:
    """A place where a guide lies or is to lie, and where what it refers to is looked up."""

    def __init__(self, guide: str, config: Config) -> None:
        """Take the path of a guide, and the config that holds there."""
        self.folder = true_path(folder_of(guide))
        self._guide = guide
        self._project = Project.at(folder_of(guide), config)
        self._lookup = Lookup(self._project.tree)

    @cached_property
    def _roots(self) -> tuple[str, ...]:
        return self._project.content_roots(self._guide)

    @property
    def root(self) -> str:
        """The folder at which notes paths start first."""
        return join(self._project.tree.top, self._roots[0]) if self._roots else self.folder

    def target(self, link: RelativeLink) -> str | None:
        """Return the path of what a link leads to, as it is written; None where nothing is."""
        folder, templates = self._project.guide_folder(self._guide), self._project.config.templates
        place = link_place(self._lookup, folder, link, templates.links if templates else "")
        return normpath(join(self.folder, link.path)) if place.presence in THERE else None

    def notes(self, path: str) -> str | None:
        """Return the file of notes that a path leads to; None where there is none."""
        if is_web_address(path):
            return None
        place = notes_place(self._lookup, self._roots, path)
        is_there = place.presence in THERE and place.file is not None
        return join(self._project.tree.top, place.file or "") if is_there else None

    def planned(self, path: str) -> str | None:
        """Return where notes will lie that are not there yet; None where that cannot be told.

        It is below the root that has the most of the folders on the way.
        """
        above = path.split("/")[:-1]
        for count in range(len(above), -1 if not above else 0, -1):
            for root in self._roots:
                steps = steps_below(root, "/".join(above[:count]))
                if steps is None or (root_steps := steps_below(root, path)) is None:
                    continue
                place = self._lookup.place(steps, path, is_folder=True)
                if place.presence is Presence.FOUND:
                    return join(self._project.tree.top, *(step.name for step in root_steps))
        return None
