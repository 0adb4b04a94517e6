"""Linting guides: from what the command line asks for to a report."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from curriculum_tools.app.cached_lint import FileReport, Progress, lint_files
from curriculum_tools.app.find_guides import Candidate, Candidates, find_candidates
from curriculum_tools.app.habits import with_habits
from curriculum_tools.app.project import Projects
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import CurriculumError, DoubtfulGuideError, UnreadableError
from curriculum_tools.model.report import GuideReport, LintReport, RuleDescription
from curriculum_tools.store.cache.cache import Cache
from curriculum_tools.store.config import Configs, Settled, nothing_settled
from curriculum_tools.store.discovery import is_merged
from curriculum_tools.store.reading import STANDARD_INPUT

if TYPE_CHECKING:
    from curriculum_tools.model.guide import Guide


SWALLOWED = "swallowed-headings"


class LintOptions(NamedTuple):
    """What the command line asks for; `jobs` is 0 for one process a core.

    `config` is the path of a file, `settings` are those that stand above every file, as TOML. An
    isolated run reads no config file. `exclude` are globs from the current folder, which take the
    place of those in configs where there are any.
    """

    paths: tuple[str, ...] = ()
    config: str | None = None
    settings: tuple[str, ...] = ()
    isolated: bool = False
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_level: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    since: str | None = None
    against: str | None = None
    force_exclude: bool = False
    stdin_filename: str | None = None
    allow_outside: bool = False
    no_cache: bool = False
    describe_rules: bool = False
    jobs: int = 0

    @property
    def only_reads_the_disk(self) -> bool:
        """Whether all that it looks at lies on the disk as it is, and it writes nothing there."""
        compares = self.since is not None or self.against is not None
        return not (compares or self.write_baseline or STANDARD_INPUT in self.paths)


class LintOutcome(NamedTuple):
    """The report, what could not be read, and the linted files by the path they are shown under.

    `remarks` say what a rule that was asked for could not look at.
    """

    report: LintReport
    errors: tuple[CurriculumError, ...]
    candidates: Mapping[str, Candidate]
    remarks: tuple[str, ...] = ()


def lint(options: LintOptions, progress: Progress | None = None) -> LintOutcome:
    """Find the guides, run the rules, and hide what a baseline accepts or what is not new.

    `progress` is told how many of the files that have to be read anew are done, and of how many.
    Raises a CurriculumError for a config, rule name, baseline or revision that cannot be used.
    """
    # What is found by comparing two versions is not kept.
    cache = Cache(is_on=not options.no_cache and options.against is None)
    projects = projects_for(options, cache.is_settled)
    found = candidates_for(options, projects)
    refuse_idle_include(options, found, projects)
    against = _earlier_version(options, found.files, projects.configs)
    candidates, remarks = _with_orphans(found.files)
    pages = found.pages if against is None else ()
    files = with_habits(candidates, cache)
    linted = tuple(sorted((*files, *pages), key=lambda each: each.path))
    reports = lint_files(linted, cache, options.jobs, against, progress)
    cache.keep()
    errors = (report for report in reports if isinstance(report, UnreadableError))
    by_path = {candidate.shown_as: candidate for candidate in linted}
    report = _with_baseline(_report(reports, projects.of_run.config, options), options)
    if not report.guides_read:
        report = _with_nearest(report, options, candidates, projects)
    if options.since is not None:
        from curriculum_tools.app.since import only_new

        report = only_new(report, options.since, by_path)
    return LintOutcome(report, (*found.errors, *errors), by_path, remarks)


def projects_for(options: LintOptions, is_settled: Settled = nothing_settled) -> Projects:
    """Return the projects of a lint; raises a CurriculumError for an unknown rule name."""
    return Projects(
        options.config,
        select=options.select,
        ignore=options.ignore,
        extend_select=options.extend_select,
        fail_level=options.fail_level,
        settings=options.settings,
        is_isolated=options.isolated,
        is_settled=is_settled,
        allow_outside=options.allow_outside,
    )


def candidates_for(options: LintOptions, projects: Projects) -> Candidates:
    """Find the files to lint; raises a CurriculumError for a config with a fault."""
    return find_candidates(
        options.paths,
        projects,
        exclude=options.exclude,
        force_exclude=options.force_exclude,
        stdin_filename=options.stdin_filename,
    )


def refuse_idle_include(options: LintOptions, found: Candidates, projects: Projects) -> None:
    """Raise ConfigError where the config's `include` means none of the files that were found."""
    config = projects.of_run.config
    if found.errors or any(not is_merged(file.path, config) for file in found.files):
        return
    from curriculum_tools.app.no_guides import refuse_idle_include

    refuse_idle_include(options.paths, [file.path for file in found.files], config)


