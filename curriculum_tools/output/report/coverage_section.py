"""The section `coverage`: which chapters have notes, topic by topic."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.content import NotesStatus
from curriculum_tools.output.counted import counted
from curriculum_tools.output.index.markdown import coverage_sentence
from curriculum_tools.output.report.gathered import Gathered
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited
from curriculum_tools.versions.index import Coverage, Index, IndexChapter, IndexTopic

COLUMNS = ("written", "covered", "planned", "none", "not found")
NONE = "none"
A_ROW = 30  # topics drawn beside each other
CELL = 12  # user units of the drawing, with the gap between two
MOST_CHAPTERS = 200
MOST_TOPICS = 300  # drawn of one chapter


class TopicCell(NamedTuple):
    """A topic as it is drawn: where, its status, and whether its file is missing."""

    x: int
    y: int
    status: str
    is_lost: bool
    name: str


class CoverageRow(NamedTuple):
    """A chapter: its topics as cells on a drawing, and how many have which status."""

    name: str
    topics: int
    counts: tuple[int, ...]
    cells: tuple[TopicCell, ...] = ()
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """The chapters of a guide; where topics need no notes, `columns` counts questions alone."""

    name: str
    sentence: str
    columns: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    total: CoverageRow
    left_out: LeftOut | None


def coverage_section(gathered: Gathered) -> ReportSection | None:
    """Return the section; None where there are no guides."""
    named = [(each.name, each.index) for each in gathered.curricula if each.index]
    named += [(each.name, each.index) for each in gathered.others]
    if not named:
        return None
    parts = tuple(_map(name, index) for name, index in named)
    lead = "Each square is a topic." if any(not i.counts_questions for _, i in named) else ""
    return ReportSection("coverage", "Coverage", lead, parts)


def _map(name: str, index: Index) -> CoverageMap:
    chapters, left_out = limited(index.chapters, MOST_CHAPTERS, f"curriculum index {name}")
    if index.counts_questions:
        topics, questions = index.coverage.topics, index.questions
        held = ((topics, "topic"), (questions, "question"))
        sentence = ", ".join(counted(count, what) for count, what in held if count)
        rows = tuple(CoverageRow(_name(c), len(c.topics), (c.questions,)) for c in chapters)
        total = CoverageRow("All", topics, (questions,))
        return CoverageMap(name, f"{sentence}.", ("questions",), rows, total, left_out)
    total = CoverageRow("All", index.coverage.topics, _counts(index.coverage))
    rows = tuple(map(_row, chapters))
    return CoverageMap(name, coverage_sentence(index.coverage), COLUMNS, rows, total, left_out)


def _row(chapter: IndexChapter) -> CoverageRow:
    cells = tuple(_cells(chapter.topics[:MOST_TOPICS]))
    width = CELL * min(len(cells), A_ROW)
    height = CELL * -(-len(cells) // A_ROW)
    counts = _counts(chapter.coverage)
    return CoverageRow(_name(chapter), len(chapter.topics), counts, cells, width, height)


def _name(chapter: IndexChapter) -> str:
    return chapter.name or "Outside any chapter"


def _counts(coverage: Coverage) -> tuple[int, ...]:
    return (
        coverage.written,
        coverage.covered,
        coverage.planned,
        coverage.none,
        coverage.not_found,
    )


def _cells(topics: tuple[IndexTopic, ...]) -> Iterator[TopicCell]:
    for place, topic in enumerate(topics):
        status = topic.best.status.value if topic.best else NONE
        word = "not found" if topic.is_not_found else _WORDS.get(status, status)
        name = f"{topic.number or ''} {topic.title}".strip()
        y, x = divmod(place, A_ROW)
        yield TopicCell(CELL * x, CELL * y, status, topic.is_not_found, f"{name}: {word}")


_WORDS = {NONE: "no notes", NotesStatus.COVERED.value: "covered elsewhere"}
