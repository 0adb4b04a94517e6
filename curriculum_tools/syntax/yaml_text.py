"""YAML text: the values in it, and where each of them stands.

No tag is obeyed and no alias followed, so that nothing in a file can run code or grow without
bound.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

from curriculum_tools.model.source import Span

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

MAX_DEPTH = 50
DATES = frozenset(["timestamp"])
DATES_AND_NUMBERS = frozenset(["timestamp", "int", "float"])

_QUOTES = "a text that holds one of : # ? , [ ] { } belongs in quotes"


class YamlError(Exception):
    """Why a text cannot be read; the message continues what the text is called.

    `span` is the place in code points, where one is known; `hint` says what to do.
    """

    def __init__(self, message: str, span: Span = Span(0, 0), hint: str = "") -> None:  # noqa: B008
        self.span = span
        self.hint = hint
        super().__init__(message)


class YamlText(NamedTuple):
    """The value of a text, and the node it was made of; both are None for an empty text."""

    value: Any
    node: "Node | None"

    def span_of(self, path: tuple[str | int, ...]) -> Span:
        """Return where the key or the list item stands to which a path leads, in code points."""
        here: Any = self.node
        node: Any = self.node
        for part in path:
            if isinstance(part, int):
                here = node = node.value[part]
            else:
                here, node = next(pair for pair in node.value if pair[0].value == part)
        return Span(here.start_mark.index, here.end_mark.index)


def parse_yaml(text: str, as_written: Collection[str] = ()) -> YamlText:
    """Parse a text; values of the kinds in `as_written` stay texts. Raises YamlError."""
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        return YamlText(None if node is None else _Values(as_written).value(node), node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = min(mark.index if mark else 0, len(text))
        message = f"is no valid YAML: {error.problem}"
        raise YamlError(message, Span(offset, offset), _QUOTES) from None
    except yaml.reader.ReaderError as error:
        offset = min(error.position, len(text))
        raise YamlError("holds a character that YAML forbids", Span(offset, offset)) from None
    except RecursionError:
        raise YamlError("is nested too deep") from None
    except (ValueError, OverflowError):  # of chr() and int(), which yaml leaves to its callers
        raise YamlError("holds a number out of range") from None


class _Values:
    """Turns nodes into values; a node met twice was an alias and is refused."""

    def __init__(self, as_written: Collection[str]) -> None:
        self.as_written = as_written
        self.met: set[int] = set()

    def value(self, node: "Node", depth: int = 0) -> Any:
        import yaml

        if id(node) in self.met:
            raise _refused(node, "uses an alias (`*name`); write the value out")
        self.met.add(id(node))
        if depth > MAX_DEPTH:
            raise _refused(node, "is nested too deep")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            _tag(node, "seq")
            return [self.value(item, depth + 1) for item in node.value]
        return self.scalar(node)

    def scalar(self, node: "Node") -> Any:
        import yaml

        tag = _tag(node, "null", "bool", "str", "int", "float", "timestamp", "merge", "value")
        if tag == "null":
            return None
        if tag == "bool":
            return node.value.lower() in ("true", "yes", "on")
        if tag in ("int", "float", "timestamp") and tag not in self.as_written:
            return yaml.safe_load(node.value)
        return node.value

    def mapping(self, node: "MappingNode", depth: int) -> dict[str, Any]:
        _tag(node, "map")
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str):
                raise _refused(key_node, "has a key that is no plain text")
            if key in values:
                raise _refused(key_node, f"has the key `{key}` twice")
            values[key] = self.value(value_node, depth + 1)
        return values


def _tag(node: "Node", *known: str) -> str:
    tag = str(node.tag).removeprefix("tag:yaml.org,2002:")
    if tag not in known:
        raise _refused(node, f"holds a value of an unknown kind, `{tag}`")
    return tag


def _refused(node: "Node", message: str) -> YamlError:
    offset = node.start_mark.index
    return YamlError(message, Span(offset, offset + 1))
