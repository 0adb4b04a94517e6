"""Texts from guides as a page shows them: in one line, harmless, and not without end."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.diff.word_diff import Segment, SegmentKind, Segments
from curriculum_tools.output.marked_words import MarkedWords, marked_words
from curriculum_tools.output.sanitize import sanitize

LONGEST = 2_000  # code points of one text; a page is for reading
MOST_LINES = 40  # of a text of several lines
AROUND = 90  # code points shown on each side of what is marked in a line

_BEFORE = (SegmentKind.SAME, SegmentKind.GONE)
_AFTER = (SegmentKind.SAME, SegmentKind.NEW)


class MarkedText(NamedTuple):
    """A text, and what is marked in it: nothing, `del`, `ins`, `mark`, or `span` in a line."""

    text: str
    mark: str = ""


MarkedTexts: TypeAlias = tuple[MarkedText, ...]


class MarkedLine(NamedTuple):
    """A line of a guide with its number, and what is marked in it."""

    number: int
    texts: MarkedTexts


class Sides(NamedTuple):
    """What two versions say, side by side; a side is empty where its version says nothing."""

    before: MarkedTexts
    after: MarkedTexts
    remarks: tuple[str, ...] = ()


def shown(text: str) -> str:
    """Return a text that is harmless to show; a long one is cut, and says how much is missing."""
    left_out = len(text) - LONGEST
    if left_out <= 0:
        return sanitize(text)
    return f"{sanitize(text[:LONGEST])}… ({left_out:,} characters more)"


def shown_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text, and of a long one the first."""
    lines = text.splitlines()
    left_out = len(lines) - MOST_LINES
    if left_out <= 0:
        return tuple(lines)
    return (*lines[:MOST_LINES], f"… ({left_out:,} lines more)")


def marked_line(source: Source, span: Span) -> MarkedLine:
    """Return the line in which a span begins, cut around it, with the span marked."""
    number = source.line_of(span.start)
    line = source.line_span(number)
    start = min(span.start, line.end)
    end = max(start, min(span.end, line.end))
    first, last = max(line.start, start - AROUND), min(line.end, end + AROUND)
    texts = [
        MarkedText(("…" if first > line.start else "") + source.text[first:start]),
        MarkedText(source.text[start:end], "span"),
        MarkedText(source.text[end:last] + ("…" if last < line.end else "")),
    ]
    return MarkedLine(number, tuple(each for each in texts if each.text))


def sides(segments: Segments) -> Sides:
    """Return the words of a comparison as two sides; what differs as a whole is not marked."""
    remarks = (text for text, kind in segments if kind is SegmentKind.REMARK)
    marks = {}
    if any(kind is SegmentKind.SAME for _, kind in segments):
        marks = {SegmentKind.GONE: "del", SegmentKind.NEW: "ins"}
    before, after = _side(segments, _BEFORE, marks), _side(segments, _AFTER, marks)
    return Sides(before, after, tuple(remarks))


def alike_sides(a: str, b: str) -> tuple[MarkedTexts, MarkedTexts]:
    """Return two texts of equal right; what only one has is marked, unless nothing is common."""
    one, other = marked_words(a, b)
    is_common = not all(run.differs for run in (*one, *other))
    return _marked(one, is_common=is_common), _marked(other, is_common=is_common)


def _marked(runs: Iterable[MarkedWords], *, is_common: bool) -> MarkedTexts:
    return tuple(MarkedText(run.text, "mark" if run.differs and is_common else "") for run in runs)


def _side(
    segments: Iterable[Segment],
    kinds: tuple[SegmentKind, ...],
    marks: Mapping[SegmentKind, str],
) -> MarkedTexts:
    return tuple(MarkedText(text, marks.get(kind, "")) for text, kind in segments if kind in kinds)
