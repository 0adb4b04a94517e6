"""What holds for every format, whatever the guide and the findings are."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.finding import Edit, Finding, FindingTopic, Fix, Related, Severity
from curriculum_tools.model.report import BaselineEntry, GuideReport, LintReport, RuleDescription
from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.formats import LINT, STATISTICS
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from tests.examples import examples
from tests.output.lint.listed import Listed, as_shown, listed
from tests.output.lint.reports import rendered, validate_sarif
from tests.schemas import validate

HARMFUL = "\r\n\t\x1b\u202e\u2028\udcff:,%\ufeff\uffff#[]{}|<&`"
COMMANDS = ["::error::x", "##[error]x", "##vso[task.logissue]x", "x\n::error::x"]
ANYTHING = st.text(st.characters() | st.sampled_from(HARMFUL)) | st.sampled_from(COMMANDS)
RULES = tuple(
    RuleDescription(name, "notes", Severity.WARNING, True, "A {fault}.", "Why.", "Why.\n")
    for name in ("a-rule", "notes-file-not-found")
)
NAMES = st.sampled_from(["a-rule", "notes-file-not-found"])
STYLES = st.fixed_dictionaries(
    {"width": st.integers(10, 120), "verbose": st.booleans(), "quiet": st.booleans()}
)

few = examples(50)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    ends = draw(st.tuples(*[st.integers(0, len(text))] * 2))
    return Span(min(ends), max(ends))


@st.composite
def findings(draw: st.DrawFn, source: Source, other: Source) -> Finding:
    places = spans(source.text)
    related = st.builds(Related, ANYTHING, places) | st.builds(
        Related, ANYTHING, spans(other.text), st.just(other)
    )
    edits = st.lists(st.builds(Edit, places, ANYTHING), max_size=2).map(tuple)
    return draw(
        st.builds(
            Finding,
            rule=NAMES,
            group=st.just("notes"),
            severity=st.sampled_from(Severity),
            message=ANYTHING,
            path=st.just(source.path),
            span=places,
            topic=st.none() | st.builds(FindingTopic, st.none() | ANYTHING, ANYTHING),
            related=st.lists(related, max_size=6).map(tuple),
            fix=st.none() | st.builds(Fix, ANYTHING, st.booleans(), edits),
            fingerprint=st.just("0123"),
            cause=st.none() | st.sampled_from(["one cause", "another\n"]),
            help=st.none() | ANYTHING,
        )
    )


@st.composite
def reports(draw: st.DrawFn) -> LintReport:
    sources = draw(st.lists(st.builds(Source, ANYTHING, ANYTHING), max_size=2))
    has_baseline = draw(st.booleans())
    guides = []
    for source in sources:
        found = st.lists(findings(source, sources[0]), max_size=4).map(tuple)
        hidden = draw(found) if has_baseline else ()
        guides.append(GuideReport(source, draw(found), hidden=hidden))
    stale = draw(st.lists(st.builds(BaselineEntry, NAMES, ANYTHING, ANYTHING), max_size=2))
    level = draw(st.sampled_from(Severity))
    return LintReport(tuple(guides), level, has_baseline, tuple(stale), rules=RULES)


@few
@given(report=reports(), style=STYLES)
def test_nothing_harmful_comes_out(report: LintReport, style: dict[str, int]) -> None:
    for name in LINT:
        text = rendered(name, report, **style)
        for line in text.split("\n"):
            own = line.removeprefix("::") if name == "github" else line
            assert sanitize(own) == own, name
        text.encode()
        assert text == "" or text.endswith("\n")


@few
@given(report=reports(), style=STYLES)
def test_colour_changes_nothing_else(report: LintReport, style: dict[str, int]) -> None:
    coloured = rendered("text", report, color=True, **style)
    plain = rendered("text", report, **style)
    assert [line.rstrip() for line in re.sub(r"\x1b\[[\d;]+m", "", coloured).split("\n")] == [
        line.rstrip() for line in plain.split("\n")
    ]


@few
@given(report=reports())
def test_concise_gives_each_finding_one_line_that_begins_with_its_place(report: LintReport) -> None:
    lines = rendered("concise", report).split("\n")
    assert lines.pop() == ""
    for line, finding in zip(lines, report.findings, strict=True):
        assert re.match(rf"{re.escape(sanitize(finding.path))}:\d+:\d+: {finding.severity}\[", line)


@few
@given(report=reports())
def test_all_formats_carry_the_same_new_findings(report: LintReport) -> None:
    found = [
        Listed(guide.path, guide.source.line_of(finding.span.start), finding.rule)
        for guide in report.guides
        for finding in guide.findings
    ]
    for name in LINT:
        text = rendered(name, report, verbose=True)
        assert sorted(listed(name, text)) == sorted(as_shown(name, one) for one in found), name


@few
@given(report=reports())
def test_json_holds_to_the_schema(report: LintReport) -> None:
    text = rendered("json", report)
    value = validate("lint", text)
    assert value["summary"]["findings"] == len(value["findings"]) == len(list(report.findings))
    assert text == rendered("json", report)


@few
@given(report=reports())
def test_sarif_holds_to_the_schema_and_lists_what_a_baseline_hides(report: LintReport) -> None:
    log = validate_sarif(rendered("sarif", report))
    results = log["runs"][0]["results"]
    states = [result.get("baselineState") for result in results]
    assert states.count("unchanged") == report.baselined
    assert len(states) == report.baselined + report.severities.total()
    assert (None in states) <= (not report.has_baseline)
    assert all(RULES[result["ruleIndex"]].id == result["ruleId"] for result in results)


@few
@given(report=reports())
def test_gitlab_gets_a_fingerprint_of_its_own_for_each_finding(report: LintReport) -> None:
    entries = json.loads(rendered("gitlab", report))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


@few
@given(report=reports())
def test_statistics_count_every_finding(report: LintReport) -> None:
    value = validate("lint", "".join(STATISTICS["json"].render(report, Style())))
    assert sum(row["count"] for row in value["statistics"]) == value["summary"]["findings"]
    text = "".join(STATISTICS["text"].render(report, Style(quiet=True)))
    assert len(text.splitlines()) == len(value["statistics"])


@few
@given(report=reports())
def test_github_gets_commands_that_its_runner_takes(report: LintReport) -> None:
    for line in rendered("github", report).splitlines():
        command = re.fullmatch(r"::(?:error|warning|notice) (.*?)::.*", line)
        assert command
        values = dict(pair.split("=", 1) for pair in command[1].split(","))
        assert int(values["line"]) <= int(values["endLine"])
        if "col" in values:
            assert values["line"] == values["endLine"]
            assert int(values["col"]) <= int(values["endColumn"])
