"""Counts by rule."""

from inline_snapshot import snapshot

from curriculum_tools.model.finding import Fix, Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.output.formats import LINT, STATISTICS
from curriculum_tools.output.style import Style
from tests.output.lint.reports import finding, report
from tests.schemas import validate

GUIDE = "# Guide\n\n### 1.1 Tables\n"
FIX = Fix("mend it", True, ())
FOUND = report(
    GUIDE,
    *[finding(GUIDE, "1.1", rule="b-rule", fix=FIX)] * 12,
    finding(GUIDE, "1.1", rule="a-rule", severity=Severity.INFO),
    finding(GUIDE, "1.1", rule="a-rule", severity=Severity.ERROR),
    finding(GUIDE, "1.1", rule="some-long-rule", severity=Severity.INFO, fix=FIX),
    finding(GUIDE, "1.1", rule="some-long-rule", severity=Severity.INFO),
    config="curriculum.toml",
)


def statistics(name: str, of: LintReport) -> str:
    return "".join(STATISTICS[name].render(of, Style()))


def test_the_look() -> None:
    assert statistics("text", FOUND) == snapshot("""\
12  warning  b-rule          12 fixable
 2  info     some-long-rule  1 fixable
 1  error    a-rule
 1  info     a-rule
1 guide, 2 topics, 1,186 questions: 1 error, 12 warnings, 3 info; 13 fixable with --fix
""")


def test_nothing_found_leaves_the_summary() -> None:
    assert statistics("text", report(GUIDE)) == snapshot(
        "1 guide, 2 topics, 1,186 questions: no findings, all in good order\n"
    )


def test_json_has_them_in_the_place_of_the_findings() -> None:
    value = validate("lint", statistics("json", FOUND))
    assert value["findings"] == []
    assert value["summary"]["findings"] == 16
    assert value["statistics"][1:3] == snapshot(
        [
            {"rule": "some-long-rule", "severity": "info", "count": 2, "fixable": 1},
            {"rule": "a-rule", "severity": "error", "count": 1, "fixable": 0},
        ]
    )


def test_formats_for_other_programs_have_no_place_for_them() -> None:
    assert STATISTICS.keys() < LINT.keys()
    assert "sarif" not in STATISTICS
