"""The closing lines of a lint."""

from inline_snapshot import snapshot

from curriculum_tools.model.finding import Fix, Severity
from curriculum_tools.model.report import BaselineEntry, LintReport
from tests.output.lint.reports import finding, rendered, report

GUIDE = "# Guide\n\n## 1. Storage\n\n### 1.1 Tables\n"
FIX = Fix("mend it", True, ())


def test_the_summary() -> None:
    found = [finding(GUIDE, "Guide", severity=severity) for severity in Severity] * 2
    missing = finding(GUIDE, "Tables", rule="notes-file-not-found", cause="none exists", fix=FIX)
    text = rendered("text", report(GUIDE, *found, missing, missing))
    assert text.rpartition("\n\n")[2] == snapshot("""\
1 guide, 2 topics, 1,186 questions: 2 errors, 4 warnings from 3 causes, 2 info; 2 fixable with --fix
next: curriculum init (writes a config that says where notes are)
""")


def test_nothing_found() -> None:
    assert rendered("text", report(GUIDE)) == snapshot(
        "1 guide, 2 topics, 1,186 questions: no findings, all in good order\n"
    )
    assert rendered("text", LintReport(())) == snapshot(
        "no guides found: a guide has topics with fields such as **Description**, or lines of one"
        " kind that recur and ask\n"
    )
    assert rendered("text", report(GUIDE), quiet=True) == ""


def test_what_is_hidden_is_counted() -> None:
    stale = (
        BaselineEntry("some-rule", "guides/a.md", "0123"),  # of an old baseline
        BaselineEntry("some-rule", "guides/a.md", "4567", "it is wrong"),
    )
    hidden = (finding(GUIDE, "Guide"),) * 1_200
    some = report(GUIDE, hidden=hidden, stale=stale, config="curriculum.toml")
    assert rendered("text", some) == snapshot("""\
1 guide, 2 topics, 1,186 questions: no findings, all in good order
1,200 findings hidden by the baseline
2 entries of the baseline no longer needed
""")
    assert rendered("text", some, verbose=True) == snapshot("""\
1 guide, 2 topics, 1,186 questions: no findings, all in good order
1,200 findings hidden by the baseline
2 entries of the baseline no longer needed
  guides/a.md: some-rule 0123
  guides/a.md: some-rule it is wrong
""")
