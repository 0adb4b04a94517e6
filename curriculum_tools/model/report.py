"""What a lint has found, whole: the one value from which every output format is made."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.model.finding import Finding, FindingTopic, Severity
from curriculum_tools.model.read_as import DEFAULT, ReadAs
from curriculum_tools.model.source import Source


class GuideReport(NamedTuple):
    """What was found in one guide, sorted by place; `hidden` has what a baseline accepts.

    `absent` counts the paths and links that lead to what is not checked out here. It was
    `read_as` guides of its dialect are. What `is_page` is no guide but a page that says something
    of guides, such as their order.
    """

    source: Source
    findings: tuple[Finding, ...] = ()
    topics: int = 0
    questions: int = 0
    suppressed: int = 0
    absent: int = 0
    chapters: int = 0
    answers: int = 0
    options: int = 0
    read_as: ReadAs = DEFAULT
    hidden: tuple[Finding, ...] = ()
    is_page: bool = False

    @property
    def path(self) -> str:
        """The path the guide is known by."""
        return self.source.path


class BaselineEntry(NamedTuple):
    """An entry of a baseline: a finding that a project has accepted.

    The fingerprint alone tells which one it is. Message and topic are for people who review the
    file: they say what the finding said when it was accepted, and may be empty.
    """

    rule: str
    path: str
    fingerprint: str
    message: str = ""
    topic: FindingTopic | None = None


class RuleDescription(NamedTuple):
    """A rule there is, for formats that explain the rules beside the findings.

    `summary` says in one sentence what is wrong, `why` in plain text why that matters, and `page`
    is all there is to read, as Markdown. A rule that is not `on` runs only when it is named.
    """

    id: str
    group: str
    severity: Severity
    on: bool
    summary: str
    why: str
    page: str


class NoGuides(NamedTuple):
    """Where guides were sought and none was found, and what comes nearest to one.

    `paths` were named, or stand for none; `include` and `exclude` are the globs that held. `files`
    counts the Markdown files looked at. `why` goes on from the path of the nearest one.
    """

    paths: tuple[str, ...]
    files: int
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    nearest: str | None = None
    why: str = ""


class LintReport(NamedTuple):
    """What was found in all guides, and in pages that go with them, sorted by path.

    `has_baseline` tells whether one was compared with; `stale` are its entries that match nothing.
    `older` counts the findings that are left out because they are not new since a revision,
    `skipped` the files that are no guides. `config` is the path of the config that holds for the
    run, None where there is none. `rules` are given only to formats that describe them. `no_guides`
    says more where there are no guides.
    """

    guides: tuple[GuideReport, ...]
    fail_level: Severity = Severity.WARNING
    has_baseline: bool = False
    stale: tuple[BaselineEntry, ...] = ()
    older: int = 0
    skipped: int = 0
    config: str | None = None
    rules: tuple[RuleDescription, ...] = ()
    no_guides: NoGuides | None = None

    @property
    def guides_read(self) -> tuple[GuideReport, ...]:
        """The guides without pages that are none."""
        return tuple(guide for guide in self.guides if not guide.is_page)

    @property
    def findings(self) -> Iterator[Finding]:
        """All findings in their order."""
        return (finding for guide in self.guides for finding in guide.findings)

    @property
    def baselined(self) -> int:
        """How many findings a baseline hides."""
        return sum(len(guide.hidden) for guide in self.guides)

    @property
    def severities(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)

    @property
    def fails(self) -> bool:
        """Tell whether any finding reaches the fail level."""
        return any(finding.severity.reaches(self.fail_level) for finding in self.findings)

    @property
    def fixable(self) -> int:
        """How many findings have a fix, safe or not."""
        return sum(finding.fix is not None for finding in self.findings)

    @property
    def topics(self) -> int:
        """How many topics the guides have."""
        return sum(guide.topics for guide in self.guides)

    @property
    def questions(self) -> int:
        """How many questions the guides have."""
        return sum(guide.questions for guide in self.guides)

    @property
    def suppressed(self) -> int:
        """How many findings comments in the guides hide."""
        return sum(guide.suppressed for guide in self.guides)

    @property
    def absent(self) -> int:
        """How many paths and links lead to what is not checked out here."""
        return sum(guide.absent for guide in self.guides)
