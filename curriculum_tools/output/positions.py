"""Places in a guide as JSON has them."""

from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.json_writer import Object


def start_and_end(source: Source, span: Span) -> Object:
    """Give where a span begins and where it ends, which is exclusive."""
    return {"start": position(source, span.start), "end": position(source, span.end)}


def position(source: Source, offset: int) -> Object:
    """Give the line and column of an offset."""
    line, column = source.position(offset)
    return {"line": line, "column": column}
