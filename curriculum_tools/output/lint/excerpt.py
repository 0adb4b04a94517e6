"""Lines of a guide with spans underlined, as compilers show them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.source import BYTE_ORDER_MARK, Source, Span
from curriculum_tools.output.lint.underline import UnderlinedLine, underline
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style


class Highlight(NamedTuple):
    """A span to be underlined, `^^^` with a severity and `---` without, and what to say of it."""

    span: Span
    message: str = ""
    severity: Severity | None = None


class Excerpt:
    """Shows lines beside their numbers; all excerpts of a finding have one width of gutter."""

    def __init__(self, style: Style, last_line: int) -> None:
        """Make room for line numbers up to `last_line`."""
        self._style = style
        self._digits = len(str(last_line))

    @property
    def margin(self) -> str:
        """What stands in front of the bar of a line that has no number."""
        return " " * (self._digits + 2)

    def lines(self, source: Source, highlights: Sequence[Highlight]) -> Iterator[str]:
        """Yield the lines in which highlights begin, each with its highlights underlined.

        Lines that do not follow one another are parted by `...`.
        """
        yield self._bar()
        previous = None
        numbered = ((source.line_of(highlight.span.start), highlight) for highlight in highlights)
        for number, group in groupby(sorted(numbered, key=_order), key=lambda pair: pair[0]):
            if previous is not None and number > previous + 1:
                yield self._style.gutter("...")
            previous = number
            yield from self._line(source, number, [highlight for _, highlight in group])

    def _line(self, source: Source, number: int, highlights: list[Highlight]) -> Iterator[str]:
        """Yield a line once, or again where a highlight lies beyond what was shown of it."""
        span = source.line_span(number)
        text = source.slice(span).removeprefix(BYTE_ORDER_MARK)
        start = span.end - len(text)
        room = self._style.width - len(self.margin) - 2
        shown = None
        for highlight in highlights:
            first, last = highlight.span
            row = underline(text, Span(max(0, first - start), max(0, last - start)), room)
            if row.text != shown:
                yield self._bar(str(number), row.text)
                shown = row.text
            yield self._bar("", self._underlining(row, highlight))

    def _underlining(self, row: UnderlinedLine, highlight: Highlight) -> str:
        mark = ("^" if highlight.severity else "-") * row.length
        text = f"{mark} {sanitize(highlight.message)}".rstrip()
        if highlight.severity:
            return " " * row.column + self._style.severity(text, highlight.severity)
        return " " * row.column + self._style.gutter(text)

    def _bar(self, number: str = "", text: str = "") -> str:
        gutter = self._style.gutter(f" {number:>{self._digits}} |")
        return f"{gutter} {text}".rstrip()


def _order(pair: tuple[int, Highlight]) -> tuple[int, bool, Span]:
    """On one line the finding's own span comes first, close to the text."""
    line, highlight = pair
    return line, highlight.severity is None, highlight.span
