"""The format `github`: workflow commands, which GitHub shows beside the lines they are about.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the others; so no more
are printed, and a plain line says how many there are. Columns count from 1, the end column is the
one after the last character, and both are allowed only where a span lies in one line: the runner
refuses commands with columns across lines, or with an end before the start.
"""

from collections.abc import Iterator
from itertools import islice

from curriculum_tools.model.finding import Finding, Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.counted import counted
from curriculum_tools.output.lint.message import message_with_help
from curriculum_tools.output.positions import first_and_last_line
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style

MOST_SHOWN = 10

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: LintReport, _style: Style) -> Iterator[str]:
    """Yield a workflow command for each finding that GitHub will show, the worst first."""
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
            hidden.append(counted(count - MOST_SHOWN, f"more {_COMMANDS[severity]}"))
    if hidden:
        listed = ", ".join(hidden)
        yield f"{listed} not shown: GitHub shows {MOST_SHOWN} of each kind; see curriculum lint\n"


def _command(source: Source, finding: Finding) -> str:
    properties = {"file": source.path, **_place(source, finding), "title": finding.rule}
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(message_with_help(finding))}\n"


def _place(source: Source, finding: Finding) -> dict[str, int]:
    """Return lines and, within one line, columns; a line's end belongs to the line."""
    first, last = first_and_last_line(source, finding.span)
    lines = {"line": first, "endLine": last}
    if first != last:
        return lines
    start = source.position(finding.span.start)
    line_end = source.line_span(first).end
    end = source.position(max(finding.span.start, min(finding.span.end, line_end)))
    return {**lines, "col": start.column, "endColumn": end.column}


def _data(text: str) -> str:
    """Return a message escaped as GitHub's toolkit does it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return a property escaped as GitHub's toolkit does it."""
    return _data(sanitize(text)).replace(":", "%3A").replace(",", "%2C")
