"""What every fix promises: the finding is gone, nothing new came, nothing that was said is lost.

Every fixture of every rule is tried: each fix alone, then all of them in as many passes as they
need, each pass with findings made anew.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from curriculum_tools.engine.apply_fixes import apply_fixes, overlap
from curriculum_tools.engine.rule import Rule
from curriculum_tools.model.finding import Finding, Fix, Severity
from curriculum_tools.model.source import Span
from tests.linting import guide, lint
from tests.rules.test_fixtures import CASES, RULES, around, beside

MOST_PASSES = 5


class Fixture:
    """A fixture's text, and the findings in any version of it."""

    def __init__(self, case: Path) -> None:
        self.rule = RULES[case.parent.name]
        self.text = case.read_bytes().decode("utf-8", "surrogateescape")
        self.files = beside(case, ".files").split()
        self.toml = beside(case, ".toml")
        self.texts = around(case)

    def findings(self, text: str) -> tuple[Finding, ...]:
        return self._lint(text, [self.rule])

    def counts(self, text: str) -> Counter[str]:
        """Count the findings of every rule at warning or above."""
        found = self._lint(text, [*RULES.values()])
        return Counter(f.rule for f in found if f.severity.reaches(Severity.WARNING))

    def _lint(self, text: str, rules: list[Rule]) -> tuple[Finding, ...]:
        return lint(text, rules, files=self.files, toml=self.toml, texts=self.texts)


def fixes(findings: Iterable[Finding]) -> list[Fix]:
    return [finding.fix for finding in findings if finding.fix]


def said(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the titles, questions and notes paths of a guide, with their places."""
    parsed = guide(text)
    for topic in parsed.topics:
        yield f"topic {' '.join(topic.title.split())}", topic.heading.title.span
        for notes in topic.notes:
            yield f"notes {notes.path}", notes.span
    for _, question in parsed.questions:
        yield f"question {question.text}", question.span


def is_edited(place: Span, applied: Iterable[Fix]) -> bool:
    edits = (edit.span for fix in applied for edit in fix.edits)
    return any(edit.start <= place.end and place.start <= edit.end for edit in edits)


def assert_nothing_is_lost(before: str, after: str, applied: list[Fix]) -> None:
    untouched = Counter(what for what, place in said(before) if not is_edited(place, applied))
    assert untouched <= Counter(what for what, _ in said(after))


FIXABLE = [case for case in CASES if "fix: " in beside(case, ".out")]
BY_CASE = pytest.mark.parametrize(
    "case", FIXABLE, ids=lambda case: f"{case.parent.name}/{case.stem}"
)


@BY_CASE
def test_each_fix_mends_its_finding(case: Path) -> None:
    fixture = Fixture(case)
    findings = fixture.findings(fixture.text)
    counts = fixture.counts(fixture.text)
    for fix in fixes(findings):
        text = apply_fixes(fixture.text, [fix])
        assert len(fixture.findings(text)) < len(findings), fix
        assert fixture.counts(text) <= counts, fix
        assert_nothing_is_lost(fixture.text, text, [fix])


@BY_CASE
def test_all_fixes_together_leave_none(case: Path) -> None:
    fixture = Fixture(case)
    text = fixture.text
    findings = fixture.findings(text)
    unfixable = len(findings) - len(fixes(findings))
    counts = fixture.counts(text)
    for _ in range(MOST_PASSES):
        if not (applied := fixes(fixture.findings(text))):
            break
        before, text = text, apply_fixes(text, applied)
        assert_nothing_is_lost(before, text, applied)
    assert len(fixture.findings(text)) <= unfixable
    assert fixture.counts(text) <= counts


@BY_CASE
def test_the_edits_of_a_fix_change_something_and_do_not_overlap(case: Path) -> None:
    fixture = Fixture(case)
    for fix in fixes(fixture.findings(fixture.text)):
        edits = sorted(fix.edits, key=lambda edit: edit.span)
        assert edits
        assert not any(overlap(one.span, other.span) for one, other in pairwise(edits))
        assert all(fixture.text[slice(*edit.span)] != edit.text for edit in edits)
