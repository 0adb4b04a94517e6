"""Checking that rules and groups named by a config or an option exist."""

from collections.abc import Sequence

from curriculum_tools.engine.selection import check_names, known_names
from curriculum_tools.model.config import Config
from curriculum_tools.rules import ALL
from curriculum_tools.store.config import place_of_name


def check_options(select: Sequence[str], ignore: Sequence[str]) -> None:
    """Raise UnknownRuleError where an option names a rule or group that does not exist."""
    check_names(ALL, select, "--select")
    check_names(ALL, ignore, "--ignore")


def check_config(config: Config) -> None:
    """Raise UnknownRuleError where a config names a rule or group that does not exist."""
    known = known_names(ALL)
    listed = [name for names in config.per_file_ignores.values() for name in names]
    for name in (*config.select, *config.ignore, *config.severity, *listed):
        if name not in known:
            check_names(ALL, [name], place_of_name(config, name))
