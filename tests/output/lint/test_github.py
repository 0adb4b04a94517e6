"""Workflow commands."""

from inline_snapshot import snapshot

from curriculum_tools.model.finding import Finding, Severity
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.model.source import Source, Span
from tests.output.lint.reports import finding, rendered, report

GUIDE = "# Guide\n\n### 1.1 Tables\n"


def command(found: Finding) -> str:
    return rendered("github", report(GUIDE, found)).removesuffix("\n")


def test_a_span_within_a_line_has_columns_and_the_end_is_exclusive() -> None:
    assert command(finding(GUIDE, "1.1", "wrong")) == snapshot(
        "::warning file=guides/a.md,line=3,endLine=3,col=5,endColumn=8,title=some-rule::wrong"
    )


def test_a_line_with_its_end_is_one_line() -> None:
    assert command(finding(GUIDE, "# Guide\n", "wrong")) == snapshot(
        "::warning file=guides/a.md,line=1,endLine=1,col=1,endColumn=8,title=some-rule::wrong"
    )


def test_a_span_over_lines_has_no_columns() -> None:
    assert command(finding(GUIDE, Span(2, 12))) == snapshot(
        "::warning file=guides/a.md,line=1,endLine=3,title=some-rule::this is wrong"
    )


def test_escaping_and_severity() -> None:
    found = finding(
        GUIDE,
        "1.1",
        "100%: a, b::c",
        severity=Severity.INFO,
        path="a,b:c%.md",
        advice="say %0A",
        rule="a-rule",
    )
    source = Source("a,b:c%.md", GUIDE)
    text = rendered("github", LintReport((GuideReport(source, (found,)),)))
    assert text.split("::") == snapshot(
        [
            "",
            "notice file=a%2Cb%3Ac%25.md,line=3,endLine=3,col=5,endColumn=8,title=a-rule",
            "100%25: a, b",
            "c%0Ahelp: say %250A\n",
        ]
    )


def test_no_more_than_github_shows_and_the_worst_first() -> None:
    infos = [finding(GUIDE, "1.1", severity=Severity.INFO)] * 11
    errors = [finding(GUIDE, "1.1", severity=Severity.ERROR)] * 13
    lines = rendered("github", report(GUIDE, *infos, *errors)).splitlines()
    assert [line.split()[0] for line in lines[:-1]] == ["::error"] * 10 + ["::notice"] * 10
    assert lines[-1] == snapshot(
        "3 more errors, 1 more notice not shown: GitHub shows 10 of each kind; see curriculum lint"
    )