def _with_nearest(
    report: LintReport,
    options: LintOptions,
    candidates: Sequence[Candidate],
    projects: Projects,
) -> LintReport:
    """Return a report without guides that says what was looked for, and what comes nearest."""
    from curriculum_tools.app.no_guides import no_guides

    config = projects.of_run.config
    return report._replace(no_guides=no_guides(options.paths, candidates, config, options.exclude))


def _with_orphans(
    candidates: tuple[Candidate, ...],
) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    if not any(candidate.project.wants_orphans for candidate in candidates):
        return candidates, ()
    from curriculum_tools.app.orphan_notes import with_orphans

    return with_orphans(candidates)


def _report(files: Sequence[FileReport], config: Config, options: LintOptions) -> LintReport:
    """Return the report on all files; its fail level is that of the run."""
    guides = tuple(file for file in files if isinstance(file, GuideReport))
    return LintReport(
        guides=() if all(guide.is_page for guide in guides) else guides,
        fail_level=config.fail_level,
        skipped=files.count(None),
        config=config.path,
        rules=_descriptions() if options.describe_rules else (),
    )


def _descriptions() -> tuple[RuleDescription, ...]:
    from curriculum_tools.rules import ALL

    return tuple(rule.description for rule in ALL)


def _earlier_version(
    options: LintOptions, candidates: Sequence[Candidate], configs: Configs
) -> "Guide | None":
    """Read the version to lint against; raises a CurriculumError, also for more than one guide."""
    if options.against is None:
        return None
    from curriculum_tools.app.guides import read_guide, refuse_swallowed

    paths = [candidate.path for candidate in candidates]
    if len(paths) > 1:
        raise CurriculumError(
            f"--against compares one guide with an earlier version of it; here are {len(paths):,} "
            "files\n  name one: curriculum lint --against HEAD~1:guides/a.md guides/a.md"
        )
    if options.against == STANDARD_INPUT and STANDARD_INPUT in paths:
        raise CurriculumError("standard input can be the guide or the earlier version, not both")
    earlier = read_guide(options.against, configs)
    refuse_swallowed(earlier)
    return earlier


def _with_baseline(report: LintReport, options: LintOptions) -> LintReport:
    """Write the baseline that accepts all findings, or hide those that one accepts."""
    if not options.write_baseline and not options.baseline:
        return report
    from curriculum_tools.engine.baseline import baseline_of, hide_baseline
    from curriculum_tools.store.baseline import read_baseline, write_baseline
    from curriculum_tools.store.paths import is_there

    if options.write_baseline:
        _refuse_swallowed(report)
        entries = baseline_of(report.findings)
        write_baseline(options.write_baseline, entries)
    else:
        entries = read_baseline(str(options.baseline))
    return hide_baseline(report, entries, is_there)


def _refuse_swallowed(report: LintReport) -> None:
    """Raise DoubtfulGuideError: a baseline would accept what swallows a guide's topics."""
    for guide in report.guides:
        for finding in guide.findings:
            if finding.rule == SWALLOWED:
                line = guide.source.line_of(finding.span.start)
                hint = "close it where it should end, and accept what is left then"
                raise DoubtfulGuideError(guide.path, finding.message, hint, line)
