"""Front matter: a YAML mapping between two lines of three hyphens at the head of a guide.

Values come out as JSON has them. No tag is obeyed and no alias followed, so that nothing in a
guide can run code or grow without bound.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from curriculum_tools.model.guide import FaultKind, ReadingFault
from curriculum_tools.model.source import Span

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

MAX_LENGTH = 65_536  # code points; pure-Python YAML reads about 100 KB a second
MAX_DEPTH = 50

_LINE_END = r"(?:\r\n|\n|\r)"
# A line of hyphens with a blank line below it is a thematic break (and so says pandoc).
_OPENING = re.compile(rf"---[ \t]*+{_LINE_END}(?![ \t]*+(?:[\r\n]|\Z))")
_CLOSING = re.compile(rf"(?<=[\r\n])(?:---|\.\.\.)[ \t]*+(?:{_LINE_END}|\Z)")
_KEY = re.compile(r"[A-Za-z_][\w-]*+:(?:[ \t]|[\r\n])")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a guide: its span with both fences, its values, what is wrong with it."""

    span: Span
    body: Span
    values: dict[str, Json] | None
    faults: tuple[ReadingFault, ...]


def read_front_matter(text: str, start: int = 0) -> FrontMatter | None:
    """Read the front matter at an offset of a text; None where there is none."""
    opening = _OPENING.match(text, start)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        if not _KEY.match(text, opening.end()):
            return None
        fault = _fault("front matter has no closing line `---`", Span(start, start + len("---")))
        return FrontMatter(Span(start, start), Span(start, start), None, (fault,))
    body = Span(opening.end(), closing.start())
    values, faults = read_yaml(text[body.start : body.end], body.start)
    return FrontMatter(Span(start, closing.end()), body, values, faults)


def read_yaml(
    text: str, start: int = 0, *, numbers: bool = False
) -> tuple[dict[str, Json] | None, tuple[ReadingFault, ...]]:
    """Read a YAML mapping; give its values and what is wrong with it, at offsets from `start`.

    Dates stay the strings that were written, and numbers too unless `numbers` asks for them.
    """
    import yaml

    if len(text) > MAX_LENGTH:
        return None, (
            _fault(f"front matter is longer than {MAX_LENGTH:,} characters", Span(start, start)),
        )
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            return {}, ()
        if not isinstance(node, yaml.MappingNode):
            return None, (
                _fault("front matter is no mapping of keys to values", Span(start, start)),
            )
        return _Values(numbers=numbers).mapping(node), ()
    except _RefusedError as refused:
        offset = start + refused.node.start_mark.index
        return None, (_fault(str(refused), Span(offset, offset + 1)),)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = start + min(mark.index if mark else 0, len(text))
        return None, (
            _fault(f"front matter is no valid YAML: {error.problem}", Span(offset, offset)),
        )
    except yaml.reader.ReaderError as error:
        offset = start + min(error.position, len(text))
        return None, (
            _fault("front matter holds a character that YAML forbids", Span(offset, offset)),
        )
    except RecursionError:
        return None, (_fault("front matter is nested too deep", Span(start, start)),)
    except (ValueError, OverflowError):  # of chr() and int(), which yaml leaves to its callers
        return None, (_fault("front matter holds a number out of range", Span(start, start)),)


class _RefusedError(Exception):
    """A part of the front matter that is valid YAML but not accepted here."""

    def __init__(self, message: str, node: "Node") -> None:
        super().__init__(message)
        self.node = node


class _Values:
    """Turns composed nodes into JSON values; a node met twice was an alias and is refused."""

    def __init__(self, *, numbers: bool) -> None:
        self.numbers = numbers
        self.met: set[int] = set()

    def mapping(self, node: "MappingNode", depth: int = 0) -> dict[str, Json]:
        _tag(node, "map")
        values: dict[str, Json] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str):
                raise _RefusedError("a key of the front matter is no plain text", key_node)
            if key in values:
                raise _RefusedError(f"front matter has the key `{key}` twice", key_node)
            values[key] = self.value(value_node, depth + 1)
        return values

    def value(self, node: "Node", depth: int) -> Json:
        import yaml

        if id(node) in self.met:
            raise _RefusedError("front matter uses an alias (`*name`); write the value out", node)
        self.met.add(id(node))
        if depth > MAX_DEPTH:
            raise _RefusedError("front matter is nested too deep", node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            _tag(node, "seq")
            return [self.value(item, depth + 1) for item in node.value]
        return self.scalar(node)

    def scalar(self, node: "Node") -> Json:
        import yaml

        tag = _tag(node, "null", "bool", "str", "int", "float", "timestamp", "merge", "value")
        if tag == "null":
            return None
        if tag == "bool":
            return str(node.value).lower() in ("true", "yes", "on")
        if self.numbers and tag in ("int", "float"):
            number: Json = yaml.safe_load(node.value)
            return number
        return str(node.value)


def _tag(node: "Node", *known: str) -> str:
    tag = str(node.tag).removeprefix("tag:yaml.org,2002:")
    if tag not in known:
        raise _RefusedError(f"front matter holds a value of an unknown kind, `{tag}`", node)
    return tag


def _fault(message: str, span: Span) -> ReadingFault:
    return ReadingFault(FaultKind.FRONT_MATTER, message, span)
