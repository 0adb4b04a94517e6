"""Reading values out of a YAML file: each has the type it should have, or is refused by its line.

The nodes that yaml composes are read, not the objects it would make of them, which have no line.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from curriculum_tools.engine.selection import nearest
from curriculum_tools.model.errors import ConfigError

if TYPE_CHECKING:
    from yaml.nodes import Node

_QUOTES = "a text that holds one of : # ? , [ ] { } belongs in quotes"
_TRUE = ("true", "yes", "on")


@dataclass(frozen=True, slots=True)
class YamlValue:
    """A value of a YAML file, under the key (or the place in a list) by which it is called."""

    path: str
    name: str
    node: "Node"

    @property
    def line(self) -> int:
        """The line on which the value begins, from 1."""
        line: int = self.node.start_mark.line
        return line + 1

    def refused(self, message: str, hint: str = "") -> ConfigError:
        """Give the error that says what is wrong with this value."""
        return ConfigError(self.path, message, self.line, hint)

    @property
    def is_mapping(self) -> bool:
        """Whether the value is a mapping of keys to values."""
        return self._content("mapping") is not None

    def mapping(self, known: Collection[str]) -> Mapping[str, "YamlValue"]:
        """Read a mapping that has no other keys than the known ones, and each once."""
        pairs = self._content("mapping")
        if pairs is None:
            raise self.refused(f"{self.name} must be a mapping of keys to values")
        values: dict[str, YamlValue] = {}
        lines: dict[str, int] = {}
        for key_node, node in pairs:
            key = YamlValue(self.path, "a key", key_node)
            word = key.text()
            if word not in known:
                close = nearest(word, known)
                listed = f"known keys: {', '.join(sorted(known))}"
                raise key.refused(
                    f"unknown key `{word}`", f"did you mean `{close}`?" if close else listed
                )
            if word in values:
                raise key.refused(f"`{word}` stands on line {lines[word]} already", "join the two")
            values[word] = YamlValue(self.path, f"`{word}`", node)
            lines[word] = key.line
        return values

    def items(self) -> list["YamlValue"]:
        """Read a list."""
        items = self._content("sequence")
        if items is None:
            raise self.refused(f"{self.name} must be a list")
        return [YamlValue(self.path, f"an item of {self.name}", item) for item in items]

    def text(self) -> str:
        """Read a text that is not blank."""
        content = self._content("scalar")
        if content and not self._is_of("str"):
            hint = f'write it in quotes: "{content}"'
            raise self.refused(f"{self.name} must be a text", hint)
        if content is None:
            raise self.refused(f"{self.name} must be a text")
        if not content.strip():
            raise self.refused(f"{self.name} is empty")
        return str(content)

    def true(self) -> None:
        """Read the one value that makes sense of a flag."""
        if not (self._is_of("bool") and self._content("scalar").lower() in _TRUE):
            raise self.refused(f"{self.name} can only be true")

    def _content(self, kind: str) -> Any:
        """Give what a node of a kind holds, None of another kind."""
        import yaml

        kinds = {
            "mapping": yaml.MappingNode,
            "sequence": yaml.SequenceNode,
            "scalar": yaml.ScalarNode,
        }
        return self.node.value if isinstance(self.node, kinds[kind]) else None

    def _is_of(self, type_: str) -> bool:
        return self.node.tag == f"tag:yaml.org,2002:{type_}"


def parse_yaml(text: str, path: str, name: str) -> YamlValue | None:
    """Give the value of a YAML text, None of an empty one; raises ConfigError."""
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise ConfigError(path, f"no valid YAML: {error.problem}", line, _QUOTES) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise ConfigError(path, f"no valid YAML: {error}") from None
    return YamlValue(path, name, root) if root is not None else None
