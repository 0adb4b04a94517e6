"""The JSON Schema for front matter that a config names."""

import json
import posixpath
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.store.bounds import is_below
from curriculum_tools.store.config_files import ConfigFile
from curriculum_tools.store.digest import digest
from curriculum_tools.store.reading import read_regular_file
from curriculum_tools.syntax.json_schema import schema_fault


def with_schema(config: Config, file: ConfigFile, is_settled: Callable[[str], bool]) -> Config:
    """Return a config with the schema that it names; raises ConfigError.

    Whether the file holds a schema is not asked again where its contents are settled.
    """
    path = posixpath.normpath(posixpath.join(config.folder, config.schema_name))
    if not config.allow_outside and not is_below(config.folder, path):
        line = file.line_of(("front-matter", "schema"))
        message = f"the schema leads out of the folder of the config: {path}"
        raise ConfigError(file.path, message, line, "move it below; --allow-outside takes any")
    try:
        data = read_regular_file(path)
    except UnreadableError as error:
        line = file.line_of(("front-matter", "schema"))
        raise ConfigError(file.path, f"the schema {error}", line) from None
    schema = _parse(data, path)
    contents = digest(file.text, data)
    fault = None if is_settled(contents) else schema_fault(schema)
    if fault:
        raise ConfigError(path, f"no JSON Schema: {fault}")
    return replace(config, front_matter_schema=schema, digest=contents)


def _parse(data: bytes, path: str) -> dict[str, Any]:
    try:
        schema = json.loads(data)
    except json.JSONDecodeError as error:
        message = f"no valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise ConfigError(path, message, error.lineno) from None
    except UnicodeDecodeError:
        raise ConfigError(path, "no valid JSON: not UTF-8") from None
    except RecursionError:
        raise ConfigError(path, "no valid JSON: nested too deep") from None
    if not isinstance(schema, dict):
        raise ConfigError(path, "no JSON Schema: an object belongs here")
    return schema
