"""The section `numbers`: how much there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import GuideReport
from curriculum_tools.output.counted import counted
from curriculum_tools.output.report.gathered import Gathered
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited
from curriculum_tools.output.report.to_decide_section import open_count

MOST_GUIDES = 200
WHERE = "curriculum lint --show-files"  # all of them are named


class Figure(NamedTuple):
    """A figure that stands for itself: a number, what it counts, and what to know about it."""

    value: str
    what: str
    remark: str = ""


class GuideRow(NamedTuple):
    """How much a guide holds, and how many findings of each severity it has."""

    path: str
    chapters: int
    topics: int
    questions: int
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NumbersView:
    """All figures; `severities` names the columns of findings."""

    figures: tuple[Figure, ...]
    rows: tuple[GuideRow, ...]
    severities: tuple[str, ...]
    left_out: LeftOut | None


def numbers_section(gathered: Gathered) -> ReportSection:
    """Return the section."""
    guides = gathered.lint.guides_read
    if not guides:
        return ReportSection("numbers", "Numbers", "No guides were found.")
    rows, left_out = limited(tuple(map(_row, guides)), MOST_GUIDES, WHERE)
    view = NumbersView(tuple(_figures(gathered)), rows, tuple(Severity), left_out)
    return ReportSection("numbers", "Numbers", "", (view,))


def _row(guide: GuideReport) -> GuideRow:
    counts = tuple(
        sum(finding.severity is severity for finding in guide.findings) for severity in Severity
    )
    return GuideRow(guide.path, guide.chapters, guide.topics, guide.questions, counts)


def _figures(gathered: Gathered) -> Iterator[Figure]:
    """Yield the figures; a curriculum counts as it is merged."""
    lint = gathered.lint
    merged = [each for each in gathered.curricula if each.index]
    versions = sum(len(each.versions) for each in merged)
    remark = f"{counted(versions, 'version')}, merged" if merged else ""
    yield _counted(len(lint.guides_read), "guide", remark)
    indexes = gathered.indexes
    of_all = "of {:,} in all guides" if merged else ""
    for held, in_all, what in (
        (sum(index.coverage.topics for index in indexes), lint.topics, "topic"),
        (sum(index.questions for index in indexes), lint.questions, "question"),
    ):
        yield _counted(held, what, of_all.format(in_all))
    yield from _notes(gathered)
    if merged:
        count = sum(map(open_count, merged))
        yield Figure(f"{count:,}", "to decide")
    counts = lint.severities
    words = {each: None if each is Severity.INFO else f"{each}s" for each in Severity}
    named = (counted(counts[each], each, words[each] or each) for each in Severity if counts[each])
    yield _counted(counts.total(), "finding", ", ".join(named))


def _counted(count: int, what: str, remark: str = "") -> Figure:
    return Figure(f"{count:,}", what if count == 1 else f"{what}s", remark)


def _notes(gathered: Gathered) -> Iterator[Figure]:
    """Yield the share of topics whose notes are written, where topics have any."""
    found = [index.coverage for index in gathered.indexes if not index.counts_questions]
    topics = sum(coverage.topics for coverage in found)
    written = sum(coverage.written for coverage in found)
    lost = sum(coverage.not_found for coverage in found)
    if topics:
        remark = f"{written:,} of {counted(topics, 'topic')}"
        remark += f"; {counted(lost, 'file is', 'files are')} missing" if lost else ""
        yield Figure(f"{round(100 * written / topics)} %", "with written notes", remark)
