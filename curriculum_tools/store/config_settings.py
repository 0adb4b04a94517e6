"""From a parsed config to a `Config`: which keys there are, and what each of them means."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from curriculum_tools.model.config import AUTO, INFERRED, Config, Curriculum, Platform
from curriculum_tools.model.finding import Severity
from curriculum_tools.store.config_values import Value


class _FieldName(StrEnum):
    DESCRIPTION = "description"
    PREREQUISITES = "prerequisites"
    NOTES = "notes"
    QUESTIONS = "questions"


Readers: TypeAlias = "Mapping[str, tuple[str, Callable[[Value], object]] | Readers]"


def config_of(root: Value, path: str) -> Config:
    """Give the config that a table stands for; raises BadValueError."""
    settings: dict[str, Any] = dict(_settings(root, _READERS))
    return Config(path=path, folder=posixpath.dirname(path) or ".", **settings)


def _settings(table: Value, readers: Readers) -> Iterator[tuple[str, object]]:
    for key, value in table.table(tuple(readers)).items():
        reader = readers[key]
        if isinstance(reader, tuple):
            attribute, read = reader
            yield attribute, read(value)
        else:
            yield from _settings(value, reader)


def _severity(value: Value) -> Severity:
    return value.choice(Severity)


def _severities(value: Value) -> dict[str, Severity]:
    return {rule: level.choice(Severity) for rule, level in value.mapping().items()}


def _per_file_ignores(value: Value) -> dict[str, tuple[str, ...]]:
    return {glob: names.texts() for glob, names in value.mapping().items()}


def _content_roots(value: Value) -> tuple[str, ...] | None:
    if value.content == AUTO:
        return None
    if isinstance(value.content, str):
        return (value.text(),)
    roots = value.texts()
    if not roots:
        raise value.refused(f"{value.name} is empty", f'"{AUTO}" looks in each folder upward')
    if AUTO in roots:
        raise value.refused(f'"{AUTO}" cannot stand in a list', f'write content-root = "{AUTO}"')
    return roots


def _required_fields(value: Value) -> frozenset[str] | None:
    if value.content == INFERRED:
        return None
    if isinstance(value.content, str):
        hint = f'"{INFERRED}" means the fields that nearly all topics have'
        raise value.refused(f'{value.name} must be "{INFERRED}" or a list of fields', hint)
    return frozenset(item.choice(_FieldName) for item in value.items())


def _labels(value: Value) -> dict[str, tuple[str, ...]]:
    return {str(name): names.texts() for name, names in value.table(list(_FieldName)).items()}


def _question_count(value: Value) -> tuple[int | None, int | None]:
    counts = {key: number.count() for key, number in value.table(("min", "max")).items()}
    least, most = counts.get("min"), counts.get("max")
    if least is not None and most is not None and least > most:
        raise value.refused(f"{value.name} has min {least} above max {most}")
    return least, most


def _curricula(value: Value) -> tuple[Curriculum, ...]:
    if isinstance(value.content, dict):
        raise value.refused("`curriculum` must be a list of tables", "write [[curriculum]]")
    return tuple(_curriculum(item) for item in value.items())


def _curriculum(item: Value) -> Curriculum:
    table = item.table(("versions", "output", "decisions"))
    if "versions" not in table:
        raise item.refused(f"{item.name} has no `versions`", "list them, oldest first")
    versions = table["versions"].texts()
    if not versions:
        raise table["versions"].refused(
            f"{table['versions'].name} is empty", "list them, oldest first"
        )
    output, decisions = (
        table[key].text() if key in table else None for key in ("output", "decisions")
    )
    return Curriculum(versions, output, decisions)


_READERS: Readers = {
    "include": ("include", Value.texts),
    "exclude": ("exclude", Value.texts),
    "content-root": ("content_roots", _content_roots),
    "notes-folder": ("notes_folder", Value.text),
    "select": ("select", Value.texts),
    "ignore": ("ignore", Value.texts),
    "fail-level": ("fail_level", _severity),
    "curriculum": ("curricula", _curricula),
    "severity": ("severity", _severities),
    "per-file-ignores": ("per_file_ignores", _per_file_ignores),
    "fields": {
        "required": ("required_fields", _required_fields),
        "labels": ("labels", _labels),
    },
    "dialect": {"anchors": ("anchors", lambda value: value.choice(Platform))},
    "front-matter": {
        "required": ("front_matter_required", Value.boolean),
        "schema": ("schema_name", Value.text_or_empty),
    },
    "questions": {"count": ("question_count", _question_count)},
}
