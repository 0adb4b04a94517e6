"""GitLab's code quality reports."""

import json

from inline_snapshot import snapshot

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Span
from tests.output.lint.reports import finding, rendered, report

GUIDE = "# Guide\n\n### 1.1 Tables\n"


def test_the_look() -> None:
    text = rendered("gitlab", report(GUIDE, finding(GUIDE, Span(2, 12), advice="mend it")))
    assert text == snapshot("""\
[
  {
    "description": "this is wrong",
    "check_name": "some-rule",
    "fingerprint": "0123456789abcdef",
    "severity": "minor",
    "location": {
      "path": "guides/a.md",
      "lines": {"begin": 1, "end": 3}
    }
  }
]
""")


def test_severities_and_equal_fingerprints() -> None:
    found = [finding(GUIDE, "1.1", severity=severity) for severity in Severity]
    entries = json.loads(rendered("gitlab", report(GUIDE, *found)))
    assert [(entry["severity"], entry["fingerprint"]) for entry in entries] == snapshot(
        [
            ("major", "0123456789abcdef"),
            ("minor", "0123456789abcdef-2"),
            ("info", "0123456789abcdef-3"),
        ]
    )


def test_no_finding_is_an_empty_array() -> None:
    assert json.loads(rendered("gitlab", LintReport(()))) == []
