"""The files that a config is made of: TOML, and the JSON Schema it may name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.store.reading import read_regular_file

if TYPE_CHECKING:
    from curriculum_tools.store.toml_lines import KeyPath

PYPROJECT = "pyproject.toml"
_IN_PYPROJECT: "KeyPath" = ("tool", "curriculum")
_LARGEST = 1024 * 1024  # bytes

# A pyproject.toml without these words is not worth the import of a TOML reader.
_MAY_CONCERN_US = re.compile(
    r"""tool["' \t]*\.["' \t]*curriculum|^[ \t]*(?:\[[ \t]*)?["']?tool["']?[ \t]*[]=]""",
    re.MULTILINE,
)
_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file with a config in it; `prefix` are the keys that lead to the table."""

    path: str
    text: str
    table: Mapping[str, Any]
    prefix: "KeyPath" = ()


def read_table(path: str) -> TableFile | None:
    """Read a config file; None for a pyproject.toml that has no config. Raises ConfigError."""
    text = _read_text(path)
    if path.rpartition("/")[2] != PYPROJECT:
        return TableFile(path, text, _parse(text, path))
    if not _MAY_CONCERN_US.search(text):
        return None
    table: Any = _parse(text, path)
    for key in _IN_PYPROJECT:
        if not isinstance(table, dict) or key not in table:
            return None
        table = table[key]
    return TableFile(path, text, table, _IN_PYPROJECT)


def read_schema_file(path: str, named_in: str, line: int | None) -> bytes:
    """Read the file of a JSON Schema; raises ConfigError about the config that names it."""
    try:
        return read_regular_file(path)
    except UnreadableError as error:
        raise ConfigError(named_in, f"the schema {error}", line) from None


def json_schema(data: bytes, path: str, *, is_checked: bool = False) -> dict[str, Any]:
    """Give the JSON Schema that a file holds; raises ConfigError, for none that was checked."""
    import json

    try:
        schema = json.loads(data)
    except json.JSONDecodeError as error:
        raise ConfigError(path, f"no valid JSON: {_lowered(error.msg)}", error.lineno) from None
    except UnicodeDecodeError:
        raise ConfigError(path, "no valid JSON: not UTF-8") from None
    except RecursionError:
        raise ConfigError(path, "no valid JSON: nested too deep") from None
    if not isinstance(schema, dict):
        raise ConfigError(path, "no JSON Schema: an object belongs here")
    if not is_checked:
        _check_schema(schema, path)
    return schema


def _check_schema(schema: dict[str, Any], path: str) -> None:
    from jsonschema import SchemaError
    from jsonschema.validators import Draft202012Validator, validator_for

    if not isinstance(schema.get("$schema", ""), str):
        raise ConfigError(path, "no JSON Schema: `$schema` must be a text")
    try:
        validator_for(schema, default=Draft202012Validator).check_schema(schema)
    except SchemaError as error:
        where = f" in `{error.json_path}`" if error.path else ""
        raise ConfigError(path, f"no JSON Schema: {error.message}{where}") from None
    except RecursionError:
        raise ConfigError(path, "no JSON Schema: nested too deep") from None


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
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        line = int(place["line"] or text.rstrip().count("\n") + 1) if place else None
        message = _PLACE.sub("", message)
        raise ConfigError(path, f"no valid TOML: {_lowered(message)}", line) from None
    except (RecursionError, ValueError) as error:  # ValueError: a date that is none
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise ConfigError(path, f"no valid TOML: {reason}") from None


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]
