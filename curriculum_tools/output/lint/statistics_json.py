"""What `--statistics` shows in the format `json`: counts by rule instead of the findings."""

from collections.abc import Iterator
from dataclasses import asdict

from curriculum_tools.model.report import LintReport
from curriculum_tools.output.json_writer import Streamed, write_json
from curriculum_tools.output.lint.json import report_object
from curriculum_tools.output.lint.statistics import counts_by_rule
from curriculum_tools.output.style import Style


def render(report: LintReport, _style: Style) -> Iterator[str]:
    """Yield the report with counts by rule in the place of the findings."""
    rows: Streamed = [asdict(row) for row in counts_by_rule(report)]
    return write_json({**report_object(report, []), "statistics": rows})
