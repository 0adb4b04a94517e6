"""Linting guides: from what the command line asks for to a report."""

from typing import TYPE_CHECKING, NamedTuple

from curriculum_tools.app.answers import answers
from curriculum_tools.app.guides import Candidates, find_candidates
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.model.report import GuideReport, LintReport, RuleDescription
from curriculum_tools.store.cache.cache import Cache
from curriculum_tools.store.config import Settled, nothing_settled

if TYPE_CHECKING:
    from curriculum_tools.model.guide import Guide


class LintOptions(NamedTuple):
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
    # What two versions have to say of one another is asked once, and not kept.
    cache = Cache(is_on=not options.no_cache and options.against is None)
    candidates = candidates_for(options, cache.is_settled)
    results = answers(candidates, cache, options.jobs, _earlier_version(options, candidates))
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
        from curriculum_tools.app.since import only_new

        report = only_new(report, options.since, candidates)
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


def _earlier_version(options: LintOptions, candidates: Candidates) -> "Guide | None":
    """Read the version to lint against; raises a CurriculumError, also for more than one guide."""
    if options.against is None:
        return None
    from curriculum_tools.app.versions import read_guide
    from curriculum_tools.store.config import Configs
    from curriculum_tools.store.reading import STANDARD_INPUT

    paths = [candidate.found.path for candidate in candidates.files]
    if len(paths) > 1:
        raise CurriculumError(
            f"--against compares one guide with an earlier version of it; here are {len(paths):,} "
            "files\n  name one: curriculum lint --against HEAD~1:guides/a.md guides/a.md"
        )
    if options.against == STANDARD_INPUT and STANDARD_INPUT in paths:
        raise CurriculumError("standard input can be the guide or the earlier version, not both")
    return read_guide(options.against, Configs(options.config))


def _with_baseline(report: LintReport, options: LintOptions) -> LintReport:
    """Write the baseline that accepts all findings, or hide those that one accepts."""
    if not options.write_baseline and not options.baseline:
        return report
    from curriculum_tools.engine.baseline import baseline_of, hide_baseline
    from curriculum_tools.store.baseline import read_baseline, write_baseline
    from curriculum_tools.store.paths import is_there

    if options.write_baseline:
        entries = baseline_of(report.findings)
        write_baseline(options.write_baseline, entries)
    else:
        entries = read_baseline(str(options.baseline))
    return hide_baseline(report, entries, is_there)
