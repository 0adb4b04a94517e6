"""From the table of a config to a `Config`: what each key sets.

A new key is a property in `schemas/config.schema.json`, an attribute of `Config` and a line below.
"""

import math
import posixpath
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from curriculum_tools.model.config import AUTO, INFERRED, Config, Curriculum, Platform
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.finding import Severity
from curriculum_tools.store.config_templates import check_templates, is_default, templates_of
from curriculum_tools.syntax.json_schema import KeyPath


class Setting(NamedTuple):
    """A key of a config, the attribute of `Config` it sets, and what makes one of the other."""

    key: str
    attribute: str
    read: Callable[[Any], object]


def _severities(table: Mapping[str, str]) -> dict[str, Severity]:
    return {rule: Severity(level) for rule, level in table.items()}


def _texts_by_key(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(texts) for key, texts in table.items()}


def _content_roots(roots: str | list[str]) -> tuple[str, ...] | None:
    if roots == AUTO:
        return None
    return (roots,) if isinstance(roots, str) else tuple(roots)


def _required_fields(fields: str | list[str]) -> frozenset[str] | None:
    return None if fields == INFERRED else frozenset(fields)


def _question_count(table: Mapping[str, float]) -> tuple[int | None, int | None]:
    least, most = (int(table[key]) if key in table else None for key in ("min", "max"))
    return least, most


def _curricula(tables: list[dict[str, Any]]) -> tuple[Curriculum, ...]:
    return tuple(
        Curriculum(tuple(table["versions"]), table.get("output"), table.get("decisions"))
        for table in tables
    )


SETTINGS = (
    Setting("include", "include", tuple),
    Setting("exclude", "exclude", tuple),
    Setting("content-root", "content_roots", _content_roots),
    Setting("notes-folder", "notes_folder", str),
    Setting("select", "select", tuple),
    Setting("ignore", "ignore", tuple),
    Setting("fail-level", "fail_level", Severity),
    Setting("curriculum", "curricula", _curricula),
    Setting("severity", "severity", _severities),
    Setting("per-file-ignores", "per_file_ignores", _texts_by_key),
    Setting("fields.required", "required_fields", _required_fields),
    Setting("fields.labels", "labels", _texts_by_key),
    Setting("dialect", "templates", templates_of),
    Setting("dialect.question", "is_default_dialect", is_default),
    Setting("dialect.anchors", "anchors", Platform),
    Setting("front-matter.required", "front_matter_required", bool),
    Setting("front-matter.schema", "schema_name", str),
    Setting("allow.repeated-titles", "repeated_titles", tuple),
    Setting("allow.external-prerequisites", "external_prerequisites", tuple),
    Setting("questions.count", "question_count", _question_count),
    Setting("duplicates.semantic", "semantic_duplicates", bool),
)


def check_config(
    table: Mapping[str, Any], path: str, line_of: Callable[[KeyPath], int | None]
) -> None:
    """Raise ConfigError for the first mistake in a table; `line_of` tells the line of each key."""
    from curriculum_tools.store.mistakes import first_mistake, place_of_nul

    if (place := place_of_nul(table)) is not None:
        raise ConfigError(path, "holds a NUL character, which no path has", line_of(place))
    mistake = first_mistake(table, "config", "a table")
    if mistake:
        raise ConfigError(path, mistake.message, line_of(mistake.path), mistake.hint)
    check_templates(table, path, line_of)
    count = table.get("questions", {}).get("count", {})
    if count.get("min", 0) > count.get("max", math.inf):  # which no JSON Schema can say
        message = "`questions.count` has min {min} above max {max}".format(**count)
        raise ConfigError(path, message, line_of(("questions", "count")))


def config_of(table: Mapping[str, Any], path: str) -> Config:
    """Return the config that a table without mistakes stands for; `path` is that of its file."""
    return Config(path=path, folder=posixpath.dirname(path) or ".", **settings_in(table))


def settings_in(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a table without mistakes sets, by the attributes of `Config`."""
    settings: dict[str, Any] = {}
    for setting in SETTINGS:
        *tables, key = setting.key.split(".")
        here = table
        for name in tables:
            here = here.get(name, {})
        if key in here:
            settings[setting.attribute] = setting.read(here[key])
    return settings
