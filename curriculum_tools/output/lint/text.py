"""The format `text`: findings as a person reads them, with the lines they stand in."""

import textwrap
from collections import Counter
from collections.abc import Iterator

from curriculum_tools.model.finding import Finding, Fix, Related, Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.lint import concise
from curriculum_tools.output.lint.excerpt import Excerpt, Highlight
from curriculum_tools.output.lint.grouping import FindingGroup, group_by_cause
from curriculum_tools.output.lint.message import finding_place, severity_and_rule
from curriculum_tools.output.lint.summary import fix_flags, summary
from curriculum_tools.output.positions import shown_place
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style

MOST_RELATED = 4
MOST_LINES = 10


def render(report: LintReport, style: Style) -> Iterator[str]:
    """Yield each finding as a block of lines, those of one cause as one, and a summary.

    A quiet style leaves a line a finding, as the format `concise` has it.
    """
    if style.quiet:
        yield from concise.render(report, style)
        return
    causes: Counter[Severity] = Counter()
    for guide in report.guides:
        for group in group_by_cause(guide.findings):
            causes[group.head.severity] += 1
            for told in _each_alone(group) if style.verbose else (group,):
                yield "".join(f"{line}\n" for line in _block(told, guide.source, style)) + "\n"
    yield "".join(f"{line}\n" for line in summary(report, style, causes))


def _each_alone(group: FindingGroup) -> Iterator[FindingGroup]:
    return (FindingGroup((finding,)) for finding in group.findings)


def _block(group: FindingGroup, source: Source, style: Style) -> Iterator[str]:
    finding = group.head
    related = finding.related if style.verbose else finding.related[:MOST_RELATED]
    excerpt = Excerpt(style, _last_line(finding, related, source))
    yield _header(group, source, style)
    highlights = [Highlight(finding.span, severity=finding.severity)]
    highlights += (
        Highlight(other.span, other.message) for other in related if other.source is None
    )
    yield from excerpt.lines(source, highlights)
    for other in related:
        if other.source is not None:
            where = shown_place(other.source.path, *other.source.position(other.span.start))
            yield f"{excerpt.margin}{style.gutter('-->')} {where}"
            yield from excerpt.lines(other.source, [Highlight(other.span, other.message)])
    room = style.width - len(excerpt.margin) - len("= ")
    for remark in _remarks(group, source, len(finding.related) - len(related)):
        first, *rest = textwrap.wrap(remark, room, break_long_words=False, break_on_hyphens=False)
        yield f"{excerpt.margin}{style.gutter('=')} {first}"
        yield from (f"{excerpt.margin}  {sanitize(line)}" for line in rest)


def _header(group: FindingGroup, source: Source, style: Style) -> str:
    finding = group.head
    where = style.path(finding_place(source, finding))
    kind = style.severity(severity_and_rule(finding), finding.severity)
    return f"{where} {kind}: {sanitize(group.message)}"


def _last_line(finding: Finding, related: tuple[Related, ...], source: Source) -> int:
    lines = [(other.source or source).line_of(other.span.start) for other in related]
    return max([source.line_of(finding.span.start), *lines])


def _remarks(group: FindingGroup, source: Source, hidden: int) -> Iterator[str]:
    """Yield where else this is, what to do about it, and whether the tool can do it."""
    if hidden:
        yield f"and {hidden} more places; -v shows them"
    if len(group.findings) > 1:
        yield _other_lines(group, source)
    if group.help:
        yield f"help: {sanitize(group.help)}"
    if group.head.fix:
        yield _fix(group, group.head.fix)


def _fix(group: FindingGroup, fix: Fix) -> str:
    """Return what would be done, and which flags do it."""
    fixes = [finding.fix for finding in group.findings if finding.fix]
    others = ", and the others likewise" if len(fixes) == len(group.findings) > 1 else ""
    safe = sum(fix.safe for fix in fixes)
    if 0 < safe < len(fixes):
        how = f"{safe:,} with --fix, {len(fixes):,} with --fix --unsafe-fixes"
    else:
        how = fix_flags(is_safe=fix.safe)
    return f"fix: {sanitize(fix.title)}{others} ({how})"


def _other_lines(group: FindingGroup, source: Source) -> str:
    """Return the lines of the other findings, the first ones where they are many."""
    lines = list(dict.fromkeys(source.line_of(f.span.start) for f in group.findings[1:]))
    word = "line" if len(lines) == 1 else "lines"
    listed = ", ".join(map(str, lines[:MOST_LINES]))
    more = len(lines) - MOST_LINES
    rest = f" and {more:,} more (-v shows each)" if more > 0 else ""
    return f"also on {word} {listed}{rest}"
