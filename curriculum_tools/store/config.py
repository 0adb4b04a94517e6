"""Config files: found, read, checked, and turned into a `Config`."""

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.store.digest import digest
from curriculum_tools.store.paths import shown, shown_from_here

if TYPE_CHECKING:  # where there is no config, nothing is imported to read one
    from curriculum_tools.store.config_files import TableFile
    from curriculum_tools.store.toml_lines import KeyPath

CONFIG_FILE = "curriculum.toml"
PYPROJECT = "pyproject.toml"

Settled: TypeAlias = Callable[[str], bool]
"""Tells by the digest of settings whether they are known to have no fault."""


def nothing_settled(_digest: str) -> bool:
    """Have everything checked."""
    return False


class Configs:
    """The configs of a run, each read once: the one that is named, else the nearest upward."""

    def __init__(self, named: str | None = None, is_settled: Settled = nothing_settled) -> None:
        """Take the path of the config that holds for all files, where one is named.

        What is settled is not checked again.
        """
        self._is_settled = is_settled
        self._named = read_config(named, is_settled) if named is not None else None
        self._known: dict[str, Config] = {}
        self._of_folder: dict[str, Config] = {}  # by the folder as it was written

    @property
    def of_run(self) -> Config:
        """The config that holds for the run: the one nearest to the current folder."""
        return self.of_folder(".")

    def of_folder(self, folder: str) -> Config:
        """Give the config that holds for the guides in a folder; raises ConfigError."""
        if self._named:
            return self._named
        if folder not in self._of_folder:
            self._of_folder[folder] = self._nearest(os.path.abspath(folder))
        return self._of_folder[folder]

    def _nearest(self, folder: str) -> Config:
        passed, config = [folder], self._known.get(folder) or self._config_in(folder)
        while config is None and (parent := os.path.dirname(folder)) != folder:
            folder = parent
            passed.append(folder)
            config = self._known.get(folder) or self._config_in(folder)
        self._known.update(dict.fromkeys(passed, config or Config()))
        return self._known[folder]

    def _config_in(self, folder: str) -> Config | None:
        for name in (CONFIG_FILE, PYPROJECT):
            path = os.path.join(folder, name)
            if os.path.lexists(path):
                from curriculum_tools.store.config_files import read_table

                if file := read_table(shown_from_here(path)):
                    return _config_from_file(file, self._is_settled)
        return None


def read_config(path: str, is_settled: Settled = nothing_settled) -> Config:
    """Read a config file that the user named; raises ConfigError for whatever is wrong."""
    from curriculum_tools.store.config_files import read_table

    file = read_table(shown(path))
    if file is None:
        raise ConfigError(path, "no table [tool.curriculum]", hint="add it, or name another file")
    return _config_from_file(file, is_settled)


def config_from_table(table: Mapping[str, Any], path: str) -> Config:
    """Give the config that a parsed TOML table stands for; raises ConfigError.

    No file is read: a JSON Schema that the table names is left out.
    """
    from curriculum_tools.store.config_settings import config_of
    from curriculum_tools.store.config_values import BadValueError, Value

    try:
        return config_of(Value((), table), path)
    except BadValueError as bad:
        raise ConfigError(path, bad.message, hint=bad.hint) from None


def place_of_name(config: Config, name: str) -> str:
    """Say in which file and line a config names a rule or group, for a message about it."""
    from curriculum_tools.store.config_files import read_table
    from curriculum_tools.store.toml_lines import key_lines

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


def _naming(table: Mapping[str, Any], name: str) -> "Iterator[KeyPath]":
    """Yield the keys of each place where a valid table names a rule or group."""
    lists: dict[KeyPath, list[str]] = {(key,): table.get(key, []) for key in ("select", "ignore")}
    for glob, names in table.get("per-file-ignores", {}).items():
        lists["per-file-ignores", glob] = names
    for keys, names in lists.items():
        yield from ((*keys, at) for at, named in enumerate(names) if named == name)
    yield ("severity", name)


def _config_from_file(file: "TableFile", is_settled: Settled) -> Config:
    from curriculum_tools.store.config_files import json_schema, read_schema_file
    from curriculum_tools.store.config_settings import config_of
    from curriculum_tools.store.config_values import BadValueError, Value
    from curriculum_tools.store.toml_lines import line_of

    try:
        config = config_of(Value((), file.table), file.path)
    except BadValueError as bad:
        line = line_of(file.text, (*file.prefix, *bad.keys))
        raise ConfigError(file.path, bad.message, line, bad.hint) from None
    config = replace(config, digest=digest(file.text))
    if not config.schema_name:
        return config
    line = line_of(file.text, (*file.prefix, "front-matter", "schema"))
    path = posixpath.normpath(posixpath.join(config.folder, config.schema_name))
    data = read_schema_file(path, file.path, line)
    settings = digest(file.text, data)
    schema = json_schema(data, path, is_checked=is_settled(settings))
    return replace(config, front_matter_schema=schema, digest=settings)
