"""The format `concise`: one line for each finding, and nothing else."""

from collections.abc import Iterator

from curriculum_tools.model.report import LintReport
from curriculum_tools.output.lint.message import finding_place, severity_and_rule
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style


def render(report: LintReport, style: Style) -> Iterator[str]:
    """Yield `path:line:column: severity[rule] message` for each finding."""
    for guide in report.guides:
        for finding in guide.findings:
            where = style.path(f"{finding_place(guide.source, finding)}:")
            kind = style.severity(severity_and_rule(finding), finding.severity)
            yield f"{where} {kind} {sanitize(finding.message)}\n"
