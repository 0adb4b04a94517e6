"""JSON written piece by piece, indented by two, so that no report stands in memory whole.

Short objects that hold neither objects nor arrays, such as positions, stay on one line.
"""

import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from json.encoder import encode_basestring as _string
from types import GeneratorType
from typing import NamedTuple, TypeAlias

from curriculum_tools.model.read_as import DEFAULT, ReadAs
from curriculum_tools.output.sanitize import sanitize_json

Json: TypeAlias = "bool | int | float | str | list[Json] | Object | None"
Object: TypeAlias = "dict[str, Json]"
Streamed: TypeAlias = "Json | OneLine | Generator[Streamed, None, None] | dict[str, Streamed]"

_STEP = "  "
_SHORT = 80  # code points of an object that stays on one line
_one_line = json.JSONEncoder(ensure_ascii=False).encode
_CHUNK = 1 << 16  # code points that are gathered before they are handed on


class OneLine(NamedTuple):
    """A value that stands on one line, however long it is."""

    value: Json


def write_json(value: "dict[str, Streamed] | Generator[Streamed, None, None]") -> Iterator[str]:
    """Yield a value as JSON in chunks; generators in it become arrays, item by item."""
    gathered: list[str] = []
    size = 0
    for piece in _pieces(value, "\n"):
        gathered.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield sanitize_json("".join(gathered))
            gathered.clear()
            size = 0
    yield sanitize_json("".join(gathered)) + "\n"


def write_json_lines(values: Iterable[Object]) -> Iterator[str]:
    """Yield objects as JSON Lines."""
    return (f"{json_line(value)}\n" for value in values)


def json_line(value: Json) -> str:
    """Return a value as JSON on one line, safe to show."""
    return sanitize_json(_one_line(value))


def dialect_json(read_as: ReadAs) -> Object:
    """Return how a guide was read: by which templates, and who says so."""
    said: Object = {"from": read_as.origin, "question": [*read_as.questions]}
    if read_as != DEFAULT:
        said |= {"chapter": [*read_as.chapters], "topic": [*read_as.topics]}
    return said


def json_value(value: object) -> Json:
    """Return a value that came out of YAML as JSON has it; anything else becomes its text."""
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [json_value(item) for item in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _pieces(value: Streamed, line: str) -> Iterator[str]:
    """Yield a value in pieces where it holds a generator; `line` is a line end and indentation."""
    inner = line + _STEP
    if isinstance(value, GeneratorType):
        separator = "["
        for item in value:
            yield separator + inner
            yield from _pieces(item, inner)
            separator = ","
        yield "[]" if separator == "[" else f"{line}]"
    elif isinstance(value, dict) and GeneratorType in map(type, value.values()):
        separator = "{"
        for key, item in value.items():
            yield f"{separator}{inner}{_string(key)}: "
            yield from _pieces(item, inner)
            separator = ","
        yield f"{line}}}"
    else:
        yield _text(value, line)


def _text(value: object, line: str) -> str:
    """Return a value that holds no generator as one text."""
    if isinstance(value, OneLine):
        return _one_line(value.value)
    if isinstance(value, str):
        return _string(value)
    if type(value) is int:
        return str(value)
    if isinstance(value, dict):
        texts = [f"{_string(key)}: {_text(item, line + _STEP)}" for key, item in value.items()]
        if not any(item and isinstance(item, dict | list) for item in value.values()):
            short = ", ".join(texts)
            if len(short) <= _SHORT:
                return f"{{{short}}}"
        return f"{{{_listed(texts, line)}}}"
    if isinstance(value, list):
        return f"[{_listed([_text(item, line + _STEP) for item in value], line)}]"
    return json.dumps(value)


def _listed(texts: list[str], line: str) -> str:
    inner = line + _STEP
    return f"{inner}{f',{inner}'.join(texts)}{line}" if texts else ""
