"""Checking that rules and groups named by a config or an option exist."""

from collections.abc import Sequence

from curriculum_tools.engine.selection import check_names, known_names
from curriculum_tools.model.config import Config
from curriculum_tools.rules import ALL
from curriculum_tools.store.config import names_in, place_of_name
from curriculum_tools.store.inline_settings import FLAG, read_settings


def check_options(
    select: Sequence[str],
    ignore: Sequence[str],
    extend_select: Sequence[str] = (),
    settings: Sequence[str] = (),
) -> None:
    """Raise UnknownRuleError where an option names a rule or group that does not exist.

    Raises ConfigError for settings that are none.
    """
    check_names(ALL, select, "--select")
    check_names(ALL, ignore, "--ignore")
    check_names(ALL, extend_select, "--extend-select")
    for text in settings:
        check_names(ALL, names_in(read_settings([text])), f"{FLAG} {text}")


def check_config(config: Config) -> None:
    """Raise UnknownRuleError where a config names a rule or group that does not exist."""
    known = known_names(ALL)
    listed = [name for names in config.per_file_ignores.values() for name in names]
    for name in (*config.select, *config.ignore, *config.severity, *listed):
        if name not in known:
            check_names(ALL, [name], place_of_name(config, name))
