"""What `--statistics` shows instead of the findings, in the formats `text` and `concise`."""

from collections.abc import Iterator

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.output.lint.statistics import counts_by_rule
from curriculum_tools.output.lint.summary import summary
from curriculum_tools.output.style import Style


def render(report: LintReport, style: Style) -> Iterator[str]:
    """Yield a line for each rule, and the summary."""
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
