"""Front matter: a YAML mapping between two lines of three hyphens at the head of a guide.

Values come out as JSON has them: dates and numbers stay the texts that were written.
"""

import re
from typing import NamedTuple, TypeAlias

from curriculum_tools.model.guide import FaultKind, ReadingFault
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.plain_pairs import plain_pairs
from curriculum_tools.syntax.yaml_text import DATES_AND_NUMBERS, YamlError, parse_yaml

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

MAX_LENGTH = 65_536  # code points; pure-Python YAML reads about 100 KB a second

_LINE_END = r"(?:\r\n|\n|\r)"
# A line of hyphens with a blank line below it is a thematic break (and so says pandoc).
_OPENING = re.compile(rf"---[ \t]*+{_LINE_END}(?![ \t]*+(?:[\r\n]|\Z))")
_CLOSING = re.compile(rf"(?<=[\r\n])(?:---|\.\.\.)[ \t]*+(?:{_LINE_END}|\Z)")
_KEY = re.compile(r"[A-Za-z_][\w-]*+:(?:[ \t]|[\r\n])")


class FrontMatter(NamedTuple):
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
    values, faults = _read_values(text[body.start : body.end], body.start)
    return FrontMatter(Span(start, closing.end()), body, values, faults)


def _read_values(yaml: str, start: int) -> tuple[dict[str, Json] | None, tuple[ReadingFault, ...]]:
    """Return the values of front matter at an offset, and what is wrong with it."""
    here = Span(start, start)
    if len(yaml) > MAX_LENGTH:
        return None, (_fault(f"front matter is longer than {MAX_LENGTH:,} characters", here),)
    if pairs := plain_pairs(yaml):
        return dict(pairs), ()
    try:
        front = parse_yaml(yaml, DATES_AND_NUMBERS)
    except YamlError as error:
        span = Span(start + error.span.start, start + error.span.end)
        return None, (_fault(f"front matter {error}", span),)
    if front.node is None:
        return {}, ()
    if not isinstance(front.value, dict):
        return None, (_fault("front matter is no mapping of keys to values", here),)
    return front.value, ()


def _fault(message: str, span: Span) -> ReadingFault:
    return ReadingFault(FaultKind.FRONT_MATTER, message, span)
