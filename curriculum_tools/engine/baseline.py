"""A baseline: findings that a project has accepted, so that only new ones count."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from curriculum_tools.model.finding import Finding


class Entry(NamedTuple):
    """An accepted finding, known by its fingerprint; the rest is for people to read."""

    path: str
    rule: str
    fingerprint: str


def entries(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Give the baseline that accepts some findings."""
    return tuple(sorted(Entry(f.path, f.rule, f.fingerprint) for f in findings))


def hide(
    findings: Sequence[Finding], baseline: Sequence[Entry]
) -> tuple[tuple[Finding, ...], tuple[Entry, ...]]:
    """Give the findings that are not in a baseline, and the entries that match nothing.

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
