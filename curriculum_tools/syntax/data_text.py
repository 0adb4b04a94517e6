"""The text of a data file: JSON, YAML or TOML. The values in it, and where each text stands."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from curriculum_tools.model.data_path import ANY
from curriculum_tools.model.source import BYTE_ORDER_MARK, Source, Span
from curriculum_tools.syntax.json_schema import KeyPath
from curriculum_tools.syntax.toml_lines import TomlLines

if TYPE_CHECKING:
    from yaml.nodes import Node

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')
_TOML_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class DataError(Exception):
    """Why a text cannot be read: the message, and the line from 1 where one is known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        self.line = line
        super().__init__(message)


class PlacedText(str):
    """A text that knows where it stands, without its quotes."""

    __slots__ = ("span",)

    span: Span


@dataclass(frozen=True)
class DataText:
    """What a text holds. Texts in it are `PlacedText`, but for those of TOML.

    Values of YAML that are neither mappings nor lists are texts as written, whatever their tags.
    """

    source: Source
    value: Any
    lines: TomlLines | None = None

    def find(self, keys: tuple[str, ...]) -> list[tuple[KeyPath, Any]]:
        """Return the values that keys lead to, each with the path to it."""
        found: list[tuple[KeyPath, Any]] = [((), self.value)]
        for key in keys:
            found = [
                ((*path, step), inner)
                for path, value in found
                for step, inner in entries(value)
                if key in (ANY, str(step))
            ]
        return found

    def span_of(self, path: KeyPath, text: str) -> Span:
        """Return where a text stands to which a path leads."""
        if isinstance(text, PlacedText):
            return text.span
        line = self.lines.line_of(path) if self.lines else None
        start = self.source.line_starts[line - 1] if line else 0
        start = max(start, self.source.text.find(text, start))
        return Span(start, start + len(text))


def entries(value: object) -> Iterator[tuple[str | int, Any]]:
    """Yield what a mapping or a list holds, each with its key or place."""
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def read_data(source: Source) -> DataText:
    """Read a text as the ending of its path says; raises DataError."""
    ending = source.path.lower().rpartition(".")[2]
    try:
        if ending == "json":
            return DataText(source, _read_json(source.text))
        if ending == "toml":
            return DataText(
                source, tomllib.loads(_bare(source.text)), TomlLines(_bare(source.text))
            )
        return DataText(source, _read_yaml(source.text))
    except RecursionError:
        raise DataError("nested too deep") from None
    except json.JSONDecodeError as error:
        raise DataError(f"no valid JSON: {error.msg}", error.lineno) from None
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place["line"]) if place and place["line"] else None
        raise DataError(f"no valid TOML: {_TOML_PLACE.sub('', str(error))}", line) from None
    except ValueError as error:  # a date or number that is none
        raise DataError(str(error)) from None


def _bare(text: str) -> str:
    """Return a text with a blank for a byte order mark, so that places stay."""
    return " " + text[1:] if text.startswith(BYTE_ORDER_MARK) else text


def _read_json(text: str) -> Any:
    text = _bare(text)
    json.loads(text)  # which says what is wrong; what follows relies on it
    tokens = _TOKEN.finditer(text)
    return _json_value(next(tokens), tokens)


def _json_value(token: re.Match[str], tokens: Iterator[re.Match[str]]) -> Any:
    """Return the value that begins with a token of valid JSON."""
    if token[0] == "{":
        mapping = {}
        while (key := next(tokens))[0] != "}":
            if key[0] != ",":
                next(tokens)  # the colon
                mapping[_json_value(key, tokens)] = _json_value(next(tokens), tokens)
        return mapping
    if token[0] == "[":
        items = []
        while (item := next(tokens))[0] != "]":
            if item[0] != ",":
                items.append(_json_value(item, tokens))
        return items
    value = json.loads(token[0])
    is_text = isinstance(value, str)
    return _placed(value, token.start() + 1, token.end() - 1) if is_text else value


def _placed(text: str, start: int, end: int) -> PlacedText:
    placed = PlacedText(text)
    placed.span = Span(start, end)
    return placed


def _read_yaml(text: str) -> Any:
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise DataError(f"no valid YAML: {error.problem}", line) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise DataError("holds a character that YAML forbids", line) from None
    return None if node is None else _yaml_value(node, {})


def _yaml_value(node: "Node", known: dict[int, Any]) -> Any:
    """Return the value of a node; a node met again, by an alias, has the same one."""
    import yaml

    if id(node) not in known:
        if isinstance(node, yaml.MappingNode):
            mapping: dict[str, Any] = {}
            known[id(node)] = mapping
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode):
                    mapping[_yaml_value(key, known)] = _yaml_value(value, known)
        elif isinstance(node, yaml.SequenceNode):
            items: list[Any] = []
            known[id(node)] = items
            items += (_yaml_value(item, known) for item in node.value)
        elif isinstance(node, yaml.ScalarNode):
            quote = 1 if node.style in ("'", '"') else 0
            start, end = node.start_mark.index + quote, node.end_mark.index - quote
            known[id(node)] = _placed(node.value, start, end)
    return known[id(node)]
