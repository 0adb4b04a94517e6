"""Hiding findings that a project has accepted."""

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.engine.baseline import baseline_of, hide_baseline
from curriculum_tools.model.finding import Finding, Severity
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.model.source import Source, Span


def finding(fingerprint: str) -> Finding:
    return Finding(
        "empty-chapter",
        "structure",
        Severity.WARNING,
        "",
        "a.md",
        Span(0, 0),
        None,
        (),
        None,
        fingerprint,
    )


FINDINGS = st.lists(st.sampled_from("abcd").map(finding))


def report(*guides: list[Finding]) -> LintReport:
    return LintReport(tuple(GuideReport(Source("a.md", ""), tuple(found)) for found in guides))


@given(FINDINGS, FINDINGS)
def test_a_baseline_hides_all_it_was_made_from(one: list[Finding], other: list[Finding]) -> None:
    hidden = hide_baseline(report(one, other), baseline_of(one + other))
    assert [guide.hidden for guide in hidden.guides] == [tuple(one), tuple(other)]
    assert not any(hidden.findings)
    assert not hidden.stale


@given(FINDINGS, FINDINGS)
def test_it_matches_as_a_multiset(old: list[Finding], new: list[Finding]) -> None:
    after = hide_baseline(report(new), baseline_of(old))
    shown = list(after.findings)
    assert len(new) - len(shown) == after.baselined == len(old) - len(after.stale)
    assert not {f.fingerprint for f in shown} & {e.fingerprint for e in after.stale}


@given(FINDINGS, FINDINGS)
def test_nothing_is_lost(old: list[Finding], new: list[Finding]) -> None:
    (guide,) = hide_baseline(report(new), baseline_of(old)).guides
    assert sorted(f.fingerprint for f in (*guide.findings, *guide.hidden)) == sorted(
        f.fingerprint for f in new
    )
