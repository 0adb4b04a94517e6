"""The JSON Schemas, wherever they lie."""

import json
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent.parent
_FOLDERS = (_PACKAGE / "schemas", _PACKAGE.parent / "schemas")  # in a wheel, in a checkout


def load(name: str) -> dict[str, Any]:
    """Give the schema called `name`, as in `config` for `config.schema.json`."""
    file = next(folder for folder in _FOLDERS if (folder / f"{name}.schema.json").is_file())
    schema: dict[str, Any] = json.loads((file / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema
