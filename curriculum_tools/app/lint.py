"""Linting guides: from what the command line asks for to a report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from curriculum_tools.app.around import orphans_given_to, surroundings_of, top_of
from curriculum_tools.app.guides import Candidate, Candidates, find_candidates, parse_candidate
from curriculum_tools.app.shares import shared_out
from curriculum_tools.app.versions import read_guide
from curriculum_tools.engine.baseline import accepted, hide
from curriculum_tools.engine.run import run
from curriculum_tools.engine.selection import selected
from curriculum_tools.engine.since import new_since, placed
from curriculum_tools.model.errors import CurriculumError, UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.rules import ALL
from curriculum_tools.rules.notes import orphan_notes
from curriculum_tools.store.baseline import read_baseline, write_baseline
from curriculum_tools.store.changes import changes_since
from curriculum_tools.store.config import Configs
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
    since: str | None = None
    against: str | None = None
    force_exclude: bool = False
    stdin_filename: str | None = None
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class LintOutcome:
    """The report, and what could not be read."""

    report: LintReport
    errors: tuple[CurriculumError, ...]


def lint(options: LintOptions) -> LintOutcome:
    """Find the guides, run the rules, and hide what a baseline accepts or what is not new.

    Raises a CurriculumError for a config, rule name, baseline or revision that cannot be used.
    """
    candidates = candidates_for(options)
    if options.against is not None:
        before = _earlier_version(options.against, candidates, options.config)
        results = [lint_one(candidate, against=before) for candidate in candidates.files]
    else:
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
        rules=tuple(rule.description for rule in ALL),
    )
    report = _with_baseline(report, options)
    if options.since is not None:
        report = _since(report, options.since, candidates.files)
    return LintOutcome(report, (*candidates.errors, *errors))


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
    candidate: Candidate, source: Source | None = None, *, against: Guide | None = None
) -> GuideReport | CurriculumError | None:
    """Lint one file; None where it is no guide, an error where it cannot be read.

    A source given is linted in place of what the file holds; `against` is an earlier version.
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
        against=against,
        project_path=seen_from(project, candidate.shown_as),
    )
    topics, questions = len(guide.topics), len(guide.questions)
    return GuideReport(guide.source, result.findings, topics, questions, result.suppressed)


def _earlier_version(base: str, candidates: Candidates, config_path: str | None) -> Guide:
    """Read the version to lint against; raises a CurriculumError, also for more than one guide."""
    paths = [candidate.found.path for candidate in candidates.files]
    if len(paths) > 1:
        raise CurriculumError(
            f"--against compares one guide with an earlier version of it; here are {len(paths):,} "
            "files\n  name one: curriculum lint --against HEAD~1:guides/a.md guides/a.md"
        )
    if base == STANDARD_INPUT and STANDARD_INPUT in paths:
        raise CurriculumError("standard input can be the guide or the earlier version, not both")
    return read_guide(base, Configs(config_path))


def _since(report: LintReport, revision: str, candidates: Sequence[Candidate]) -> LintReport:
    """Leave out the findings that are no work of the changes since a revision."""
    changes = changes_since(revision, [candidate.shown_as for candidate in candidates])
    candidate_of = {candidate.shown_as: candidate for candidate in candidates}
    guides = []
    for guide in report.guides:
        change = changes.files.get(guide.path)
        before = None
        if change and change.hunks and change.before is not None:
            earlier = lint_one(candidate_of[guide.path], Source(guide.path, change.before))
            if isinstance(earlier, GuideReport):
                before = placed(earlier.findings, earlier.source)
        new = new_since(
            guide.findings, guide.source, changes.files, before, changes.moved, changes.edited
        )
        guides.append(replace(guide, findings=tuple(new)))
    kept = sum(len(guide.findings) for guide in guides)
    older = sum(len(guide.findings) for guide in report.guides) - kept
    return replace(report, guides=tuple(guides), older=older)


def _size(candidate: Candidate) -> int:
    return size_of(candidate.found.path)


def _with_baseline(report: LintReport, options: LintOptions) -> LintReport:
    """Write the baseline that accepts all findings, or hide those that one accepts."""
    if options.write_baseline:
        entries = accepted(report.findings)
        write_baseline(options.write_baseline, entries)
    elif options.baseline:
        entries = read_baseline(options.baseline)
    else:
        return report
    return hide(report, entries)
