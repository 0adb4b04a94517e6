"""Lines of a guide with places underlined, as compilers show them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.source import BYTE_ORDER_MARK, Source, Span
from curriculum_tools.output.cells import Underlined, underlined
from curriculum_tools.output.harmless import harmless
from curriculum_tools.output.style import Style


@dataclass(frozen=True, slots=True)
class Place:
    """A span to be underlined: `^^^` with a severity, `---` without one, and what to say of it."""

    span: Span
    message: str = ""
    severity: Severity | None = None


class Excerpt:
    """Shows places beside line numbers; all excerpts of a finding have one width of gutter."""

    def __init__(self, style: Style, last_line: int) -> None:
        """Take the greatest line number that will be shown."""
        self._style = style
        self._digits = len(str(last_line))

    @property
    def margin(self) -> str:
        """What stands before the bar of a line that has no number."""
        return " " * (self._digits + 2)

    def lines(self, source: Source, places: Sequence[Place]) -> Iterator[str]:
        """Yield the lines in which places begin, each with its places underlined.

        Lines that do not follow one another are parted by `...`.
        """
        yield self._bar()
        previous = None
        placed = sorted(((source.line_of(place.span.start), place) for place in places), key=_order)
        for number, group in groupby(placed, key=lambda pair: pair[0]):
            if previous is not None and number > previous + 1:
                yield self._style.gutter("...")
            previous = number
            yield from self._line(source, number, [place for _, place in group])

    def _line(self, source: Source, number: int, places: list[Place]) -> Iterator[str]:
        """Show a line once, or again where a place lies beyond what was shown of it."""
        span = source.line_span(number)
        text = source.slice(span).removeprefix(BYTE_ORDER_MARK)
        start = span.end - len(text)
        room = self._style.width - len(self.margin) - 2
        shown = None
        for place in places:
            within = Span(max(0, place.span.start - start), max(0, place.span.end - start))
            row = underlined(text, within, room)
            if row.text != shown:
                yield self._bar(str(number), row.text)
                shown = row.text
            yield self._bar("", self._underline(row, place))

    def _underline(self, row: Underlined, place: Place) -> str:
        mark = ("^" if place.severity else "-") * row.length
        text = f"{mark} {harmless(place.message)}".rstrip()
        if place.severity:
            return " " * row.column + self._style.severity(text, place.severity)
        return " " * row.column + self._style.gutter(text)

    def _bar(self, number: str = "", text: str = "") -> str:
        gutter = self._style.gutter(f" {number:>{self._digits}} |")
        return f"{gutter} {text}".rstrip()


def _order(pair: tuple[int, Place]) -> tuple[int, bool, Span]:
    """On one line the finding's own place comes first, close to the text."""
    line, place = pair
    return line, place.severity is None, place.span
