"""The JSON Schemas of the repository."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "schemas"


def load(name: str) -> dict[str, Any]:
    """Give the schema called `name`, as in `config` for `config.schema.json`."""
    schema: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    return schema
