"""The text of a decisions file with rulings put in or taken out; all else stays as it is.

A YAML library that writes a file anew moves blank lines and loses comments beside what is taken
out, so lines are put in and cut out where the nodes of the file stand.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.yaml_text import YamlError, parse_yaml

if TYPE_CHECKING:
    from yaml.nodes import Node


@dataclass(frozen=True, slots=True)
class RulingEntry:
    """A ruling below its key: as the lines of a block, from a dash on, and as a flow mapping."""

    key: str
    lines: tuple[str, ...]
    flow: str


def with_entries(text: str, entries: Iterable[RulingEntry]) -> str:
    """Put entries behind those of their keys; new keys where they belong, if keys are sorted.

    Raises YamlError where the text is no mapping of keys to lists in lines of their own.
    """
    by_key: dict[str, list[RulingEntry]] = {}
    for entry in entries:
        by_key.setdefault(entry.key, []).append(entry)
    for key, new in sorted(by_key.items()):
        text = _with_entries_of(text, key, new)
    return text


def without_entries(text: str, places: Collection[tuple[str, int]]) -> str:
    """Take out entries, given by their keys and their places below them; empty keys go, too.

    Raises YamlError as `with_entries` does.
    """
    for key, place in sorted(places, reverse=True):
        value = next(value for key_node, value in _pairs(text) if key_node.value == key)
        cut = _cut(Source("", text), key, value, place)
        text = text[: cut.start] + text[cut.end :]
    return text


def _cut(source: Source, key: str, value: Any, place: int) -> Span:
    """Return what goes with an entry: its lines, and those of its key if it is the last."""
    item = value.value[place]
    if len(value.value) == 1:
        start = source.text.rindex(key, 0, value.start_mark.index)
        return _whole_lines(source, Span(start, _end(value)))
    if value.flow_style:
        return _flow_cut(value.value, place)
    return _whole_lines(source, Span(source.text.rindex("-", 0, item.start_mark.index), _end(item)))


def _with_entries_of(text: str, key: str, entries: Iterable[RulingEntry]) -> str:
    pairs = _pairs(text)
    known = next((value for key_node, value in pairs if key_node.value == key), None)
    if known is None:
        return _with_key(text, pairs, key, entries)
    if known.flow_style:
        flow = ", ".join(entry.flow for entry in entries)
        last = _end(known.value[-1]) if known.value else known.start_mark.index + 1
        return text[:last] + (f", {flow}" if known.value else flow) + text[last:]
    source = Source("", text)
    dash = text.rindex("-", 0, known.value[-1].start_mark.index)
    indent = " " * (source.position(dash).column - 1)
    last = source.line_span(source.line_of(_end(known.value[-1]))).end
    return _with_lines(text, last, _lines(entries, indent))


def _with_key(text: str, pairs: list[Any], key: str, entries: Iterable[RulingEntry]) -> str:
    """Put a new key before the next one in order, above its comments; else at the end.

    Comments at the top of the file stay there.
    """
    lines = [f"{key}:", *_lines(entries, "")]
    names = [key_node.value for key_node, _ in pairs]
    later = [key_node for key_node, _ in pairs if key_node.value > key]
    if not later or names != sorted(names):
        return _with_lines(text, len(text), lines)
    source = Source("", text)
    line = own = source.line_of(later[0].start_mark.index)
    while line > 1 and source.line(line - 1).startswith("#"):
        line -= 1
    if line == 1:
        line = own
    start = source.line_span(line).start
    return text[:start] + "".join(f"{each}\n" for each in lines) + text[start:]


def _with_lines(text: str, at: int, lines: Iterable[str]) -> str:
    """Put lines behind the one that ends at an offset, where there is one."""
    before, after = text[:at], text[at:]
    if before and not before.endswith("\n"):
        before += "\n"
        after = after.removeprefix("\n")
    return before + "".join(f"{line}\n" for line in lines) + after


def _lines(entries: Iterable[RulingEntry], indent: str) -> Iterator[str]:
    return (indent + line for entry in entries for line in entry.lines)


def _pairs(text: str) -> list[Any]:
    """Return the keys of a text with their lists, as nodes."""
    root: Any = parse_yaml(text).node
    if root is None:
        return []
    is_block = root.tag.endswith(":map") and not root.flow_style
    if not is_block or not all(_is_list(value) for _, value in root.value):
        hint = "write each key on a line of its own, with a list below it"
        raise YamlError("is not written in lines that can be added to", hint=hint)
    return list(root.value)


def _is_list(node: "Node") -> bool:
    return isinstance(node.value, list) and not node.tag.endswith(":map")


def _end(node: Any) -> int:
    """Return where the last text of a node ends; a block ends at the next token only."""
    if isinstance(node.value, list) and node.value and not node.flow_style:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _whole_lines(source: Source, span: Span) -> Span:
    """Return the lines that a span stands in, with their ends."""
    start = source.line_span(source.line_of(span.start)).start
    end = source.line_span(source.line_of(max(span.start, span.end - 1))).end
    return Span(start, end + source.text[end:].startswith("\n"))


def _flow_cut(items: Any, place: int) -> Span:
    """Return the span of an item of a flow list with the comma that parts it from a neighbour."""
    if place:
        return Span(_end(items[place - 1]), _end(items[place]))
    return Span(items[0].start_mark.index, items[1].start_mark.index)
