"""From the paths a command is given to the files that it means."""

import os
from collections.abc import Callable, Iterator, Sequence
from posixpath import normpath
from typing import NamedTuple

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store import disk
from curriculum_tools.store.bounds import is_in_tree
from curriculum_tools.store.git_files import listed_files
from curriculum_tools.store.globs import matches
from curriculum_tools.store.paths import PASSED_OVER, TruePaths, below, shown
from curriculum_tools.store.reading import STANDARD_INPUT, why, why_no_file

SUFFIXES = (".md", ".markdown")
_LEADS_OUT = "a link that leads out of the tree, so it is not read; name it, or exclude it"


class FoundFile(NamedTuple):
    """A file that may be a guide, under the path to show.

    One that `must_be_guide` counts only if it looks like a guide.
    """

    path: str
    must_be_guide: bool = False


def find_files(
    paths: Sequence[str],
    config: Config,
    *,
    exclude: tuple[str, ...] = (),
    force_exclude: bool = False,
    config_of: Callable[[str], Config] | None = None,
) -> tuple[list[FoundFile], list[UnreadableError]]:
    """Find what paths mean: files, and Markdown files below folders; sorted, each once.

    Without paths it is what the config includes, else what lies below the current folder. A
    path that is not there is an error beside what is found. `exclude` are globs from the current
    folder that take the place of those in configs. `config_of` returns the config of the files in
    a folder, where they may have others than the run's.
    """
    wanted = _Wanted(config, config_of or (lambda _folder: config), exclude)
    found: dict[str, FoundFile] = {}
    true_paths = TruePaths()
    errors: list[UnreadableError] = []
    for path in paths or [config.folder if config.include else "."]:
        try:
            meant = list(_meant(path, wanted, force_exclude, errors))
        except (OSError, ValueError) as error:
            errors.append(UnreadableError(path or '""', why(error)))
        except UnreadableError as error:
            errors.append(error)
        else:
            for file in meant:
                key = file.path if file.path == STANDARD_INPUT else true_paths.of(file.path)
                found[key] = _same_file(file, found.get(key))
    return sorted(found.values(), key=lambda file: file.path), errors


def wanted_file(path: str, config: Config, config_of: Callable[[str], Config]) -> FoundFile | None:
    """Return the file that a path means where the configs want it; it need not be there."""
    if not path.lower().endswith(SUFFIXES):
        return None
    return _Wanted(config, config_of).file(path)


def ignored_for(config: Config, path: str) -> tuple[str, ...]:
    """Return the rules and groups that `per-file-ignores` names for a file."""
    if not config.per_file_ignores or (place := below(config.folder, path)) is None:
        return ()
    ignores = config.per_file_ignores.items()
    return tuple(name for glob, names in ignores if matches([glob], place) for name in names)


class _Wanted(NamedTuple):
    """Which files are wanted by the config of the run, and by the one nearest to each file.

    The nearest decides what is included, else the config of the run; both exclude. A guide that
    one of them has merged is included. Globs start at the folder of their config, so they say
    nothing of files elsewhere.
    """

    run: Config
    nearest: Callable[[str], Config]
    excluded: tuple[str, ...] = ()

    def file(self, path: str) -> FoundFile | None:
        """Return a file that may be a guide; None where a config does not want it."""
        own = self.nearest(os.path.dirname(path) or ".")
        if self._is_excluded(path, own):
            return None
        if is_merged(path, own) or is_merged(path, self.run):
            return FoundFile(path)
        configs = (c for c in (own, self.run) if c.include and below(c.folder, path))
        including = next(configs, None)
        if including is None:
            return FoundFile(path, must_be_guide=True)
        return FoundFile(path) if _is_among(including.include, including, path) else None

    def _is_excluded(self, path: str, own: Config) -> bool:
        if self.excluded:
            return _is_among(self.excluded, Config(), path)
        return _is_among(own.exclude, own, path) or _is_among(self.run.exclude, self.run, path)


def is_merged(path: str, config: Config) -> bool:
    """Tell whether a file is the guide that is made of the versions of a declared curriculum."""
    outputs = [normpath(each.output) for each in config.curricula if each.output]
    return bool(outputs) and below(config.folder, path) in outputs


def _is_among(globs: tuple[str, ...], config: Config, path: str) -> bool:
    if not globs:
        return False
    place = below(config.folder, path)
    return place is not None and matches(globs, place)


def _meant(
    path: str, wanted: _Wanted, force_exclude: bool, errors: list[UnreadableError]
) -> Iterator[FoundFile]:
    """Yield the files that a path means; what nobody named and leads elsewhere is an error."""
    if path == STANDARD_INPUT:
        yield FoundFile(path)
        return
    if disk.isdir(path):
        disk.scandir(path).close()  # one that cannot be listed is an error, not empty
        named = {part for glob in wanted.run.include for part in glob.split("/")}
        names = _markdown_below(path, {part for part in named if part.startswith(".")})
    elif reason := why_no_file(disk.stat(path).st_mode):
        raise UnreadableError(path, reason)
    else:
        name = shown(path)
        name = f"./{name}" if name == STANDARD_INPUT else name
        if not force_exclude:
            yield FoundFile(name)
            return
        names = iter([name])
    for file in filter(None, map(wanted.file, names)):
        if disk.islink(file.path) and not is_in_tree(os.path.dirname(file.path), file.path):
            errors.append(UnreadableError(file.path, _LEADS_OUT))
        else:
            yield file


def _same_file(file: FoundFile, other: FoundFile | None) -> FoundFile:
    """Return one for two that are the same file, whichever was found first."""
    if other is None:
        return file
    # the name that is no link to it, then the shorter one
    path = min(file.path, other.path, key=lambda name: (disk.islink(name), len(name), name))
    return FoundFile(path, file.must_be_guide and other.must_be_guide)


def _markdown_below(folder: str, hidden: set[str]) -> Iterator[str]:
    """Yield the Markdown files below a folder that git does not ignore.

    Outside git, hidden folders are passed over but for those of the names `hidden`.
    """
    listed = listed_files(folder)
    for name in _walk(folder, hidden) if listed is None else listed:
        if name.lower().endswith(SUFFIXES):
            path = shown(os.path.join(folder, name))
            if disk.isfile(path):
                yield path


def _walk(folder: str, hidden: set[str]) -> Iterator[str]:
    """Yield all files below a folder outside git; repositories below it list their own."""
    for parent, folders, files in os.walk(folder):
        disk.note(parent, is_whole=True)
        place = os.path.relpath(parent, folder)
        if parent != folder and ".git" in (*folders, *files):
            listed = listed_files(parent)
            if listed is not None:
                folders.clear()
                yield from (os.path.join(place, file) for file in listed)
                continue
        seen = (f for f in folders if f in hidden or not f.startswith("."))
        folders[:] = [f for f in seen if f not in PASSED_OVER]
        yield from (os.path.join(place, file) for file in files)
