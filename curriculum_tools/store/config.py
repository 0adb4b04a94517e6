"""Config files."""

from collections.abc import Mapping
from typing import Any

from curriculum_tools.model.config import Config
from curriculum_tools.model.finding import Severity


def config_from_table(table: Mapping[str, Any], path: str) -> Config:
    """Give the config that a parsed TOML table stands for."""
    severities = {k: Severity(v) for k, v in table.get("severity", {}).items()}
    return Config(path=path, severity=severities)
