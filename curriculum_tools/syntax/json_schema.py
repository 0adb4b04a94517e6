"""Checking values against a JSON Schema; the one module that knows jsonschema."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from jsonschema import ValidationError


KeyPath: TypeAlias = "tuple[str | int, ...]"
"""The keys, and the places in lists from 0, that lead to a value within another."""

SECONDS = 5  # of computing that one value may take, whatever patterns its schema has


def schema_errors(value: Any, schema: Mapping[str, Any]) -> "Iterator[ValidationError]":
    """Yield what is wrong with a value; the schema must be one, as `schema_fault` tells."""
    from jsonschema import ValidationError
    from jsonschema.validators import Draft202012Validator, validator_for
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    # A registry of its own, so that nothing is fetched for a reference to elsewhere.
    validator = validator_for(schema, default=Draft202012Validator)(schema, registry=Registry())
    try:
        with _time_limit(SECONDS):
            found = list(validator.iter_errors(value))
    except Unresolvable as error:
        found = [ValidationError(f"its schema refers to {error.ref}, which is not in it")]
    except RecursionError:
        found = [ValidationError("is nested too deep for its schema")]
    except TimeoutError:
        found = [ValidationError(f"a pattern of its schema takes more than {SECONDS} s")]
    yield from found


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """End what computes longer with TimeoutError; an expression looks for signals as it matches.

    Nothing is limited in threads, nor on Windows, which has no such signal.
    """
    import signal
    from threading import current_thread, main_thread

    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return

    def end(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def schema_fault(schema: dict[str, Any]) -> str | None:
    """Return why an object is no JSON Schema, None where it is one."""
    from jsonschema import SchemaError
    from jsonschema.validators import Draft202012Validator, validator_for

    if not isinstance(schema.get("$schema", ""), str):
        return "`$schema` must be a text"
    try:
        validator_for(schema, default=Draft202012Validator).check_schema(schema)
    except SchemaError as error:
        return error.message + (f" in `{error.json_path}`" if error.path else "")
    except RecursionError:
        return "nested too deep"
    from curriculum_tools.syntax.schema_references import reference_fault

    return reference_fault(schema)


def missing_key(error: "ValidationError") -> str | None:
    """Return the key that `required` asks for in vain; None for other errors."""
    found = re.match(r"'(.*)' is a required property", error.message)
    return found[1] if found and error.validator == "required" else None


def unknown_keys(error: "ValidationError") -> list[str]:
    """Return the keys that `additionalProperties` forbids; none for other errors."""
    if error.validator != "additionalProperties" or error.validator_value is not False:
        return []
    if not isinstance(error.instance, dict) or not isinstance(error.schema, dict):
        return []
    known = error.schema.get("properties", {})
    patterns = list(error.schema.get("patternProperties", {}))
    return [
        key
        for key in error.instance
        if key not in known and not any(re.search(pattern, key) for pattern in patterns)
    ]
