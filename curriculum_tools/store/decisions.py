"""Decisions files: YAML that maintainers write by hand."""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.model.rulings import QuestionRuling, Rulings
from curriculum_tools.store.paths import shown
from curriculum_tools.store.reading import read_regular_file

if TYPE_CHECKING:
    from yaml.nodes import Node

DECISIONS_FILE = "curriculum.decisions.yaml"
SAME, DIFFERENT = "same-questions", "different-questions"


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


def parse_decisions(text: str, path: str) -> Iterator[QuestionRuling]:
    """Yield the rulings of a decisions file; raises ConfigError."""
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ConfigError(
            path, f"no valid YAML: {error.problem}", mark.line + 1 if mark else None
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise ConfigError(path, f"no valid YAML: {error}") from None
    if root is None:
        return
    for key, value in _entries(root, path):
        if key.value not in (SAME, DIFFERENT):
            hint = f"known keys: {DIFFERENT}, {SAME}"
            raise ConfigError(path, f"unknown key `{key.value}`", _line(key), hint)
        if not isinstance(value, yaml.SequenceNode):
            raise ConfigError(path, f"`{key.value}` must be a list", _line(value))
        for item in value.value:
            yield _ruling(item, path, same=key.value == SAME)


def _read(path: str) -> bytes:
    try:
        return read_regular_file(path)
    except UnreadableError as error:
        raise ConfigError(path, error.reason) from None


def _parse(data: bytes, path: str) -> Iterator[QuestionRuling]:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise ConfigError(path, "this file is not UTF-8") from None
    return parse_decisions(text, path)


def _ruling(item: "Node", path: str, *, same: bool) -> QuestionRuling:
    questions: list[str] = []
    reason = ""
    for key, value in _entries(item, path):
        if key.value == "reason":
            reason = _text(value, path)
        elif key.value == "questions":
            questions = [_text(entry, path) for entry in _list(value, path)]
        else:
            raise ConfigError(
                path, f"unknown key `{key.value}`", _line(key), "known keys: questions, reason"
            )
    from curriculum_tools.likeness.rulings import ruling_keys

    if len(questions) != 2:
        raise ConfigError(
            path, "a ruling names two questions: `questions: [..., ...]`", _line(item)
        )
    a, b = questions
    return QuestionRuling(a, b, ruling_keys(a, b), same, reason, path, _line(item))


def _entries(node: "Node", path: str) -> list[tuple["Node", "Node"]]:
    import yaml

    if not isinstance(node, yaml.MappingNode):
        raise ConfigError(path, "a mapping of keys to values belongs here", _line(node))
    entries: list[tuple[Node, Node]] = node.value
    return entries


def _list(node: "Node", path: str) -> list["Node"]:
    import yaml

    if not isinstance(node, yaml.SequenceNode):
        raise ConfigError(path, "a list belongs here", _line(node))
    items: list[Node] = node.value
    return items


def _text(node: "Node", path: str) -> str:
    import yaml

    if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
        raise ConfigError(path, "a text belongs here", _line(node))
    return str(node.value)


def _line(node: "Node") -> int:
    line: int = node.start_mark.line
    return line + 1
