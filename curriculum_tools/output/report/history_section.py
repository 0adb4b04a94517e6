"""The section `history`: how much the guides held after each of the last commits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.output.counted import counted
from curriculum_tools.output.report.gathered import Gathered, HistoryPoint
from curriculum_tools.output.report.section import ReportSection

WIDTH, HEIGHT = 240, 72  # of a chart, in user units
EDGE = 6
SERIES = {"topics": "Topics", "questions": "Questions", "written": "Topics with notes"}


class Dot(NamedTuple):
    """A commit on a chart."""

    x: float
    y: float
    name: str


class Chart(NamedTuple):
    """How one count went: its name, the first and last value, and the dots of a line."""

    name: str
    first: int
    last: int
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """All charts, and the commits, the newest first."""

    width: int
    height: int
    charts: tuple[Chart, ...]
    points: tuple[HistoryPoint, ...]


def history_section(gathered: Gathered) -> ReportSection | None:
    """Return the section; None where it was not asked for."""
    points = gathered.history
    if points is None:
        return None
    if not points:
        return ReportSection("history", "History", "No commit has changed these guides yet.")
    charts = tuple(_chart(points, series, name) for series, name in SERIES.items())
    view = HistoryView(WIDTH, HEIGHT, charts, tuple(reversed(points)))
    commits = counted(len(points), "commit that changed", "commits that changed")
    lead = f"The last {commits} these guides, counted under the names that they have today."
    return ReportSection("history", "History", lead, (view,))


def _chart(points: Sequence[HistoryPoint], series: str, name: str) -> Chart:
    values = [getattr(point.counts, series) for point in points]
    return Chart(name, values[0], values[-1], tuple(_dots(points, values)))


def _dots(points: Sequence[HistoryPoint], values: Sequence[int]) -> Iterator[Dot]:
    low, high = min(values), max(values)
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    for place, (point, value) in enumerate(zip(points, values, strict=True)):
        part = (value - low) / (high - low) if high > low else 0.5
        x = WIDTH / 2 if len(values) == 1 else EDGE + step * place
        y = HEIGHT - EDGE - part * (HEIGHT - 2 * EDGE)
        yield Dot(round(x, 1), round(y, 1), f"{point.day} {point.commit}: {value:,}")
