"""A baseline: findings that a project has accepted, so that only new ones count."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from curriculum_tools.model.finding import Finding
from curriculum_tools.model.report import BaselineEntry, GuideReport, LintReport


def baseline_of(findings: Iterable[Finding]) -> tuple[BaselineEntry, ...]:
    """Return the baseline that accepts these findings, sorted."""
    entries = (BaselineEntry(f.rule, f.path, f.fingerprint, f.message, f.topic) for f in findings)
    return tuple(sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.fingerprint)))


def hide_baseline(
    report: LintReport,
    baseline: Sequence[BaselineEntry],
    is_there: Callable[[str], bool] = lambda _path: False,
) -> LintReport:
    """Return a report in which the findings of a baseline are hidden.

    Both are multisets: two equal findings need two entries. An entry is stale if its guide was
    linted and has no such finding any more, or if its guide is gone.
    """
    left = Counter(entry.fingerprint for entry in baseline)
    guides = tuple(_hidden(guide, left) for guide in report.guides)
    linted = {guide.path for guide in report.guides}
    stale = tuple(
        entry
        for entry in baseline
        if _take(left, entry.fingerprint) and (entry.path in linted or not is_there(entry.path))
    )
    return report._replace(guides=guides, has_baseline=True, stale=stale)


def _hidden(guide: GuideReport, left: Counter[str]) -> GuideReport:
    new: list[Finding] = []
    hidden: list[Finding] = []
    for finding in guide.findings:
        (hidden if _take(left, finding.fingerprint) else new).append(finding)
    return guide._replace(findings=tuple(new), hidden=tuple(hidden))


def _take(left: Counter[str], fingerprint: str) -> bool:
    """Use up an entry of the baseline; return whether there was one."""
    if not left[fingerprint]:
        return False
    left[fingerprint] -= 1
    return True
