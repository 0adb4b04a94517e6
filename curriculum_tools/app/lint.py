"""Linting guides: from what the command line asks for to a report."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from curriculum_tools.app.answers import answers
from curriculum_tools.app.guides import Candidate, Candidates, find_candidates
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.model.report import GuideReport, LintReport, RuleDescription
from curriculum_tools.store.cache.cache import Cache
from curriculum_tools.store.config import Settled, nothing_settled


class LintOptions(NamedTuple):
    """What the command line asks for; `jobs` is 0 for one process a core."""

    paths: tuple[str, ...] = ()
    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    write_baseline: str | None = None
    since: str | None = None
    force_exclude: bool = False
    stdin_filename: str | None = None
    no_cache: bool = False
    describe_rules: bool = False
    jobs: int = 0


class LintOutcome(NamedTuple):
    """The report, and what could not be read."""

    report: LintReport
    errors: tuple[CurriculumError, ...]


def lint(options: LintOptions) -> LintOutcome:
    """Find the guides, run the rules, and hide what a baseline accepts or what is not new.

    Raises a CurriculumError for a config, rule name, baseline or revision that cannot be used.
    """
    cache = Cache(is_on=not options.no_cache)
    candidates = candidates_for(options, cache.is_settled)
    results = answers(candidates, cache, options.jobs)
    cache.keep()
    reports = [result for result in results if isinstance(result, GuideReport)]
    errors = [result for result in results if isinstance(result, CurriculumError)]
    report = LintReport(
        guides=tuple(reports),
        fail_level=candidates.config.fail_level,
        skipped=len(results) - len(reports) - len(errors),
        config=candidates.config.path,
        rules=_descriptions() if options.describe_rules else (),
    )
    report = _with_baseline(report, options)
    if options.since is not None:
        report = _since(report, options.since, candidates.files)
    return LintOutcome(report, (*candidates.errors, *errors))


def candidates_for(options: LintOptions, is_settled: Settled = nothing_settled) -> Candidates:
    """Find the files to lint; raises a CurriculumError for a config or rule name with a fault."""
    return find_candidates(
        options.paths,
        options.config,
        force_exclude=options.force_exclude,
        stdin_filename=options.stdin_filename,
        select=options.select,
        ignore=options.ignore,
        is_settled=is_settled,
    )


def _descriptions() -> tuple[RuleDescription, ...]:
    from curriculum_tools.rules import ALL

    return tuple(rule.description for rule in ALL)


def _since(report: LintReport, revision: str, candidates: Sequence[Candidate]) -> LintReport:
    """Leave out the findings that are no work of the changes since a revision."""
    from curriculum_tools.app.check import check
    from curriculum_tools.engine.since import new_since, placed
    from curriculum_tools.model.source import Source
    from curriculum_tools.store.changes import changes_since

    changes = changes_since(revision, [candidate.shown_as for candidate in candidates])
    candidate_of = {candidate.shown_as: candidate for candidate in candidates}
    guides = []
    for guide in report.guides:
        change = changes.files.get(guide.path)
        before = None
        if change and change.hunks and change.before is not None:
            source = Source(guide.path, change.before)
            earlier = check(candidate_of[guide.path], source).report
            before = placed(earlier.findings, source) if earlier else frozenset()
        new = new_since(
            guide.findings, guide.source, changes.files, before, changes.moved, changes.edited
        )
        guides.append(replace(guide, findings=tuple(new)))
    kept = sum(len(guide.findings) for guide in guides)
    older = sum(len(guide.findings) for guide in report.guides) - kept
    return replace(report, guides=tuple(guides), older=older)


def _with_baseline(report: LintReport, options: LintOptions) -> LintReport:
    """Write the baseline that accepts all findings, or hide those that one accepts."""
    if not options.write_baseline and not options.baseline:
        return report
    from curriculum_tools.engine.baseline import accepted, hide
    from curriculum_tools.store.baseline import read_baseline, write_baseline

    if options.write_baseline:
        entries = accepted(report.findings)
        write_baseline(options.write_baseline, entries)
    else:
        entries = read_baseline(str(options.baseline))
    return hide(report, entries)
