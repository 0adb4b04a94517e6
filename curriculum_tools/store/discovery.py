"""From the paths a command is given to the guides it means."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.reading import STANDARD_INPUT

SUFFIXES = (".md", ".markdown")
PASSED_OVER = {"node_modules", "__pycache__", "venv"}  # where git cannot say what is ignored


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a guide, under the path to show.

    `is_named` says that the user named the file itself; `must_be_guide` that it counts only if
    it has a topic with a known field.
    """

    path: str
    is_named: bool
    must_be_guide: bool


def find(
    paths: Sequence[str], config: Config, *, force_exclude: bool = False
) -> tuple[list[Found], list[UnreadableError]]:
    """Find what paths mean: files, and Markdown files below folders; sorted, each once.

    Without paths it is what the config includes, else what lies below the current folder. A
    path that is not there is an error beside what is found.
    """
    found: dict[str, Found] = {}
    errors: list[UnreadableError] = []
    for path in paths or [config.folder if config.include else "."]:
        if path != STANDARD_INPUT and not os.path.lexists(path):
            errors.append(UnreadableError(path, "no such file or folder"))
            continue
        for item in _meant(path, config, force_exclude):
            key = item.path if item.path == STANDARD_INPUT else os.path.realpath(item.path)
            if key not in found or item.is_named:
                found[key] = item
    return sorted(found.values(), key=lambda item: item.path), errors


def ignored_for(config: Config, path: str) -> tuple[str, ...]:
    """Give the rules and groups that `per-file-ignores` names for a file."""
    return tuple(
        name
        for pattern, names in config.per_file_ignores.items()
        if _matches([pattern], config, path)
        for name in names
    )


def _meant(path: str, config: Config, force_exclude: bool) -> Iterator[Found]:
    if path == STANDARD_INPUT:
        yield Found(path, is_named=True, must_be_guide=False)
    elif os.path.isdir(path):
        for file in _markdown_below(path):
            if _is_wanted(config, file):
                yield Found(file, is_named=False, must_be_guide=not config.include)
    elif not force_exclude:
        yield Found(_shown(path), is_named=True, must_be_guide=False)
    elif _is_wanted(config, path):
        yield Found(_shown(path), is_named=True, must_be_guide=not config.include)


def _is_wanted(config: Config, path: str) -> bool:
    if config.include and not _matches(config.include, config, path):
        return False
    return not (config.exclude and _matches(config.exclude, config, path))


def _matches(patterns: Iterable[str], config: Config, path: str) -> bool:
    from pathspec import GitIgnoreSpec

    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(config.folder))
    if relative.startswith(".."):
        return False
    # a pattern is rooted at the config's folder, as its other paths are
    rooted = [pattern if pattern.startswith("/") else f"/{pattern}" for pattern in patterns]
    return GitIgnoreSpec.from_lines(rooted).match_file(relative.replace(os.sep, "/"))


def _markdown_below(folder: str) -> Iterator[str]:
    """Yield the Markdown files below a folder that git does not ignore."""
    from curriculum_tools.store.git import listed_files

    listed = listed_files(folder)
    names = _walk(folder) if listed is None else listed
    for name in names:
        path = _shown(os.path.join(folder, name))
        if name.lower().endswith(SUFFIXES) and os.path.isfile(path):
            yield path


def _walk(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in PASSED_OVER
        )
        for file in sorted(files):
            yield os.path.relpath(os.path.join(parent, file), folder)


def _shown(path: str) -> str:
    """Give a path as it is shown: normal, with `/`, and relative where it was given so."""
    return Path(os.path.normpath(path)).as_posix()
