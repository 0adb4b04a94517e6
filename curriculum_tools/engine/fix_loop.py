"""Fixing a guide in passes, until no fix is left, and refusing fixes that do harm."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from curriculum_tools.engine.apply_fixes import apply_fixes, compatible_fixes
from curriculum_tools.engine.meaning import change_of_meaning, number_out_of_place
from curriculum_tools.model.finding import Finding, Fix, Severity
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import GuideReport

MOST_PASSES = 10  # one is nearly always enough, unless fixes overlap or uncover others


@dataclass(frozen=True, slots=True)
class Refusal:
    """A finding whose fix was not applied, and the harm it would do."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class FixResult:
    """What is found after fixing, which findings were fixed, and which fixes were refused."""

    report: GuideReport
    fixed: tuple[Finding, ...]
    refusals: tuple[Refusal, ...]

    @property
    def count(self) -> int:
        """How many findings were fixed."""
        return len(self.fixed)


@dataclass(frozen=True, slots=True)
class GuideReader:
    """How to parse and lint the texts of one guide."""

    parse: Callable[[str], Guide]
    lint: Callable[[str], GuideReport]


def fix_in_passes(
    report: GuideReport, reader: GuideReader, allows: Callable[[Finding], bool]
) -> FixResult:
    """Apply the fixes of the allowed findings, lint again, and so on until none is left.

    A fix does harm, and is refused, if it would change what the guide says, or if a rule would find
    more than before at the level of a warning or above.
    """
    fixed: list[Finding] = []
    refusals: tuple[Refusal, ...] = ()
    for _ in range(MOST_PASSES):
        wanted = [(f.fix, f) for f in report.findings if f.fix and allows(f)]
        if not wanted:
            break
        finding_of = dict(wanted)
        step = _Pass(report, reader)
        step.add(compatible_fixes(finding_of))
        refusals = tuple(Refusal(finding_of[fix], reason) for fix, reason in step.refused)
        done = {edit for fix in step.kept for edit in fix.edits}
        fixed += (finding for fix, finding in wanted if done.issuperset(fix.edits))
        report = step.after
        if not step.kept:
            break
    return FixResult(report, tuple(fixed), refusals)


class _Pass:
    """One pass over a guide: the fixes kept so far, and the guide after them."""

    def __init__(self, before: GuideReport, reader: GuideReader) -> None:
        self._text = before.source.text
        self._guide = reader.parse(self._text)
        self._serious = _serious(before)
        self._reader = reader
        self.after = before
        self.kept: tuple[Fix, ...] = ()
        self.refused: list[tuple[Fix, str]] = []

    def add(self, fixes: Sequence[Fix]) -> None:
        """Keep fixes that can be applied together; if they do harm, as many as do none."""
        together = (*self.kept, *fixes)
        tried = self._tried(together)
        if isinstance(tried, GuideReport):
            self.kept, self.after = together, tried
        elif len(fixes) == 1:
            self.refused.append((fixes[0], tried))
        else:
            middle = len(fixes) // 2
            self.add(fixes[:middle])
            self.add(fixes[middle:])

    def _tried(self, fixes: Sequence[Fix]) -> GuideReport | str:
        """Return what is found after some fixes, or the harm they do."""
        text = apply_fixes(self._text, fixes)
        edits = (edit for fix in fixes for edit in fix.edits)
        guide = self._reader.parse(text)
        if change := change_of_meaning(self._guide, guide, edits):
            return change
        if odd := number_out_of_place(self._guide, guide):
            return odd
        after = self._reader.lint(text)
        worse = _serious(after) - self._serious
        return f"there would be a new finding, {min(worse)}" if worse else after


def _serious(report: GuideReport) -> Counter[str]:
    """Count the findings of each rule at the level of a warning or above."""
    return Counter(f.rule for f in report.findings if f.severity.reaches(Severity.WARNING))
