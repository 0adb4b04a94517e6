"""The format `gitlab`: a report of GitLab's Code Quality, which merge requests show.

GitLab takes paths from the top of the repository and tells findings apart by their fingerprints
alone, so that of two equal ones it would show one. Equal ones are therefore numbered.
"""

from collections import Counter
from collections.abc import Generator, Iterator

from curriculum_tools.model.finding import Finding, Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.json_writer import Object, write_json
from curriculum_tools.output.positions import first_and_last_line
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: LintReport, _style: Style) -> Iterator[str]:
    """Yield an array of all findings, one at a time."""
    return write_json(_findings(report))


def _findings(report: LintReport) -> Generator[Object, None, None]:
    seen: Counter[str] = Counter()
    for guide in report.guides:
        for finding in guide.findings:
            seen[finding.fingerprint] += 1
            yield _finding(guide.source, finding, seen[finding.fingerprint])


def _finding(source: Source, finding: Finding, ordinal: int) -> Object:
    first, last = first_and_last_line(source, finding.span)
    return {
        "description": sanitize(finding.message),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint + (f"-{ordinal}" if ordinal > 1 else ""),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": sanitize(source.path), "lines": {"begin": first, "end": last}},
    }
