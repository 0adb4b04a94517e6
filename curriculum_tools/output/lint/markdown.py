"""The format `markdown`: a table of the findings, for the summary of a step on GitHub.

GitHub takes a summary of 1 MiB and drops a larger one whole, so only the first are listed.
"""

from collections.abc import Iterator
from itertools import islice

from curriculum_tools.model.finding import Finding
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.escape_markdown import escape_comment
from curriculum_tools.output.lint.message import finding_place
from curriculum_tools.output.lint.statistics import counts_by_rule
from curriculum_tools.output.lint.summary import summary
from curriculum_tools.output.style import Style

MOST_LISTED = 500


def render(report: LintReport, _style: Style) -> Iterator[str]:
    """Yield the summary, how often each rule was broken, and where."""
    yield "## curriculum lint\n\n"
    yield "".join(f"{escape_comment(line)}\n\n" for line in summary(report, Style(), {}))
    total = report.severities.total()
    if not total:
        return
    yield "| count | severity | rule | fixable |\n| ---: | --- | --- | ---: |\n"
    for row in counts_by_rule(report):
        yield f"| {row.count:,} | {row.severity} | {row.rule} | {row.fixable:,} |\n"
    yield "\n| place | severity | rule | finding |\n| --- | --- | --- | --- |\n"
    rows = (_row(guide.source, finding) for guide in report.guides for finding in guide.findings)
    yield from islice(rows, MOST_LISTED)
    if total > MOST_LISTED:
        yield f"\n{total - MOST_LISTED:,} more are not listed here; see `curriculum lint`\n"


def _row(source: Source, finding: Finding) -> str:
    place = escape_comment(finding_place(source, finding))
    message = escape_comment(finding.message)
    if finding.help:
        message += f"<br>help: {escape_comment(finding.help)}"
    return f"| {place} | {finding.severity} | {finding.rule} | {message} |\n"
