"""Hiding findings that a project has accepted."""

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.engine.baseline import accepted, hide
from curriculum_tools.model.finding import Finding, Severity
from curriculum_tools.model.source import Span


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


@given(FINDINGS)
def test_a_baseline_hides_all_it_was_made_from(found: list[Finding]) -> None:
    assert hide(found, accepted(found)) == ((), ())


@given(FINDINGS, FINDINGS)
def test_it_matches_as_a_multiset(old: list[Finding], new: list[Finding]) -> None:
    shown, stale = hide(new, accepted(old))
    assert len(new) - len(shown) == len(old) - len(stale)
    assert not {f.fingerprint for f in shown} & {e.fingerprint for e in stale}
