"""Settings written as TOML."""

import re
from collections.abc import Iterator, Mapping, Sequence

from curriculum_tools.output.json_writer import json_line

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def write_toml_table(name: str, settings: Mapping[str, object]) -> Iterator[str]:
    """Yield the header of a table, such as `[fields]`, and its settings; nothing without any."""
    lines = list(write_toml(settings))
    if lines:
        yield f"\n{name}\n"
        yield from lines


def write_toml(settings: Mapping[str, object]) -> Iterator[str]:
    """Yield a line for each setting that has a value; TOML cannot say that there is none."""
    for key, value in settings.items():
        if value is not None:
            yield f"{key if _BARE_KEY.fullmatch(key) else json_line(key)} = {toml_value(value)}\n"


def toml_value(value: object) -> str:
    """Return a text, number, truth value, sequence or mapping as TOML, safe to show."""
    if isinstance(value, str):
        return json_line(value)  # TOML reads what JSON escapes in the same way
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {toml_value(each)}' for key, each in value.items())} }}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(toml_value, value))}]"
    return str(value)
