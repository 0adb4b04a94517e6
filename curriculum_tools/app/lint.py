"""Linting guides: from what the command line asks for to a report."""

from collections import defaultdict
from dataclasses import dataclass, replace

from curriculum_tools.app.around import orphans_given_to, surroundings_of, top_of
from curriculum_tools.app.guides import Candidate, Candidates, find_candidates, parse_candidate
from curriculum_tools.app.shares import shared_out
from curriculum_tools.engine.baseline import accepted, hide
from curriculum_tools.engine.run import run
from curriculum_tools.engine.selection import selected
from curriculum_tools.model.errors import CurriculumError, UnreadableError
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.rules import ALL
from curriculum_tools.rules.notes import orphan_notes
from curriculum_tools.store.baseline import read_baseline, write_baseline
from curriculum_tools.store.discovery import ignored_for
from curriculum_tools.store.paths import seen_from, size_of
from curriculum_tools.store.reading import STANDARD_INPUT


@dataclass(frozen=True, slots=True)
class LintOptions:
    """What the command line asks for; `jobs` is 0 for one process a core."""

    paths: tuple[str, ...] = ()
    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    write_baseline: str | None = None
    force_exclude: bool = False
    stdin_filename: str | None = None
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class LintOutcome:
    """The report, and what could not be read."""

    report: LintReport
    errors: tuple[CurriculumError, ...]


def lint(options: LintOptions) -> LintOutcome:
    """Find the guides, run the rules, and hide what a baseline accepts.

    Raises a CurriculumError for a config, rule name or baseline that cannot be used.
    """
    candidates = candidates_for(options)
    is_piped = any(file.found.path == STANDARD_INPUT for file in candidates.files)
    jobs = 1 if is_piped else options.jobs  # standard input can be read here only
    results = list(shared_out(lint_one, candidates.files, _size, jobs))
    reports = [result for result in results if isinstance(result, GuideReport)]
    errors = [result for result in results if isinstance(result, CurriculumError)]
    report = LintReport(
        guides=tuple(reports),
        fail_level=candidates.config.fail_level,
        skipped=len(results) - len(reports) - len(errors),
        config=candidates.config.path,
    )
    return LintOutcome(_with_baseline(report, options), (*candidates.errors, *errors))


def candidates_for(options: LintOptions) -> Candidates:
    """Find the files to lint; raises a CurriculumError for a config or rule name with a fault."""
    return find_candidates(
        options.paths,
        options.config,
        force_exclude=options.force_exclude,
        stdin_filename=options.stdin_filename,
        select=options.select,
        ignore=options.ignore,
    )


def lint_one(
    candidate: Candidate, source: Source | None = None
) -> GuideReport | CurriculumError | None:
    """Lint one file; None where it is no guide, an error where it cannot be read.

    A source given is linted in place of what the file holds.
    """
    config = candidate.config
    try:
        guide = parse_candidate(candidate, source)
    except UnreadableError as error:
        return error
    if guide is None:
        return None
    rules = selected(ALL, config, ignored_for(config, candidate.shown_as))
    lost = orphans_given_to(candidate) if orphan_notes.RULE in rules else ()
    around = surroundings_of(guide, candidate, lost)
    project = config.folder if config.path else top_of(candidate)
    result = run(
        guide,
        rules,
        config,
        around,
        every_rule=ALL,
        project_path=seen_from(project, candidate.shown_as),
    )
    topics, questions = len(guide.topics), len(guide.questions)
    return GuideReport(guide.source, result.findings, topics, questions, result.suppressed)


def _size(candidate: Candidate) -> int:
    return size_of(candidate.found.path)


def _with_baseline(report: LintReport, options: LintOptions) -> LintReport:
    """Write the baseline that accepts all findings, or hide those that one accepts."""
    findings = tuple(report.findings)
    if options.write_baseline:
        entries = accepted(findings)
        write_baseline(options.write_baseline, entries)
    elif options.baseline:
        entries = read_baseline(options.baseline)
    else:
        return report
    new, stale = hide(findings, entries)
    by_path = defaultdict(list)
    for finding in new:
        by_path[finding.path].append(finding)
    guides = tuple(replace(guide, findings=tuple(by_path[guide.path])) for guide in report.guides)
    return replace(report, guides=guides, baselined=len(findings) - len(new), stale=stale)
