"""Places in a guide as formats have them."""

from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.json_writer import Object


def start_and_end(source: Source, span: Span) -> Object:
    """Give where a span begins and where it ends, which is exclusive."""
    return {"start": position(source, span.start), "end": position(source, span.end)}


def first_and_last_line(source: Source, span: Span) -> tuple[int, int]:
    """Give the lines in which a span begins and ends; a line's end belongs to the line."""
    return source.line_of(span.start), source.line_of(max(span.start, span.end - 1))


def position(source: Source, offset: int) -> Object:
    """Give the line and column of an offset."""
    line, column = source.position(offset)
    return {"line": line, "column": column}
