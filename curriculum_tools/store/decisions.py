"""Decisions files: YAML that maintainers write by hand."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from curriculum_tools.likeness.rulings import ruling_keys
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.rulings import QuestionRuling, Rulings

if TYPE_CHECKING:
    from yaml.nodes import Node

DECISIONS_FILE = "curriculum.decisions.yaml"
SAME, DIFFERENT = "same-questions", "different-questions"


def read_decisions(paths: Iterable[str]) -> Rulings:
    """Read decisions files; raises ConfigError with the line of what cannot be understood."""
    return Rulings(tuple(ruling for path in paths for ruling in _read(path)))


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


def _read(path: str) -> Iterator[QuestionRuling]:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ConfigError(path, "this file is not UTF-8") from None
    except OSError as error:
        raise ConfigError(path, error.strerror or "cannot be read") from None
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
    return node.value


def _list(node: "Node", path: str) -> list["Node"]:
    import yaml

    if not isinstance(node, yaml.SequenceNode):
        raise ConfigError(path, "a list belongs here", _line(node))
    return node.value


def _text(node: "Node", path: str) -> str:
    import yaml

    if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
        raise ConfigError(path, "a text belongs here", _line(node))
    return str(node.value)


def _line(node: "Node") -> int:
    line: int = node.start_mark.line
    return line + 1
