"""The format `concise`: one line for each finding, and nothing else."""

from collections.abc import Iterator

from curriculum_tools.model.report import LintReport
from curriculum_tools.output.harmless import harmless
from curriculum_tools.output.style import Style


def render_concise(report: LintReport, style: Style) -> Iterator[str]:
    """Give `path:line:col: severity[rule] message` for each finding."""
    for guide in report.guides:
        path = harmless(guide.path)
        for finding in guide.findings:
            line, column = guide.source.position(finding.span.start)
            where = style.path(f"{path}:{line}:{column}:")
            kind = style.severity(f"{finding.severity}[{finding.rule}]", finding.severity)
            yield f"{where} {kind} {harmless(finding.message)}\n"
