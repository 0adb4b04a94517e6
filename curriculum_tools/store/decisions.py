"""Decisions files: YAML that maintainers write by hand.

`schemas/decisions.schema.json` says the same for editors, and a test holds the two together.
"""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from curriculum_tools.model.config import Config
from curriculum_tools.model.decisions import Rulings
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.store.paths import shown
from curriculum_tools.store.reading import read_regular_file

if TYPE_CHECKING:
    from curriculum_tools.model.rulings import Ruling

DECISIONS_FILE = "curriculum.decisions.yaml"


def read_decisions(config: Config) -> Rulings:
    """Read the decisions files that hold under a config, those that are there.

    Raises ConfigError with the line of what cannot be understood.
    """
    return rulings_in(decisions_files(config))


def decisions_files(config: Config) -> dict[str, bytes]:
    """Read what is in the decisions files of a config, those that are there.

    Those are the ones its curricula name, else `curriculum.decisions.yaml` in its folder. Raises
    ConfigError.
    """
    named = [curriculum.decisions for curriculum in config.curricula if curriculum.decisions]
    paths = [os.path.join(config.folder, name) for name in named or [DECISIONS_FILE]]
    there = [shown(path) for path in dict.fromkeys(paths) if os.path.lexists(path)]
    return {path: _read(path) for path in there}


def rulings_in(files: Mapping[str, bytes]) -> Rulings:
    """Give the rulings of decisions files; raises ConfigError with the line of a fault."""
    return Rulings(tuple(r for path, data in files.items() for r in _parse(data, path)))


def read_decisions_file(path: str) -> "Iterator[Ruling]":
    """Yield the rulings of one decisions file; raises ConfigError."""
    return _parse(_read(path), path)


def _read(path: str) -> bytes:
    try:
        return read_regular_file(path)
    except UnreadableError as error:
        raise ConfigError(path, error.reason) from None


def _parse(data: bytes, path: str) -> "Iterator[Ruling]":
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise ConfigError(path, "this file is not UTF-8") from None
    return parse_decisions(text, path)


def parse_decisions(text: str, path: str) -> "Iterator[Ruling]":
    """Yield the rulings of the text of a decisions file; raises ConfigError."""
    from curriculum_tools.store.ruling_forms import FORMS, read_ruling
    from curriculum_tools.store.yaml_values import parse_yaml

    root = parse_yaml(text, path, "a decisions file")
    if root is None:
        return
    for key, value in root.mapping(FORMS).items():
        for item in value.items():
            yield read_ruling(item, FORMS[key])
