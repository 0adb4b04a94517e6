"""The settings that hold, as the TOML that would say so."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from curriculum_tools.model.config import AUTO, INFERRED, Config, Curriculum
from curriculum_tools.output.harmless import harmless, harmless_json

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def config_toml(config: Config) -> Iterator[str]:
    """Yield every setting, a line each, below the name of the file they come from."""
    where = harmless(config.path) if config.path else "no config file was found: the defaults"
    yield f"# {where}\n"
    yield from _settings(
        {
            "include": config.include,
            "exclude": config.exclude,
            "content-root": AUTO if config.content_roots is None else config.content_roots,
            "notes-folder": config.notes_folder,
            "select": config.select,
            "ignore": config.ignore,
            "fail-level": config.fail_level,
        }
    )
    for curriculum in config.curricula:
        yield from _curriculum(curriculum)
    yield from _table("severity", config.severity)
    yield from _table("per-file-ignores", config.per_file_ignores)
    fields = config.required_fields
    yield from _table("fields", {"required": INFERRED if fields is None else sorted(fields)})
    yield from _table("fields.labels", config.labels)
    yield from _table("dialect", {"anchors": config.anchors})
    front_matter = {"required": config.front_matter_required, "schema": config.schema_name}
    yield from _table("front-matter", front_matter)
    least, most = config.question_count
    yield from _table("questions.count", {"min": least, "max": most})


def _curriculum(curriculum: Curriculum) -> Iterator[str]:
    yield "\n[[curriculum]]\n"
    yield from _settings(
        {
            "versions": curriculum.versions,
            "output": curriculum.output,
            "decisions": curriculum.decisions,
        }
    )


def _table(name: str, settings: Mapping[str, object]) -> Iterator[str]:
    lines = list(_settings(settings))
    if lines:
        yield f"\n[{name}]\n"
        yield from lines


def _settings(settings: Mapping[str, object]) -> Iterator[str]:
    """Yield the settings that have a value; TOML has none that says nothing."""
    for key, value in settings.items():
        if value is not None:
            yield f"{key if _BARE_KEY.fullmatch(key) else _text(key)} = {_value(value)}\n"


def _value(value: object) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Sequence):
        return f"[{', '.join(map(_value, value))}]"
    return str(value)


def _text(text: str) -> str:
    """Give a text in quotes; what JSON escapes reads the same in TOML."""
    return harmless_json(json.dumps(text, ensure_ascii=False))
