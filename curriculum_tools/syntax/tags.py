"""HTML tags in a text, with the places of their attributes."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from curriculum_tools.model.source import Span

# Bounded and possessive, so that no text takes more than linear time.
_TAG = re.compile(
    r"(?<!\\)<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,30}+)(?=[\s/>])"
    r"(?P<attributes>(?:[^<>\"']{1,4000}+|\"[^\"]{0,4000}+\"|'[^']{0,4000}+'){0,60}+)>"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]++)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'<>`]++)))?+"
)
_VALUES = ("double", "single", "bare")


class Tag(NamedTuple):
    """A tag: its name in lower case, and the spans of the values of its attributes by their names.

    A closing tag has no attributes; an attribute without a value is left out.
    """

    name: str
    span: Span
    attributes: Mapping[str, Span]
    is_closing: bool = False


def tags(text: str) -> Iterator[Tag]:
    """Yield the tags of a text whose code and comments are blanked out."""
    for match in _TAG.finditer(text) if "<" in text else ():
        is_closing = bool(match["close"])
        attributes = {} if is_closing else dict(_attributes(text, *match.span("attributes")))
        yield Tag(match["name"].lower(), Span(*match.span()), attributes, is_closing)


def _attributes(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for match in _ATTRIBUTE.finditer(text, start, end):
        group = next((group for group in _VALUES if match[group] is not None), None)
        if group:
            value = match[group]
            left = match.start(group) + len(value) - len(value.lstrip())
            yield (
                match["name"].lower(),
                Span(left, max(left, match.start(group) + len(value.rstrip()))),
            )
