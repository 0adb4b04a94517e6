"""Configs without a disk."""

from collections.abc import Mapping
from typing import Any

from curriculum_tools.model.config import Config
from curriculum_tools.store.config_settings import check_config, config_of


def config_from_table(table: Mapping[str, Any], path: str) -> Config:
    """Return the config that a parsed TOML table stands for; raises ConfigError."""
    check_config(table, path, lambda _keys: None)
    return config_of(table, path)
