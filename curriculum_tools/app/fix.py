"""Fixing guides: from what a lint has found to texts without those findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from curriculum_tools.app.cached_lint import Progress
from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.lint import LintOptions, LintOutcome, lint
from curriculum_tools.app.lint_guide import lint_guide, parse_candidate
from curriculum_tools.app.parallel import run_parallel
from curriculum_tools.engine.fix_loop import GuideReader, Refusal, fix_in_passes
from curriculum_tools.model.errors import CurriculumError, UnreadableError
from curriculum_tools.model.finding import Finding
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from curriculum_tools.store.writing import write_text


@dataclass(frozen=True, slots=True)
class FixOptions:
    """Which fixes are applied, and whether the guides are written."""

    unsafe: bool
    write: bool

    def allow(self, finding: Finding) -> bool:
        """Tell whether a finding has a fix that may be applied."""
        return finding.fix is not None and (finding.fix.safe or self.unsafe)


@dataclass(frozen=True, slots=True)
class FixedGuide:
    """A guide before fixing, what is found after it, and what became of the fixes."""

    before: Source
    report: GuideReport
    fixed: tuple[Finding, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class FixOutcome:
    """What is left to report, and the guides whose findings had fixes, sorted by path."""

    lint: LintOutcome
    guides: tuple[FixedGuide, ...]

    @property
    def changed(self) -> tuple[FixedGuide, ...]:
        """The guides whose text has changed."""
        return tuple(guide for guide in self.guides if guide.fixed)

    @property
    def count(self) -> int:
        """How many findings were fixed."""
        return sum(len(guide.fixed) for guide in self.guides)


@dataclass(frozen=True, slots=True)
class _Task:
    """A guide with findings that may be fixed."""

    candidate: Candidate
    report: GuideReport


def fix_guides(
    options: LintOptions, fixing: FixOptions, progress: Progress | None = None
) -> FixOutcome:
    """Lint guides, fix what is reported and may be fixed, and report what is left.

    Standard input is never written; where it is given, it is the only path. Raises a
    CurriculumError for a config, rule name or baseline that cannot be used.
    """
    found = lint(options, progress)
    reports = [r for r in found.report.guides if any(map(fixing.allow, r.findings))]
    if not reports:
        return FixOutcome(found, ())
    tasks = [_Task(found.candidates[report.path], report) for report in reports]
    results = list(run_parallel(partial(_fixed, fixing), tasks, _size, options.jobs))
    guides = tuple(result for result in results if isinstance(result, FixedGuide))
    errors = (result for result in results if isinstance(result, CurriculumError))
    after = {guide.before.path: guide.report for guide in guides}
    left = tuple(after.get(report.path, report) for report in found.report.guides)
    report = found.report._replace(guides=left)
    return FixOutcome(found._replace(report=report, errors=(*found.errors, *errors)), guides)


def _size(task: _Task) -> int:
    return len(task.report.source.text)


def _fixed(fixing: FixOptions, task: _Task) -> FixedGuide | CurriculumError:
    """Fix one guide; what its report leaves out, such as what a baseline accepts, stays."""
    before = task.report.source
    reader = GuideReader(partial(_parse, task.candidate), partial(_lint, task.candidate))
    everything = reader.lint(before.text)
    reported = _fingerprints(task.report.findings)
    accepted = _fingerprints(task.report.hidden)
    left_out = _fingerprints(everything.findings) - reported
    fixed = fix_in_passes(
        everything,
        reader,
        lambda finding: fixing.allow(finding) and finding.fingerprint not in left_out,
    )
    after = fixed.report.source
    try:
        if fixing.write and after != before:
            _write(task.candidate, before, after)
    except UnreadableError as error:
        return error
    report = fixed.report._replace(
        findings=tuple(f for f in fixed.report.findings if f.fingerprint not in left_out),
        hidden=tuple(f for f in fixed.report.findings if f.fingerprint in accepted),
    )
    return FixedGuide(before, report, fixed.fixed, fixed.refusals)


def _fingerprints(findings: Iterable[Finding]) -> set[str]:
    return {finding.fingerprint for finding in findings}


def _parse(candidate: Candidate, text: str) -> Guide:
    return parse_candidate(candidate, Source(candidate.shown_as, text))


def _lint(candidate: Candidate, text: str) -> GuideReport:
    return lint_guide(_parse(candidate, text), candidate)


def _write(candidate: Candidate, before: Source, after: Source) -> None:
    """Write a guide; raises UnreadableError where that fails, or it is no longer as it was."""
    if candidate.read() != before:
        raise UnreadableError(candidate.shown_as, "was changed by someone else, and is left alone")
    write_text(candidate.path, after.text)
