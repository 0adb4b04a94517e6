"""A text as front matter and blocks, before anything is known of what they say."""

from typing import NamedTuple

from curriculum_tools.model.source import BYTE_ORDER_MARK, Source, Span
from curriculum_tools.syntax.block_reader import read_blocks
from curriculum_tools.syntax.blocks import Blocks
from curriculum_tools.syntax.body import Body
from curriculum_tools.syntax.front_matter import FrontMatter, read_front_matter


class Document(NamedTuple):
    """A text that may be a guide: its front matter if it has any, and the blocks of its body.

    `start` is the offset after a byte order mark.
    """

    source: Source
    start: int
    front: FrontMatter | None
    blocks: Blocks
    body: Body

    @property
    def front_span(self) -> Span | None:
        """The span of the front matter, where there is any text in it."""
        span = self.front.span if self.front else None
        return span if span and span.end > span.start else None


def read_document(source: Source) -> Document:
    """Read the blocks of a text; never raises, whatever it is."""
    text = source.text
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    front = read_front_matter(text, start)
    body_start = front.span.end if front and front.span.end > front.span.start else start
    blocks = read_blocks(text[body_start:])
    first = source.line_of(body_start) - 1
    starts = list(source.line_starts[first : first + len(blocks.lines)])
    starts[0] = body_start
    return Document(source, start, front, blocks, Body(source, blocks.lines, starts))
