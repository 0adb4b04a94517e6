"""The summary of a step, as Markdown."""

from inline_snapshot import snapshot
from markdown_it import MarkdownIt

from curriculum_tools.model.finding import Severity
from tests.output.lint.reports import finding, rendered, report

GUIDE = "# Guide\n\n### 1.1 Tables\n"


def test_the_look() -> None:
    error = finding(GUIDE, "1.1", "wrong", severity=Severity.ERROR, advice="mend it")
    assert rendered("markdown", report(GUIDE, error, finding(GUIDE, "Tables"))) == snapshot("""\
## curriculum lint

1 guide, 2 topics, 1,186 questions: 1 error, 1 warning

| count | severity | rule | fixable |
| ---: | --- | --- | ---: |
| 1 | error | some-rule | 0 |
| 1 | warning | some-rule | 0 |

| place | severity | rule | finding |
| --- | --- | --- | --- |
| guides/a.md:3:5 | error | some-rule | wrong<br>help: mend it |
| guides/a.md:3:9 | warning | some-rule | this is wrong |
""")


def test_what_a_guide_says_is_no_markup() -> None:
    message = "a | b `c` <img src=x> *d* _e_ [f](g) ~h~ &amp; \\"
    html = MarkdownIt("gfm-like", {"linkify": False}).render(
        rendered("markdown", report(GUIDE, finding(GUIDE, "1.1", message)))
    )
    shown = "a | b `c` &lt;img src=x&gt; *d* _e_ [f](g) ~h~ &amp;amp; \\"
    assert f"<td>{shown}</td>" in html


def test_no_more_than_fits() -> None:
    text = rendered("markdown", report(GUIDE, *[finding(GUIDE, "1.1")] * 503))
    assert text.splitlines()[-1] == snapshot("3 more are not listed here; see `curriculum lint`")


def test_no_findings_no_table() -> None:
    assert rendered("markdown", report(GUIDE)) == snapshot("""\
## curriculum lint

1 guide, 2 topics, 1,186 questions: no findings, all in good order

""")
