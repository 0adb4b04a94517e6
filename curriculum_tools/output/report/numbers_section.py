"""The section `numbers`: how much there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import GuideReport
from curriculum_tools.output.counted import counted
from curriculum_tools.output.report.gathered import Gathered, GatheredCurriculum
from curriculum_tools.output.report.section import ReportSection, limited, LeftOut

MOST_GUIDES = 200


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
    lint = gathered.lint
    if not lint.guides_read:
        return ReportSection("numbers", "Numbers", "No guides were found.")
    rows, left_out = limited(
        tuple(_row(guide) for guide in lint.guides_read), MOST_GUIDES, "curriculum lint --show-files"
    )
    view = NumbersView(tuple(_figures(gathered)), rows, tuple(Severity), left_out)
    return ReportSection("numbers", "Numbers", "", (view,))


def _row(guide: GuideReport) -> GuideRow:
    counts = tuple(
        sum(finding.severity is severity for finding in guide.findings) for severity in Severity
    )
    return GuideRow(guide.path, guide.chapters, guide.topics, guide.questions, counts)


def _figures(gathered: Gathered) -> Iterator[Figure]:
    lint = gathered.lint
    yield Figure(f"{len(lint.guides_read):,}", "guides" if len(lint.guides_read) > 1 else "guide")
    yield Figure(f"{lint.topics:,}", "topics")
    yield Figure(f"{lint.questions:,}", "questions")
    for curriculum in gathered.curricula:
        yield from _merged(curriculum)
    counts = lint.severities
    remark = ", ".join(
        counted(counts[each], each, each if each is Severity.INFO else f"{each}s")
        for each in Severity
        if counts[each]
    )
    yield Figure(f"{counts.total():,}", "findings", remark)


def _merged(curriculum: GatheredCurriculum) -> Iterator[Figure]:
    if curriculum.merge is None or curriculum.index is None:
        return
    coverage, questions = curriculum.index.coverage, curriculum.index.questions
    yield Figure(
        f"{coverage.topics:,}", "merged topics", f"with {counted(questions, 'question')}"
    )
    if coverage.topics and not curriculum.index.counts_questions:
        share = round(100 * coverage.written / coverage.topics)
        yield Figure(f"{share} %", "notes written", f"{coverage.written:,} topics")
