"""How often each rule was broken, and how badly."""

from collections import Counter
from dataclasses import dataclass

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import LintReport


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many findings of a rule have a severity, and how many of them have a fix, safe or not."""

    rule: str
    severity: Severity
    count: int
    fixable: int


def counts_by_rule(report: LintReport) -> list[RuleCount]:
    """Return the counts of each rule, apart for each severity that its findings have.

    The most frequent come first, then by name, then the worst.
    """
    counts = Counter((finding.rule, finding.severity) for finding in report.findings)
    fixable = Counter((f.rule, f.severity) for f in report.findings if f.fix)
    rows = [RuleCount(*kind, count, fixable[kind]) for kind, count in counts.items()]
    return sorted(rows, key=lambda row: (-row.count, row.rule, row.severity.rank))
