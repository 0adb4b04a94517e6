"""The format `junit`: a test suite for each guide, for whatever shows the results of tests.

A finding is a test case; it fails where it reaches the fail level, so that a build whose exit
code is 0 shows no failure. A guide in good order is one case that passes.
"""

import re
from collections.abc import Iterator
from html import escape

from curriculum_tools.model.finding import Finding, Severity
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.output.lint.message import (
    finding_place,
    message_with_help,
    severity_and_rule,
)
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style

_NO_XML = re.compile("[\ufffe\uffff]")  # what XML 1.0 cannot hold and `sanitize` lets pass


def render(report: LintReport, _style: Style) -> Iterator[str]:
    """Yield all test suites, one at a time."""
    cases = sum(max(1, len(guide.findings)) for guide in report.guides)
    failures = sum(_failures(guide, report.fail_level) for guide in report.guides)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="curriculum lint" tests="{cases}" failures="{failures}" errors="0">\n'
    for guide in report.guides:
        yield "".join(_suite(guide, report.fail_level))
    yield "</testsuites>\n"


def _suite(guide: GuideReport, fail_level: Severity) -> Iterator[str]:
    path = _escaped(sanitize(guide.path))
    cases = max(1, len(guide.findings))
    failures = _failures(guide, fail_level)
    yield f'  <testsuite name="{path}" tests="{cases}" failures="{failures}" errors="0">\n'
    for finding in guide.findings:
        yield from _case(guide, finding, fail_level)
    if not guide.findings:
        yield f'    <testcase classname="{path}" name="no findings"/>\n'
    yield "  </testsuite>\n"


def _case(guide: GuideReport, finding: Finding, fail_level: Severity) -> Iterator[str]:
    line, column = guide.source.position(finding.span.start)
    path = _escaped(sanitize(guide.path))
    name = f"{finding.rule} on line {line}, column {column}"
    yield f'    <testcase classname="{path}" name="{name}" file="{path}" line="{line}">\n'
    message = _escaped(sanitize(finding.message))
    where = f"{finding_place(guide.source, finding)}: {severity_and_rule(finding)}"
    details = _escaped(f"{where} {message_with_help(finding)}")
    if finding.severity.reaches(fail_level):
        yield f'      <failure type="{finding.severity}" message="{message}">{details}</failure>\n'
    else:
        yield f"      <system-out>{details}</system-out>\n"
    yield "    </testcase>\n"


def _failures(guide: GuideReport, fail_level: Severity) -> int:
    return sum(finding.severity.reaches(fail_level) for finding in guide.findings)


def _escaped(sanitized: str) -> str:
    return escape(_NO_XML.sub("\ufffd", sanitized))
