"""Setting git up for guides: which files are guides, and what git does with them."""

from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.app.find_guides import find_candidates, read_candidate
from curriculum_tools.app.project import Project, Projects
from curriculum_tools.model.errors import GitSetupError, UnreadableError
from curriculum_tools.model.git_setup import GitSetting, GitSetup, SettingState, UnboundGuide
from curriculum_tools.store.git import GO_TO_CLONE, NO_WORK_TREE, work_tree
from curriculum_tools.store.git_attributes import (
    FILE,
    GUIDE,
    MADE,
    NONE,
    bound_files,
    line_of_path,
    lines_of_globs,
    read_attributes,
    with_block,
    without_blocks,
    write_attributes,
)
from curriculum_tools.store.git_settings import (
    DRIVER,
    Scope,
    read_settings,
    remove_setting,
    write_setting,
)
from curriculum_tools.store.locks import lock_of
from curriculum_tools.store.paths import folder_of, seen_from, shown_from_here, true_path

_SUFFIXES = (".md", ".markdown")
_NO_GUIDES = "no guides here\n  `curriculum lint -v` says why; `curriculum init` writes a config"


class _Guides(NamedTuple):
    """The guides of a project, by their paths from the top of the work tree."""

    top: str
    project: Project
    paths: tuple[str, ...]

    @property
    def folder(self) -> str | None:
        """The folder of the globs from the top; None where no glob says what is a guide."""
        folder = seen_from(self.top, true_path(self.project.config.folder))
        if not self.project.config.include or _is_outside(folder):
            return None
        return "" if folder == "." else folder


def set_up(config_path: str | None, scope: Scope) -> GitSetup:
    """Write the attributes of the guides, and the settings that are not set.

    Outside every work tree a user's settings alone are written. Raises a CurriculumError.
    """
    top = _top(scope)
    if top is None:
        return GitSetup(_write_settings(".", scope), is_global=True)
    guides = _find_guides(top, config_path)
    before = read_attributes(top)
    text = with_block(before, _name(guides), list(dict.fromkeys(_lines(guides))))
    settings = _write_settings(top, scope)
    if text != before:
        write_attributes(top, text)
    return GitSetup(
        settings,
        is_global=scope is Scope.GLOBAL,
        attributes=shown_from_here(f"{top}/{FILE}") if text != before else None,
        unbound=tuple(_unbound(guides)),
        guides=len(guides.paths),
    )


def check_setup(config_path: str | None) -> GitSetup:
    """Tell what is bound and what is not, and write nothing; raises a CurriculumError."""
    top = _top_here()
    guides = _find_guides(top, config_path)
    settings = tuple(read_settings(top, None))
    return GitSetup(settings, unbound=tuple(_unbound(guides)), guides=len(guides.paths))


def take_back(scope: Scope) -> GitSetup:
    """Remove the settings that are as they were written, and one clone's blocks of attributes.

    Others may share the attributes, so a user's settings go alone. Raises a CurriculumError.
    """
    top = _top(scope)
    settings = tuple(read_settings(top or ".", scope))
    changed = None
    if top is not None and scope is Scope.LOCAL:
        before = read_attributes(top)
        text = before and without_blocks(before)
        if text != before:
            write_attributes(top, text)
            changed = shown_from_here(f"{top}/{FILE}")
    for setting in settings:
        if setting.state is SettingState.OURS:
            remove_setting(top or ".", scope, setting.key)
    return GitSetup(settings, is_global=scope is Scope.GLOBAL, attributes=changed)


def _top(scope: Scope) -> str | None:
    """Return the top of the work tree; outside of one a user's settings alone are of use."""
    return _top_here() if scope is Scope.LOCAL else work_tree(".")


def _top_here() -> str:
    top = work_tree(".")
    if top is None:
        raise GitSetupError("setup-git", NO_WORK_TREE, GO_TO_CLONE)
    return top


def _find_guides(top: str, config_path: str | None) -> _Guides:
    projects = Projects(config_path)
    project = projects.of_run
    config = project.config
    found = find_candidates([] if config.include else [config.folder], projects)
    for error in found.errors:
        raise error
    paths = []
    for candidate in found.files:
        if not candidate.must_be_guide or read_candidate(candidate) is not None:
            path = true_path(candidate.path)
            if _is_tracked_below(top, path):
                paths.append(seen_from(top, path))
    if not paths and not config.include:
        raise UnreadableError(".", _NO_GUIDES)
    return _Guides(top, project, tuple(paths))


def _name(guides: _Guides) -> str:
    """Return the name of the block: the path of the config, or that there is none."""
    config = guides.project.config
    return seen_from(guides.top, true_path(config.path)) if config.path else "(no config)"


def _lines(guides: _Guides) -> Iterator[str]:
    """Yield the lines of the block: what the config includes, less what it excludes."""
    config = guides.project.config
    named = guides.paths
    folder = guides.folder
    if folder is not None:
        yield from lines_of_globs(folder, config.include, GUIDE)
        named = tuple(path for path in named if not path.endswith(_SUFFIXES))
        yield from lines_of_globs(folder, config.exclude, NONE)
    yield from (line_of_path(path, GUIDE) for path in named)
    for output in filter(None, (declared.output for declared in config.curricula)):
        path = seen_from(guides.top, true_path(config.folder, output))
        if not _is_outside(path):
            yield line_of_path(path, GUIDE)
            yield line_of_path(lock_of(path), MADE)


def _write_settings(folder: str, scope: Scope) -> tuple[GitSetting, ...]:
    """Set the keys that are not set, wherever git would take a value from."""
    seen_in = scope if scope is Scope.GLOBAL else None
    settings = tuple(read_settings(folder, seen_in))
    for setting in settings:
        if setting.state is SettingState.MISSING:
            write_setting(folder, scope, setting.key)
    return settings


def _unbound(guides: _Guides) -> Iterator[UnboundGuide]:
    for path, bound in zip(guides.paths, bound_files(guides.top, guides.paths), strict=True):
        for name, value in bound._asdict().items():
            if value != DRIVER:
                yield UnboundGuide(shown_from_here(f"{guides.top}/{path}"), name, value)


def _is_tracked_below(top: str, path: str) -> bool:
    """Tell whether a file is of this work tree, and not of another around or within it."""
    own = work_tree(folder_of(path))
    return own is not None and true_path(own) == true_path(top)


def _is_outside(path: str) -> bool:
    """Tell whether a path from the top leads out of the work tree."""
    return path == ".." or path.startswith(("../", "/"))
