"""Findings grouped by their cause, so that 87 of them are told as one."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from curriculum_tools.model.finding import Finding


class FindingGroup(NamedTuple):
    """Findings of one guide, rule and cause, told at the first place; most groups have one."""

    findings: tuple[Finding, ...]

    @property
    def head(self) -> Finding:
        """The finding at which the group is told."""
        return self.findings[0]

    @property
    def message(self) -> str:
        """What is wrong: the cause where there are several, else the finding's own message."""
        return self.head.cause if self.head.cause and len(self.findings) > 1 else self.head.message

    @property
    def help(self) -> str | None:
        """What to do, where that is the same for all."""
        return self.head.help if all(f.help == self.head.help for f in self.findings) else None


def group_by_cause(findings: Iterable[Finding]) -> list[FindingGroup]:
    """Return findings grouped by path, rule and cause, in the order of the first of each."""
    groups: dict[Hashable, list[Finding]] = {}
    for place, finding in enumerate(findings):
        cause = place if finding.cause is None else finding.cause
        groups.setdefault((finding.path, finding.rule, cause), []).append(finding)
    return [FindingGroup(tuple(members)) for members in groups.values()]
