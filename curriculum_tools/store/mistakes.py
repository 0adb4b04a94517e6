"""The first mistake in a config or decisions file, in plain words.

What is a mistake, `schemas/` says; its descriptions stand for a hint where there is no other.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from curriculum_tools.store.schema_files import read_schema
from curriculum_tools.syntax.json_schema import KeyPath, missing_key, schema_errors, unknown_keys
from curriculum_tools.syntax.spelling import closest

if TYPE_CHECKING:
    from jsonschema import ValidationError

_LONGEST = 40  # code points of a text that is quoted

#: What is said of a value that violates a keyword of its schema, after its name.
WORDS = {
    "const": "must be {wanted}, not {found}",
    "enum": "must be one of {wanted}, not {found}",
    "maxItems": "must have {wanted} or fewer items",
    "minItems": "must have {wanted} or more items",
    "minLength": "is empty",
    "minimum": "must be {wanted} or more, not {found}",
    "not": "cannot be {found}",
    "pattern": "is empty",
    "required": "needs {wanted}",
    "type": "must be {wanted}, not {found}",
}
_KINDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "string": "a text",
}


class Mistake(NamedTuple):
    """What is wrong with the value or key to which a path leads, and what to do about it."""

    path: KeyPath
    message: str
    hint: str


def first_mistake(value: Any, schema_name: str, mapping: str) -> Mistake | None:
    """Return a mistake in the value of a file; None where it is as its schema asks.

    `mapping` is what the language of the file calls a mapping of keys to values.
    """
    schema = json.loads(read_schema(schema_name))
    errors = [_most_telling(error) for error in schema_errors(value, schema)]
    if not errors:
        return None
    error = _first(errors)
    path: KeyPath = tuple(error.absolute_path)
    name = _name(path) if path else f"the {schema_name}"
    if unknown := unknown_keys(error):
        message, hint = _about_key(unknown[0], error)
        return Mistake((*path, unknown[0]), f"{message} in {name}" if path else message, hint)
    kinds = _KINDS | {"object": mapping}
    words = WORDS[str(error.validator)]
    message = words.format(wanted=_wanted(error, kinds), found=_shown(error.instance, kinds))
    return Mistake(path, f"{name} {message}", _hint(error, schema))


def place_of_nul(value: Any, path: KeyPath = ()) -> "KeyPath | None":
    """Return the way to a text within a value that has a NUL character; None where none has."""
    if isinstance(value, str):
        return path if "\0" in value else None
    keys = value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    for key in keys:
        if isinstance(key, str) and "\0" in key:
            return path
        if (found := place_of_nul(value[key], (*path, key))) is not None:
            return found
    return None


def _first(errors: "list[ValidationError]") -> "ValidationError":
    """Return the error to tell: an unknown key first, which may be what another error misses."""
    return min(errors, key=lambda error: not unknown_keys(error))


def _most_telling(error: "ValidationError") -> "ValidationError":
    """Return what is wrong with the alternative that a value comes closest to."""
    if error.validator != "anyOf":
        return error
    alternatives: dict[object, list[ValidationError]] = {}
    for inner in error.context or ():
        alternatives.setdefault(inner.schema_path[0], []).append(inner)
    return _most_telling(_first(min(alternatives.values(), key=_distance)))


def _distance(errors: "list[ValidationError]") -> tuple[bool, int]:
    """Return how far a value is from an alternative: of another kind, and the number of errors."""
    is_other = any(e.validator in ("const", "enum", "type") and not e.path for e in errors)
    return is_other, sum(len(unknown_keys(e)) or 1 for e in errors)


def _about_key(key: str, error: "ValidationError") -> tuple[str, str]:
    """Return what is wrong with a key that is not known where it stands, and a hint."""
    schema: Any = error.schema
    alternatives: Any = [schema]
    if error.parent and not error.path:
        alternatives = error.parent.validator_value
    known = sorted({name for each in alternatives for name in each.get("properties", ())})
    if key in known:
        return f"`{key}` does not go with `{schema['required'][0]}`", ""
    close = closest(key.lower(), known)
    hint = f"did you mean `{close}`?" if close else f"known keys: {', '.join(known)}"
    return f"unknown key `{key}`", hint


def _name(path: KeyPath) -> str:
    """Return what the value is called to which a path leads; items count from 1."""
    *above, last = path
    if isinstance(last, int):
        return f"item {last + 1} of {_name(tuple(above))}"
    keys = "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in path)
    return f"`{keys.removeprefix('.')}`"


def _wanted(error: "ValidationError", kinds: Mapping[str, str]) -> str:
    """Return what the schema asks for."""
    wanted: Any = error.validator_value
    match error.validator:
        case "enum":
            return ", ".join(wanted)
        case "required":
            return f"`{missing_key(error)}`"
        case "type":
            return kinds[wanted]
    return _shown(wanted, kinds)


def _shown(value: object, kinds: Mapping[str, str] = _KINDS) -> str:
    """Return a short value as it is written, and the kind of another."""
    if isinstance(value, dict):
        return kinds["object"]
    if isinstance(value, list):
        return kinds["array"]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        is_short = len(value) < _LONGEST and value.isprintable()
        return f'"{value}"' if is_short else kinds["string"]
    return "nothing" if value is None else str(value)


def _hint(error: "ValidationError", schema: Any) -> str:
    """Return how a value is written, else the description that is nearest to it in the schema."""
    if error.validator == "type" and not isinstance(error.instance, dict | list | None):
        if error.validator_value == "array":
            return "write it in brackets: [...]"
        if error.validator_value == "string":
            return f'write it in quotes: "{_shown(error.instance)}"'
    violated: Any = error.schema
    missing = violated.get("properties", {}).get(missing_key(error), {})
    return missing.get("description") or _description(error, schema)


def _description(error: "ValidationError", schema: Any) -> str:
    """Return the innermost description on the way through a schema to what is violated."""
    found = ""
    part = schema
    for step in error.absolute_schema_path:
        while isinstance(part, dict) and step not in part:  # the way leaves out references
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
            found = part.get("description", found)
        part = part[step]
        if isinstance(part, dict) and step != "properties":
            found = part.get("description", found)
    return found
