"""The config that holds for a folder: found, read, checked, and made a `Config`."""

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.store import disk
from curriculum_tools.store.bounds import is_below, is_in_work_tree
from curriculum_tools.store.digest import digest
from curriculum_tools.store.paths import CONFIG_FILE, shown, shown_from_here

if TYPE_CHECKING:  # where there is no config, nothing is imported to read one
    from curriculum_tools.store.config_files import ConfigFile
    from curriculum_tools.syntax.json_schema import KeyPath

_PREFIXES: "Mapping[str, tuple[str, ...]]" = {
    CONFIG_FILE: (),
    "pyproject.toml": ("tool", "curriculum"),
}
"""The files that may hold a config, the first before the second, and where in them it stands."""

Settled: TypeAlias = Callable[[str], bool]
"""Tells by the digest of settings whether they are known to have no fault."""


def nothing_settled(_digest: str) -> bool:
    """Have everything checked."""
    return False


class Configs:
    """The configs of a run, each read once: the one that is named, else the nearest upward.

    Settings of the command line stand above all of them.
    """

    def __init__(
        self,
        named: str | None = None,
        is_settled: Settled = nothing_settled,
        *,
        settings: Sequence[str] = (),
        is_isolated: bool = False,
        allow_outside: bool = False,
    ) -> None:
        """Take the path of the config that holds for all files, where one is named.

        `settings` are those of the command line. Where the run is isolated no file is looked for.
        What is settled is not checked again. Raises ConfigError.
        """
        self._is_settled = is_settled
        self._settings = _read_settings(settings)
        self._allow_outside = allow_outside
        self._named: Config | None = None
        if named is not None:
            self._named = self._completed(read_config(named, is_settled, allow_outside))
        if is_isolated:
            self._named = self._completed(Config())
        self._known: dict[str, Config] = {}
        self._of_folder: dict[str, Config] = {}  # by the folder as it was written

    @property
    def of_run(self) -> Config:
        """The config that holds for the run: the one nearest to the current folder."""
        return self.of_folder(".")

    def of_folder(self, folder: str) -> Config:
        """Return the config that holds for the guides in a folder; raises ConfigError."""
        if self._named:
            return self._named
        if folder not in self._of_folder:
            self._of_folder[folder] = self._nearest(os.path.abspath(folder))
        return self._of_folder[folder]

    def _nearest(self, folder: str) -> Config:
        if folder not in self._known:
            above = os.path.dirname(folder)
            config = self._config_in(folder)
            if config is None:
                config = self._nearest(above) if above != folder else self._completed(Config())
            self._known[folder] = config
        return self._known[folder]

    def _config_in(self, folder: str) -> Config | None:
        for name in _PREFIXES:
            path = os.path.join(folder, name)
            if disk.lexists(path) and (file := _read(shown_from_here(path))):
                return self._completed(_config_of(file, self._is_settled, self._allow_outside))
        return None

    def _completed(self, config: Config) -> Config:
        if not self._settings:
            return config
        from curriculum_tools.store.inline_settings import with_settings

        return with_settings(config, self._settings, self._is_settled)


def read_config(
    path: str, is_settled: Settled = nothing_settled, allow_outside: bool = False
) -> Config:
    """Read a config file that the user named; raises ConfigError for whatever is wrong."""
    file = _read(shown(path))
    if file is None:
        raise ConfigError(path, "no table [tool.curriculum]", hint="add it, or name another file")
    return _config_of(file, is_settled, allow_outside)


def _read_settings(texts: Sequence[str]) -> dict[str, Any]:
    if not texts:
        return {}
    from curriculum_tools.store.inline_settings import read_settings

    return read_settings(texts)


def place_of_name(config: Config, name: str) -> str:
    """Return the file and line in which a config names a rule or group, for a message about it."""
    path = config.path or CONFIG_FILE
    try:
        file = _read(path)
    except ConfigError:  # changed since it was read
        return path
    lines = map(file.line_of, _naming(file.table, name)) if file else ()
    line = next(filter(None, lines), None)
    return f"{path}:{line}" if line else path


def place_of_key(config: Config, key: str) -> tuple[str, int | None]:
    """Return the file in which a config sets a key and the line, for a message about it.

    What its file does not say comes from the command line. The key is one with a list.
    """
    try:
        file = _read(config.path) if config.path else None
    except ConfigError:  # changed since it was read
        file = None
    if file is None or file.table.get(key) != list(getattr(config, key)):
        return "--config", None
    return file.path, file.line_of((key,))


def check_inside(config: Config, key: str, path: str) -> None:
    """Raise ConfigError where a path that a config has for a key leads out of its folder.

    `versions` may lie anywhere in the git work tree, and where there is none, anywhere. The command
    line can allow others, the config cannot.
    """
    if config.allow_outside:
        return
    is_inside = is_in_work_tree if key == "versions" else is_below
    if is_inside(config.folder, path):
        return
    what = "the git work tree" if key == "versions" else "the folder of the config"
    hint = "name one that lies in it; --allow-outside takes any"
    line = _line_of_path(config, key, path)
    raise ConfigError(config.path or path, f"`{key}` leads out of {what}: {path}", line, hint)


def _line_of_path(config: Config, key: str, path: str) -> int | None:
    """Return the line that names a path in a table [[curriculum]]; None where there is none."""
    file = _read(config.path) if config.path else None
    for place, table in enumerate(file.table.get("curriculum", ()) if file else ()):
        said = table.get(key, ())
        for at, written in enumerate([said] if isinstance(said, str) else said):
            if file and posixpath.join(config.folder, written).endswith(path):
                inner = () if isinstance(said, str) else (at,)
                return file.line_of(("curriculum", place, key, *inner))
    return None


def names_in(table: Mapping[str, Any]) -> list[str]:
    """Return the names of rules and groups in a valid table."""
    ignored = [name for names in table.get("per-file-ignores", {}).values() for name in names]
    return [
        *table.get("select", ()),
        *table.get("ignore", ()),
        *table.get("severity", ()),
        *ignored,
    ]


def _naming(table: Mapping[str, Any], name: str) -> "Iterator[KeyPath]":
    """Yield the path to each place where a valid table may name a rule or group."""
    lists: dict[KeyPath, list[str]] = {(key,): table.get(key, []) for key in ("select", "ignore")}
    for glob, names in table.get("per-file-ignores", {}).items():
        lists["per-file-ignores", glob] = names
    for path, names in lists.items():
        yield from ((*path, at) for at, named in enumerate(names) if named == name)
    yield ("severity", name)


def _read(path: str) -> "ConfigFile | None":
    from curriculum_tools.store.config_files import read_config_file

    return read_config_file(path, _PREFIXES.get(posixpath.basename(path), ()))


def _config_of(file: "ConfigFile", is_settled: Settled, allow_outside: bool) -> Config:
    from curriculum_tools.store.config_settings import check_config, config_of
    from curriculum_tools.store.schema_files import read_schema

    if not is_settled(digest(read_schema("config"), file.text)):
        check_config(file.table, file.path, file.line_of)
    config = config_of(file.table, file.path)
    config = replace(config, digest=digest(file.text), allow_outside=allow_outside)
    if config.schema_name:
        from curriculum_tools.store.front_matter_schema import with_schema

        config = with_schema(config, file, is_settled)
    return config
