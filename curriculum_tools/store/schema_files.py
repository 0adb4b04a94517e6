"""The JSON Schemas that say what a config and a decisions file may hold."""

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# Where the package is installed, the schemas lie in it; in a checkout, beside it.
_FOLDERS = (os.path.join(_PACKAGE, "schemas"), os.path.join(_PACKAGE, os.pardir, "schemas"))


def read_schema(name: str) -> bytes:
    """Return the text of the schema called `name`, as in `config` for `config.schema.json`."""
    folder = next(filter(os.path.isdir, _FOLDERS))
    with open(os.path.join(folder, f"{name}.schema.json"), "rb") as file:
        return file.read()
