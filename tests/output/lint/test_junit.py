"""JUnit's XML, read back by a program that is not ours."""

from inline_snapshot import snapshot
from junitparser import Failure, JUnitXml

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.model.source import Source
from tests.output.lint.reports import finding, rendered, report

GUIDE = "# Guide\n\n### 1.1 Tables\n"


def test_the_look() -> None:
    error = finding(GUIDE, "1.1", '<"wrong" & bad>', severity=Severity.ERROR, advice="mend it")
    info = finding(GUIDE, "Tables", severity=Severity.INFO)
    clean = GuideReport(Source("guides/b.md", GUIDE))
    of = LintReport((*report(GUIDE, error, info).guides, clean))
    assert rendered("junit", of) == snapshot("""\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="curriculum lint" tests="3" failures="1" errors="0">
  <testsuite name="guides/a.md" tests="2" failures="1" errors="0">
    <testcase classname="guides/a.md" name="some-rule on line 3, column 5" file="guides/a.md" line="3">
      <failure type="error" message="&lt;&quot;wrong&quot; &amp; bad&gt;">guides/a.md:3:5: error[some-rule] &lt;&quot;wrong&quot; &amp; bad&gt;
help: mend it</failure>
    </testcase>
    <testcase classname="guides/a.md" name="some-rule on line 3, column 9" file="guides/a.md" line="3">
      <system-out>guides/a.md:3:9: info[some-rule] this is wrong</system-out>
    </testcase>
  </testsuite>
  <testsuite name="guides/b.md" tests="1" failures="0" errors="0">
    <testcase classname="guides/b.md" name="no findings"/>
  </testsuite>
</testsuites>
""")


def test_it_is_read_back() -> None:
    found = [finding(GUIDE, "1.1", "a <b> & 'c'", severity=severity) for severity in Severity]
    parsed = JUnitXml.fromstring(rendered("junit", report(GUIDE, *found)).encode())
    (suite,) = parsed
    assert (parsed.tests, parsed.failures, suite.tests, suite.failures) == (3, 2, 3, 2)
    error, warning, info = suite
    assert isinstance(error.result[0], Failure)
    assert error.result[0].message == "a <b> & 'c'"
    assert error.result[0].type == "error"
    assert not warning.is_passed
    assert info.is_passed
    assert "info[some-rule]" in (info.system_out or "")


def test_the_fail_level_says_what_is_a_failure() -> None:
    found = [finding(GUIDE, "1.1", severity=severity) for severity in Severity]
    strict = JUnitXml.fromstring(
        rendered("junit", report(GUIDE, *found, fail_level=Severity.INFO)).encode()
    )
    assert strict.failures == 3


def test_a_clean_guide_passes() -> None:
    (suite,) = JUnitXml.fromstring(rendered("junit", report(GUIDE)).encode())
    (case,) = suite
    assert case.is_passed
