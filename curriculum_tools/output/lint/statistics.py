"""How often each rule was broken."""

from collections import Counter
from dataclasses import dataclass

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import LintReport


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
    """Return the counts of each rule that has findings, the most frequent first, then by name."""
    counts = Counter(finding.rule for finding in report.findings)
    fixable = Counter(finding.rule for finding in report.findings if finding.fix)
    worst: dict[str, Severity] = {}
    for finding in report.findings:
        other = worst.get(finding.rule, finding.severity)
        worst[finding.rule] = min(other, finding.severity, key=lambda severity: severity.rank)
    rows = [RuleCount(rule, worst[rule], counts[rule], fixable[rule]) for rule in counts]
    return sorted(rows, key=lambda row: (-row.count, row.rule))
