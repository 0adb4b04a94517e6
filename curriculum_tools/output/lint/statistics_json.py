"""What `--statistics` shows in the format `json`: counts by rule instead of the findings."""

from collections.abc import Iterator

from curriculum_tools.model.report import LintReport
from curriculum_tools.output.json_writer import Object, Streamed, write_json
from curriculum_tools.output.lint.json import report_object
from curriculum_tools.output.lint.statistics import RuleCount, counts_by_rule
from curriculum_tools.output.style import Style


def render(report: LintReport, _style: Style) -> Iterator[str]:
    """Yield the report with counts by rule in the place of the findings."""
    rows: Streamed = [_row(row) for row in counts_by_rule(report)]
    return write_json({**report_object(report, []), "statistics": rows})


def _row(row: RuleCount) -> Object:
    return {
        "rule": row.rule,
        "severity": row.severity,
        "count": row.count,
        "fixable": row.fixable,
    }
