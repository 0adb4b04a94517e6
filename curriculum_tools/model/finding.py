"""What the tool reports: findings, and the fixes that go with them.

Small values are named tuples: a data class takes seven times as long to define, and a run that the
cache answers does little else than import.
"""

from enum import StrEnum
from typing import NamedTuple

from curriculum_tools.model.source import Source, Span


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """A number that is lower the worse the severity is."""
        return list(Severity).index(self)

    def reaches(self, level: "Severity") -> bool:
        """Tell whether this is as bad as a level, or worse."""
        return self.rank <= level.rank


class Edit(NamedTuple):
    """A span of the guide's text to be replaced."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that do not overlap and mend one defect; safe where no meaning can be lost."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that belongs to a finding; `source` is None where it is in the same guide."""

    message: str
    span: Span
    source: Source | None = None


class Defect(NamedTuple):
    """What a rule has seen: a place and what is wrong with it.

    `key` is the content that makes this defect the same one tomorrow, however lines move; left
    empty, it is the text of the span. `cause` is a message for all defects of this rule in the
    guide that have the same cause, for output that folds them. `help` says what to do about it.
    `severity` is given where this defect is less severe than its rule.
    """

    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    key: str = ""
    cause: str | None = None
    help: str | None = None
    severity: Severity | None = None


class FindingTopic(NamedTuple):
    """Number and title of the topic in which a finding stands."""

    number: str | None
    title: str


class Finding(NamedTuple):
    """A defect with all that a report says of it. Complete when made."""

    rule: str
    group: str
    severity: Severity
    message: str
    path: str
    span: Span
    topic: FindingTopic | None
    related: tuple[Related, ...]
    fix: Fix | None
    fingerprint: str
    cause: str | None = None
    help: str | None = None
