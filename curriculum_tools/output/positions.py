"""Places in guides, as several formats write them."""

from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.json_writer import Object
from curriculum_tools.output.sanitize import sanitize


def shown_place(path: str, line: int, column: int | None = None) -> str:
    """Return `path:line` or `path:line:column`, safe to show; editors make a link of it."""
    place = f"{sanitize(path)}:{line}"
    return place if column is None else f"{place}:{column}"


def start_and_end(source: Source, span: Span) -> Object:
    """Return the positions at which a span begins and ends; the end is exclusive."""
    return {"start": position(source, span.start), "end": position(source, span.end)}


def position(source: Source, offset: int) -> Object:
    """Return the line and column of an offset, from 1."""
    line, column = source.position(offset)
    return {"line": line, "column": column}


def first_and_last_line(source: Source, span: Span) -> tuple[int, int]:
    """Return the lines in which a span begins and ends; a line's end belongs to the line."""
    return source.line_of(span.start), source.line_of(max(span.start, span.end - 1))
