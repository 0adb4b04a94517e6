"""The JSON Schemas of the repository."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parent.parent / "schemas"


def load(name: str) -> dict[str, Any]:
    """Return the schema called `name`, as in `config` for `config.schema.json`."""
    schema: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    return schema


def validate(name: str, text: str) -> Any:
    """Return what a text holds as JSON, checked against the schema called `name`."""
    value = json.loads(text)
    _validator(name).validate(value)
    return value


@cache
def _validator(name: str) -> Draft202012Validator:
    schema = load(name)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
