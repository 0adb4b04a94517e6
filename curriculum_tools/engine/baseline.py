"""A baseline: findings that a project has accepted, so that only new ones count."""

from collections import Counter
from collections.abc import Iterable, Sequence

from curriculum_tools.model.finding import Finding
from curriculum_tools.model.report import BaselineEntry


def accepted(findings: Iterable[Finding]) -> tuple[BaselineEntry, ...]:
    """Give the baseline that accepts some findings, sorted."""
    entries = (BaselineEntry(f.rule, f.path, f.fingerprint) for f in findings)
    return tuple(sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.fingerprint)))


def hide(
    findings: Sequence[Finding], baseline: Sequence[BaselineEntry]
) -> tuple[tuple[Finding, ...], tuple[BaselineEntry, ...]]:
    """Give the findings that are not in a baseline, and its entries that match nothing.

    Both are multisets: two equal findings need two entries.
    """
    left = Counter(entry.fingerprint for entry in baseline)
    new = []
    for finding in findings:
        if left[finding.fingerprint]:
            left[finding.fingerprint] -= 1
        else:
            new.append(finding)
    stale = []
    for entry in baseline:
        if left[entry.fingerprint]:
            left[entry.fingerprint] -= 1
            stale.append(entry)
    return tuple(new), tuple(stale)
