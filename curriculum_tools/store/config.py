"""Config files: found, read, checked, and turned into a `Config`."""

import os
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.store.config_files import PYPROJECT, TableFile, read_json_schema, read_table
from curriculum_tools.store.config_settings import config_of
from curriculum_tools.store.config_values import BadValueError, Value
from curriculum_tools.store.paths import shown, shown_from_here
from curriculum_tools.store.toml_lines import KeyPath, key_lines, line_of

CONFIG_FILE = "curriculum.toml"


class Configs:
    """The configs of a run, each read once: the one that is named, else the nearest upward."""

    def __init__(self, named: str | None = None) -> None:
        """Take the path of the config that holds for all files, where one is named."""
        self._named = read_config(named) if named is not None else None
        self._known: dict[str, Config] = {}

    @property
    def of_run(self) -> Config:
        """The config that holds for the run: the one nearest to the current folder."""
        return self.of_folder(".")

    def of_folder(self, folder: str) -> Config:
        """Give the config that holds for the guides in a folder; raises ConfigError."""
        return self._named or self._nearest(os.path.abspath(folder))

    def _nearest(self, folder: str) -> Config:
        passed, config = [folder], self._known.get(folder) or _config_in(folder)
        while config is None and (parent := os.path.dirname(folder)) != folder:
            folder = parent
            passed.append(folder)
            config = self._known.get(folder) or _config_in(folder)
        self._known.update(dict.fromkeys(passed, config or Config()))
        return self._known[folder]


def read_config(path: str) -> Config:
    """Read a config file that the user named; raises ConfigError for whatever is wrong."""
    file = read_table(shown(path))
    if file is None:
        raise ConfigError(path, "no table [tool.curriculum]", hint="add it, or name another file")
    return _config_from_file(file)


def config_from_table(table: Mapping[str, Any], path: str) -> Config:
    """Give the config that a parsed TOML table stands for; raises ConfigError.

    No file is read: a JSON Schema that the table names is left out.
    """
    try:
        return config_of(Value((), table), path)
    except BadValueError as bad:
        raise ConfigError(path, bad.message, hint=bad.hint) from None


def place_of_name(config: Config, name: str) -> str:
    """Say in which file and line a config names a rule or group, for a message about it."""
    path = config.path or CONFIG_FILE
    try:
        file = read_table(path)
    except ConfigError:  # changed since it was read
        return path
    if file is None:
        return path
    lines = key_lines(file.text)
    places = (lines.get((*file.prefix, *keys)) for keys in _naming(file.table, name))
    line = next((line for line in places if line), None)
    return f"{path}:{line}" if line else path


def _naming(table: Mapping[str, Any], name: str) -> Iterator[KeyPath]:
    """Yield the keys of each place where a valid table names a rule or group."""
    lists: dict[KeyPath, list[str]] = {(key,): table.get(key, []) for key in ("select", "ignore")}
    for glob, names in table.get("per-file-ignores", {}).items():
        lists["per-file-ignores", glob] = names
    for keys, names in lists.items():
        yield from ((*keys, at) for at, named in enumerate(names) if named == name)
    yield ("severity", name)


def _config_in(folder: str) -> Config | None:
    for name in (CONFIG_FILE, PYPROJECT):
        path = os.path.join(folder, name)
        if os.path.lexists(path) and (file := read_table(shown_from_here(path))):
            return _config_from_file(file)
    return None


def _config_from_file(file: TableFile) -> Config:
    try:
        config = config_of(Value((), file.table), file.path)
    except BadValueError as bad:
        line = line_of(file.text, (*file.prefix, *bad.keys))
        raise ConfigError(file.path, bad.message, line, bad.hint) from None
    if not config.schema_name:
        return config
    line = line_of(file.text, (*file.prefix, "front-matter", "schema"))
    path = posixpath.normpath(posixpath.join(config.folder, config.schema_name))
    return replace(config, front_matter_schema=read_json_schema(path, file.path, line))
