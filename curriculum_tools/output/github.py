"""The format `github`: workflow commands, which GitHub shows beside the lines they are about.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the others; so no more
are given, and a plain line says how many there are. Columns are counted from 1, the end column
is the one after the last character, and both may be given only where a span lies in one line:
the runner refuses commands with columns across lines, or with an end before the start.
"""

from collections.abc import Iterator
from itertools import islice

from curriculum_tools.model.finding import Finding, Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.harmless import harmless
from curriculum_tools.output.message import with_help
from curriculum_tools.output.positions import first_and_last_line
from curriculum_tools.output.style import Style

MOST_SHOWN = 10

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render_github(report: LintReport, style: Style) -> Iterator[str]:  # noqa: ARG001
    """Give a workflow command for each finding that GitHub will show, the worst first."""
    hidden = []
    for severity, count in sorted(report.severities.items(), key=lambda item: item[0].rank):
        found = (
            _command(guide.source, finding)
            for guide in report.guides
            for finding in guide.findings
            if finding.severity is severity
        )
        yield from islice(found, MOST_SHOWN)
        if count > MOST_SHOWN:
            plural = "s" if count > MOST_SHOWN + 1 else ""
            hidden.append(f"{count - MOST_SHOWN:,} more {_COMMANDS[severity]}{plural}")
    if hidden:
        listed = ", ".join(hidden)
        yield f"{listed} not shown: GitHub shows {MOST_SHOWN} of each kind; see curriculum lint\n"


def _command(source: Source, finding: Finding) -> str:
    properties = {"file": source.path, **_place(source, finding), "title": finding.rule}
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(with_help(finding))}\n"


def _place(source: Source, finding: Finding) -> dict[str, int]:
    """Give lines and, within one line, columns; a line's end belongs to the line."""
    first, last = first_and_last_line(source, finding.span)
    lines = {"line": first, "endLine": last}
    if first != last:
        return lines
    start = source.position(finding.span.start)
    line_end = source.line_span(first).end
    end = source.position(max(finding.span.start, min(finding.span.end, line_end)))
    return {**lines, "col": start.column, "endColumn": end.column}


def _data(text: str) -> str:
    """Escape a message as GitHub's toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property as GitHub's toolkit does."""
    return _data(harmless(text)).replace(":", "%3A").replace(",", "%2C")
