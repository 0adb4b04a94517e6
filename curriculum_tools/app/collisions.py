"""Finding what branches would give twice once they are merged."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from curriculum_tools.app.guides import is_guide, parse_text
from curriculum_tools.app.project import Projects
from curriculum_tools.model.content import Role, Section
from curriculum_tools.model.errors import RevisionError
from curriculum_tools.store.branches import (
    Branch,
    branch_of,
    changed_files,
    fork_of,
    text_at,
)
from curriculum_tools.store.discovery import is_merged, wanted_file
from curriculum_tools.store.git import GO_TO_CLONE, NO_WORK_TREE, work_tree
from curriculum_tools.store.paths import folder_of, shown_in
from curriculum_tools.store.reading import source_of
from curriculum_tools.versions.collision_report import (
    BranchCollision,
    BranchSide,
    CollisionReport,
)
from curriculum_tools.versions.collisions import ChangedVersion, changed_version, collisions
from curriculum_tools.versions.version import Version, version_of


def find_collisions(names: Sequence[str], into: str, config_path: str | None) -> CollisionReport:
    """Look at each branch beside the one they go into, and beside each other.

    Nothing is checked out or fetched. A merged guide is left out: it is made again. Raises a
    CurriculumError.
    """
    top = work_tree(".")
    if top is None:
        raise RevisionError("collisions", NO_WORK_TREE, GO_TO_CLONE)
    target = branch_of(top, into)
    branches = [branch_of(top, name) for name in dict.fromkeys(names)]
    finder = _Finder(top, Projects(config_path))
    found = [
        each for pair in combinations([target, *branches], 2) for each in finder.between(*pair)
    ]
    names = tuple(branch.name for branch in branches)
    return CollisionReport(into, names, len(finder.guides), tuple(found))


class _Finder:
    """Reads each guide once, and matches each with what it comes from once."""

    def __init__(self, top: str, projects: Projects) -> None:
        self.guides: set[str] = set()
        self._top = top
        self._projects = projects
        self._changed: dict[tuple[str, str], dict[str, str]] = {}
        self._versions: dict[tuple[str, str], Version | None] = {}
        self._matched: dict[tuple[str, str, str, str], ChangedVersion] = {}

    def between(self, one: Branch, other: Branch) -> Iterator[BranchCollision]:
        """Yield what two branches give twice in the guides that both have changed."""
        fork = fork_of(self._top, one, other)
        ours, theirs = (self._files(fork, branch.commit) for branch in (one, other))
        for path in sorted(ours.keys() & theirs.keys()):
            sides = BranchSide(one.name, ours[path]), BranchSide(other.name, theirs[path])
            base = self._version(fork, path) or Version(path, Section(Role.GUIDE))
            versions = [
                self._since(fork, path, base, branch.commit, side.path)
                for branch, side in zip((one, other), sides, strict=True)
            ]
            if versions[0] and versions[1]:
                self.guides.add(path)
                for collision in collisions(base, versions[0], versions[1]):
                    yield BranchCollision(collision, *sides)

    def _files(self, fork: str, commit: str) -> dict[str, str]:
        if (fork, commit) not in self._changed:
            files = changed_files(self._top, fork, commit)
            self._changed[fork, commit] = {p: now for p, now in files.items() if self._wants(now)}
        return self._changed[fork, commit]

    def _wants(self, path: str) -> bool:
        shown = shown_in(self._top, path)
        own = self._projects.of_folder(folder_of(shown)).config
        run = self._projects.of_run.config
        if is_merged(shown, own) or is_merged(shown, run):
            return False
        return wanted_file(shown, run, self._projects.configs.of_folder) is not None

    def _since(
        self, fork: str, before: str, base: Version, commit: str, path: str
    ) -> ChangedVersion | None:
        key = (fork, before, commit, path)
        if key not in self._matched:
            version = self._version(commit, path)
            if version is None:
                return None
            self._matched[key] = changed_version(base, version)
        return self._matched[key]

    def _version(self, commit: str, path: str) -> Version | None:
        """Return a guide as a commit has it; None where it is not there, or no guide."""
        if (commit, path) not in self._versions:
            data = text_at(self._top, commit, path)
            self._versions[commit, path] = None if data is None else self._read(data, path)
        return self._versions[commit, path]

    def _read(self, data: bytes, path: str) -> Version | None:
        shown = shown_in(self._top, path)
        config = self._projects.of_folder(folder_of(shown)).config
        guide = parse_text(source_of(data, shown), config)
        return version_of(guide) if is_guide(guide) else None
