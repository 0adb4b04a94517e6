"""The format `markdown`: a table of the findings, for the summary of a step on GitHub.

GitHub takes a summary of 1 MiB and drops a larger one whole, so only the first are listed.
"""

import re
from collections.abc import Iterator
from itertools import islice

from curriculum_tools.model.finding import Finding
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.harmless import harmless
from curriculum_tools.output.statistics import counts_by_rule
from curriculum_tools.output.style import Style
from curriculum_tools.output.summary import summary

MOST_LISTED = 500

_CLOSING = re.compile(r"#(?=#*$)")
_MARKS = re.compile(r"[\\`*_\[\]<>&|~$]")


def render_markdown(report: LintReport, style: Style) -> Iterator[str]:  # noqa: ARG001
    """Give the summary, how often each rule was broken, and where."""
    yield "## curriculum lint\n\n"
    yield "".join(f"{escaped(line)}\n\n" for line in summary(report, Style(), {}))
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
    line, column = source.position(finding.span.start)
    place = f"{escaped(harmless(source.path))}:{line}:{column}"
    message = escaped(harmless(finding.message))
    if finding.help:
        message += f"<br>help: {escaped(harmless(finding.help))}"
    return f"| {place} | {finding.severity} | {finding.rule} | {message} |\n"


def escaped(text: str) -> str:
    """Give a text of one line that Markdown shows as it is, in a cell of a table too."""
    return _MARKS.sub(r"\\\g<0>", text)


def escaped_heading(text: str) -> str:
    """Give a text of one line for a heading: a # at its end is part of it."""
    return _CLOSING.sub(r"\#", escaped(text))
