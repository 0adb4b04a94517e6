"""Config files: TOML, whose table is a config or has one in it."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.store.reading import read_regular_file
from curriculum_tools.syntax.json_schema import KeyPath

_LARGEST = 1024 * 1024  # bytes

# A pyproject.toml without these words is not worth reading as TOML.
_MAY_CONCERN_US = re.compile(
    r"""tool["' \t]*\.["' \t]*curriculum|^[ \t]*(?:\[[ \t]*)?["']?tool["']?[ \t]*[]=]""",
    re.MULTILINE,
)
_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class ConfigFile(NamedTuple):
    """A file with a config in it; `prefix` are the keys that lead to its table."""

    path: str
    text: str
    table: Mapping[str, Any]
    prefix: KeyPath = ()

    def line_of(self, path: KeyPath) -> int | None:
        """Return the line, from 1, of what a path in the table leads to; None for nothing."""
        from curriculum_tools.syntax.toml_lines import TomlLines

        return TomlLines(self.text).line_of((*self.prefix, *path))


def read_config_file(path: str, prefix: tuple[str, ...] = ()) -> ConfigFile | None:
    """Read a config file; None where keys lead to no table in it. Raises ConfigError."""
    text = _read_text(path)
    if prefix and not _MAY_CONCERN_US.search(text):
        return None
    table: Any = _parse(text, path)
    for key in prefix:
        if not isinstance(table, dict) or key not in table:
            return None
        table = table[key]
    return ConfigFile(path, text, table, prefix)


def _read_text(path: str) -> str:
    try:
        data = read_regular_file(path)
    except UnreadableError as error:
        raise ConfigError(path, error.reason) from None
    if len(data) > _LARGEST:
        raise ConfigError(path, f"larger than {_LARGEST // 1024} KiB, which no config is")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(path, "not UTF-8", line, "save the file as UTF-8") from None


def _parse(text: str, path: str) -> dict[str, Any]:
    import tomllib  # not where there is no config

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        place = _PLACE.search(reason)
        line = int(place["line"] or text.rstrip().count("\n") + 1) if place else None
        reason = reason[:1].lower() + _PLACE.sub("", reason)[1:]
        raise ConfigError(path, f"no valid TOML: {reason}", line) from None
    except (RecursionError, ValueError) as error:  # ValueError: a date that is none
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise ConfigError(path, f"no valid TOML: {reason}") from None
