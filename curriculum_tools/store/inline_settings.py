"""Settings that stand on the command line, as `--config KEY=VALUE`, above those of every file."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.store.config_files import ConfigFile
from curriculum_tools.store.config_settings import check_config, settings_in
from curriculum_tools.store.digest import digest

FLAG = "--config"


def read_settings(texts: Sequence[str]) -> dict[str, Any]:
    """Return the table that settings stand for, each written as TOML; a later one wins.

    Raises ConfigError for one that is no TOML, or that has a key or value no config may have.
    """
    import tomllib  # few runs have any

    table: dict[str, Any] = {}
    for text in texts:
        try:
            added = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError, ValueError):
            hint = f"write it as in curriculum.toml: {FLAG} 'fail-level = \"error\"'"
            raise ConfigError(f"{FLAG} {text}", "no valid TOML", hint=hint) from None
        check_config(added, f"{FLAG} {text}", lambda _path: None)
        table = _joined(table, added)
    check_config(table, FLAG, lambda _path: None)
    return table


def with_settings(
    config: Config, table: Mapping[str, Any], is_settled: Callable[[str], bool]
) -> Config:
    """Return a config with settings above its own; raises ConfigError for a schema that is none.

    Tables such as `severity` are added to, everything else is replaced. Paths start at the folder
    of the config, which is the current one where there is no file.
    """
    if not table:
        return config
    settings = settings_in(table)
    for attribute, value in settings.items():
        if isinstance(value, Mapping):
            settings[attribute] = {**getattr(config, attribute), **value}
    before = config.digest
    config = replace(config, **settings)
    if config.schema_name and "schema_name" in settings:
        from curriculum_tools.store.front_matter_schema import with_schema

        config = with_schema(config, ConfigFile(FLAG, "", table), is_settled)
        before = digest(before, config.digest)
    return replace(config, digest=digest(before, json.dumps(table, sort_keys=True, default=str)))


def _joined(table: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with another above it, key by key as far as both have tables."""
    joined = dict(table)
    for key, value in added.items():
        own = joined.get(key)
        is_table = isinstance(own, Mapping) and isinstance(value, Mapping)
        joined[key] = _joined(own, value) if is_table and own else value
    return joined
