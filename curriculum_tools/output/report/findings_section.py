"""The section `findings`: what lint found, by guide, chapter and rule, with the lines."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.finding import Finding, Related
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.counted import counted
from curriculum_tools.output.lint.grouping import FindingGroup, group_by_cause
from curriculum_tools.output.number_ranges import number_ranges
from curriculum_tools.output.report.gathered import Gathered
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited
from curriculum_tools.output.report.shown_text import MarkedLine, marked_line

MOST_FINDINGS = 200  # of one guide
MOST_UNFOLDED = 12  # findings of a guide whose chapters are open from the start
MOST_RELATED = 5
SEVERAL = -1  # the place of findings of one cause in more than one chapter


@dataclass(frozen=True, slots=True)
class RuleRow:
    """How often a rule found something, and in how many guides; `severity` is the worst."""

    rule: str
    severity: str
    count: int
    guides: int
    fixable: int


@dataclass(frozen=True, slots=True)
class RulesTable:
    """The first part: all rules that found something."""

    rows: tuple[RuleRow, ...]


class RelatedLine(NamedTuple):
    """Another place, what it has to do with the finding, and its line."""

    message: str
    place: str
    line: MarkedLine


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding, or several of one cause; `also_on` has the lines of all but the first."""

    rule: str
    severity: str
    place: str
    message: str
    line: MarkedLine
    related: tuple[RelatedLine, ...]
    also_on: str
    help: str | None
    fix: str | None


@dataclass(frozen=True, slots=True)
class FindingsOfChapter:
    """What was found in a chapter, by rule; `count` counts each place."""

    title: str
    count: int
    items: tuple[FindingItem, ...]


@dataclass(frozen=True, slots=True)
class FindingsOfGuide:
    """The other parts: what was found in a guide. A short list is unfolded."""

    path: str
    summary: str
    chapters: tuple[FindingsOfChapter, ...]
    is_unfolded: bool
    left_out: LeftOut | None


def findings_section(gathered: Gathered) -> ReportSection:
    """Return the section."""
    lint = gathered.lint
    found = [guide for guide in lint.guides if guide.findings]
    count = sum(len(guide.findings) for guide in found)
    if not found:
        lead = "No findings, all in good order." if lint.guides_read else "Nothing was looked at."
        return ReportSection("findings", "Findings", lead, count=0)
    in_guides = counted(len(found), "guide")
    fixable = counted(lint.fixable, "has a fix", "have a fix") if lint.fixable else "none has a fix"
    lead = f"{counted(count, 'finding')} in {in_guides}; {fixable}"
    parts = (_of_guide(guide, gathered.guides.get(guide.path)) for guide in found)
    rules = RulesTable(tuple(_rules(found)))
    return ReportSection("findings", "Findings", f"{lead}.", (rules, *parts), count)


def _rules(guides: Sequence[GuideReport]) -> Iterator[RuleRow]:
    by_rule: dict[str, list[Finding]] = {}
    for guide in guides:
        for finding in guide.findings:
            by_rule.setdefault(finding.rule, []).append(finding)
    rows = [
        RuleRow(
            rule,
            min((finding.severity for finding in found), key=lambda severity: severity.rank),
            len(found),
            len({finding.path for finding in found}),
            sum(finding.fix is not None for finding in found),
        )
        for rule, found in by_rule.items()
    ]
    ranks = {found[0].rule: min(f.severity.rank for f in found) for found in by_rule.values()}
    yield from sorted(rows, key=lambda row: (ranks[row.rule], -row.count, row.rule))


def _of_guide(report: GuideReport, guide: Guide | None) -> FindingsOfGuide:
    groups = tuple(group_by_cause(report.findings))
    shown, left_out = limited(groups, MOST_FINDINGS, f"curriculum lint {report.path}")
    by_chapter: dict[int, list[FindingGroup]] = {}
    starts = [chapter.heading.span.start for chapter in guide.chapters] if guide else []
    for group in shown:
        places = {bisect_right(starts, finding.span.start) for finding in group.findings}
        place = places.pop() if len(places) == 1 else SEVERAL
        by_chapter.setdefault(place, []).append(group)
    chapters = tuple(
        FindingsOfChapter(
            _title(guide, place),
            sum(len(group.findings) for group in members),
            tuple(_item(report.source, group) for group in sorted(members, key=_by_rule)),
        )
        for place, members in sorted(by_chapter.items())
    )
    counts = Counter(finding.severity for finding in report.findings)
    summary = ", ".join(
        counted(counts[each], each, "info" if each == "info" else None)
        for each in sorted(counts, key=lambda severity: severity.rank)
    )
    return FindingsOfGuide(report.path, summary, chapters, len(groups) <= MOST_UNFOLDED, left_out)


def _title(guide: Guide | None, place: int) -> str:
    if place == SEVERAL:
        return "In several chapters"
    if guide is None or not place:
        return "Before the first chapter" if guide and guide.chapters else "The whole file"
    chapter = guide.chapters[place - 1]
    number = f"{chapter.number}. " if chapter.number else ""
    return f"{number}{chapter.title}" or "Outside any chapter"


def _by_rule(group: FindingGroup) -> tuple[int, str, int]:
    return group.head.severity.rank, group.head.rule, group.head.span.start


def _item(source: Source, group: FindingGroup) -> FindingItem:
    head = group.head
    line, column = source.position(head.span.start)
    others = [str(source.line_of(finding.span.start)) for finding in group.findings[1:]]
    return FindingItem(
        rule=head.rule,
        severity=head.severity,
        place=f"{source.path}:{line}:{column}",
        message=group.message,
        line=marked_line(source, head.span),
        related=tuple(_related(source, each) for each in head.related[:MOST_RELATED]),
        also_on=number_ranges(dict.fromkeys(others)),
        help=group.help,
        fix=head.fix.title if head.fix else None,
    )


def _related(source: Source, related: Related) -> RelatedLine:
    where = related.source or source
    line = marked_line(where, related.span)
    return RelatedLine(related.message, f"{where.path}:{line.number}", line)
