"""How often each rule was broken: what `--statistics` shows instead of the findings."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.output.style import Style
from curriculum_tools.output.summary import summary


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many findings of a rule there are, and how many have a fix, safe or not.

    `severity` is the worst that they have.
    """

    rule: str
    severity: Severity
    count: int
    fixable: int


def counts_by_rule(report: LintReport) -> list[RuleCount]:
    """Count the findings of each rule that has some, the most frequent first, then by name."""
    counts = Counter(finding.rule for finding in report.findings)
    fixable = Counter(finding.rule for finding in report.findings if finding.fix)
    worst: dict[str, Severity] = {}
    for finding in report.findings:
        other = worst.get(finding.rule, finding.severity)
        worst[finding.rule] = min(other, finding.severity, key=lambda severity: severity.rank)
    rows = [RuleCount(rule, worst[rule], counts[rule], fixable[rule]) for rule in counts]
    return sorted(rows, key=lambda row: (-row.count, row.rule))


def render_statistics(report: LintReport, style: Style) -> Iterator[str]:
    """Give a line for each rule, and the summary."""
    rows = counts_by_rule(report)
    count_width = max((len(f"{row.count:,}") for row in rows), default=0)
    rule_width = max((len(row.rule) for row in rows), default=0)
    severity_width = max(map(len, Severity))
    for row in rows:
        severity = style.severity(f"{row.severity:{severity_width}}", row.severity)
        fixable = f"{row.fixable:,} fixable" if row.fixable else ""
        line = f"{row.count:>{count_width},}  {severity}  {row.rule:{rule_width}}  {fixable}"
        yield f"{line.rstrip()}\n"
    if not style.quiet:
        yield from (f"{line}\n" for line in summary(report, style, {}))
