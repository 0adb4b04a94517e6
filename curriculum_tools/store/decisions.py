"""Decisions files: YAML that maintainers write by hand.

`schemas/decisions.schema.json` says the same for editors, and a test holds the two together.
"""

import os
from collections.abc import Iterator

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.model.rulings import Ruling, Rulings
from curriculum_tools.store.paths import shown
from curriculum_tools.store.reading import read_regular_file
from curriculum_tools.store.ruling_forms import FORMS, read_ruling
from curriculum_tools.store.yaml_values import parse_yaml

DECISIONS_FILE = "curriculum.decisions.yaml"


def read_decisions(config: Config) -> Rulings:
    """Read the decisions files that hold under a config, those that are there.

    Those are the ones its curricula name, else `curriculum.decisions.yaml` in its folder. Raises
    ConfigError with the line of what cannot be understood.
    """
    named = [curriculum.decisions for curriculum in config.curricula if curriculum.decisions]
    paths = [os.path.join(config.folder, name) for name in named or [DECISIONS_FILE]]
    there = [shown(path) for path in dict.fromkeys(paths) if os.path.lexists(path)]
    return Rulings(tuple(ruling for path in there for ruling in read_decisions_file(path)))


def read_decisions_file(path: str) -> Iterator[Ruling]:
    """Yield the rulings of one decisions file; raises ConfigError."""
    try:
        text = read_regular_file(path).decode()
    except UnicodeDecodeError:
        raise ConfigError(path, "this file is not UTF-8") from None
    except UnreadableError as error:
        raise ConfigError(path, error.reason) from None
    return parse_decisions(text, path)


def parse_decisions(text: str, path: str) -> Iterator[Ruling]:
    """Yield the rulings of the text of a decisions file; raises ConfigError."""
    root = parse_yaml(text, path, "a decisions file")
    if root is None:
        return
    for key, value in root.mapping(FORMS).items():
        for item in value.items():
            yield read_ruling(item, FORMS[key])
