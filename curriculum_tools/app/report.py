"""Gathering what a report shows: what the other commands find in the same guides."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from posixpath import join, split
from typing import NamedTuple

from curriculum_tools.app.cached_lint import Progress
from curriculum_tools.app.duplicates import versions_apart
from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.index import (
    Parsed,
    index_of_guides,
    index_of_merged,
    parse_guides,
)
from curriculum_tools.app.lint import LintOptions, LintOutcome, lint
from curriculum_tools.app.lint_guide import parse_candidate
from curriculum_tools.app.merge import run
from curriculum_tools.app.merge_tasks import MergeOptions, task_for
from curriculum_tools.app.pages import Page
from curriculum_tools.app.project import Projects
from curriculum_tools.facts.duplicates import find_duplicates
from curriculum_tools.facts.facts import Facts
from curriculum_tools.likeness import Verdict
from curriculum_tools.model.config import Curriculum
from curriculum_tools.model.errors import CurriculumError, UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.output.report.gathered import (
    Gathered,
    GatheredCurriculum,
    GatheredGuides,
    HistoryPoint,
    PrerequisiteGraph,
)
from curriculum_tools.store.paths import is_there, shown_in, true_path
from curriculum_tools.store.reading import read_source
from curriculum_tools.store.writing import remove_file, write_texts
from curriculum_tools.versions.diff.changes import Difference
from curriculum_tools.versions.diff.diff import diff
from curriculum_tools.versions.version import version_of

ALL_GUIDES = "All guides"


class ReportOptions(NamedTuple):
    """What the command line asks for; `history` is a number of commits, 0 for none."""

    paths: tuple[str, ...] = ()
    config: str | None = None
    baseline: str | None = None
    history: int = 0
    allow_outside: bool = False


class ReportOutcome(NamedTuple):
    """What was gathered, and what could not be read or merged."""

    gathered: Gathered
    errors: tuple[CurriculumError, ...]


def gather(options: ReportOptions, progress: Progress | None = None) -> ReportOutcome:
    """Lint, merge, compare and count the guides; nothing is written.

    A curriculum counts where no path is named, or where all its versions are among the guides.
    Raises a CurriculumError for a config, a baseline or a history that cannot be used.
    """
    projects = Projects(options.config, allow_outside=options.allow_outside)
    asked = LintOptions(options.paths, options.config, baseline=options.baseline)
    linted = lint(asked, progress)
    parsed = {
        guide.path: (candidate, parse_candidate(candidate, guide.source))
        for guide in linted.report.guides_read
        for candidate in [linted.candidates[guide.path]]
    }
    guides = {path: guide for path, (_, guide) in parsed.items()}
    gatherer = _Gatherer(projects, parsed)
    curricula = tuple(gatherer.curricula(is_named=bool(options.paths)))
    current = _current(parsed, curricula)
    gathered = Gathered(
        lint=linted.report,
        guides=guides,
        curricula=curricula,
        others=tuple(gatherer.others()),
        duplicates=find_duplicates(
            list(guides.values()),
            projects.of_run.rulings,
            Verdict.LIKELY,
            apart=versions_apart(projects.of_run.config),
        ),
        prerequisites=tuple(_prerequisites([*current.values(), *_data_files(linted)])),
        history=_history(current, options.history) if options.history else None,
    )
    return ReportOutcome(gathered, (*linted.errors, *gatherer.errors))


class WrittenPages(NamedTuple):
    """The files of a report, and those of an earlier, longer one that are no more."""

    paths: tuple[str, ...]
    removed: tuple[str, ...]


def write_pages(gathered: Gathered, path: str) -> WrittenPages:
    """Write a report to a file, and what is too much for one page beside it.

    All of them are written, or none. Raises a CurriculumError, also where a further page would
    take the place of a file that is none.
    """
    from curriculum_tools.output.report.html import render_pages

    folder, name = split(path)
    pages = render_pages(gathered, name)
    files = [(join(folder, own), text) for own, text in pages.items()]
    for number, (further, _) in enumerate(files[1:], 2):
        if is_there(further) and not _is_page(further, number):
            raise UnreadableError(further, "is no page of this report\n  name another file with -o")
    write_texts(files)
    return WrittenPages(tuple(own for own, _ in files), tuple(_removed(path, len(files) + 1)))


def _removed(path: str, number: int) -> Iterator[str]:
    """Remove the pages of an earlier report from a number on; yield their paths."""
    from curriculum_tools.output.report.html import page_name

    folder, name = split(path)
    while is_there(further := join(folder, page_name(name, number))):
        if not _is_page(further, number):
            return
        remove_file(further)
        yield further
        number += 1


def _is_page(path: str, number: int) -> bool:
    from curriculum_tools.output.report.html import is_page

    return is_page(read_source(path).text, number)


class _Gatherer:
    """Puts guides into the curricula that they are versions of."""

    def __init__(self, projects: Projects, parsed: Mapping[str, Parsed]) -> None:
        self.errors: list[CurriculumError] = []
        self._projects = projects
        self._parsed = parsed
        self._config = projects.of_run.config
        self._left = {true_path(path): path for path in parsed}

    def curricula(self, *, is_named: bool) -> Iterator[GatheredCurriculum]:
        """Yield the curricula; their guides are then no others."""
        there = frozenset(self._left)
        for declared in self._config.curricula:
            paths = [shown_in(self._config.folder, path) for path in declared.versions]
            if is_named and not there.issuperset(map(true_path, paths)):
                continue
            output = declared.output and shown_in(self._config.folder, declared.output)
            for path in (*paths, output):
                if path:
                    self._left.pop(true_path(path), None)
            yield self._curriculum(declared, output or paths[-1], paths)

    def _curriculum(
        self, declared: Curriculum, name: str, paths: Sequence[str]
    ) -> GatheredCurriculum:
        versions = tuple(paths)
        try:
            parsed = parse_guides(paths, self._projects, in_order=True)
        except CurriculumError as error:
            return GatheredCurriculum(name, versions, why_not=self._noted(error))
        differences = tuple(_differences(parsed))
        try:
            task = task_for(declared, self._projects.configs, MergeOptions(check=True))
            outcome = run(task)
        except CurriculumError as error:
            return GatheredCurriculum(
                name, versions, differences=differences, why_not=self._noted(error)
            )
        return GatheredCurriculum(
            name,
            versions,
            outcome.report(checked=True),
            index_of_merged(outcome, parsed),
            differences,
        )

    def others(self) -> Iterator[GatheredGuides]:
        """Yield the guides that belong to no curriculum; with templates they are one."""
        left = [self._parsed[path] for path in self._left.values()]
        if left and self._config.templates:
            yield GatheredGuides(ALL_GUIDES, index_of_guides(left, self._config))
            return
        for pair in left:
            yield GatheredGuides(pair[1].path, index_of_guides([pair], self._config))

    def _noted(self, error: CurriculumError) -> str:
        self.errors.append(error)
        return " ".join(str(error).split())


def _current(
    parsed: Mapping[str, Parsed], curricula: Sequence[GatheredCurriculum]
) -> Mapping[str, Parsed]:
    """Return the guides that count: of a curriculum the merged one, if it is there."""
    known = {true_path(path): path for path in parsed}
    old = {
        known.get(true_path(version))
        for curriculum in curricula
        if true_path(curriculum.name) in known
        for version in curriculum.versions
        if true_path(version) != true_path(curriculum.name)
    }
    return {path: pair for path, pair in parsed.items() if path not in old}


def _data_files(linted: LintOutcome) -> Iterator[Parsed]:
    """Yield the data files that say what topics build on, read as guides."""
    for page in linted.report.guides:
        candidate = linted.candidates[page.path]
        if candidate.page is Page.DATA:
            yield candidate, parse_candidate(candidate, page.source)


def _prerequisites(parsed: Sequence[Parsed]) -> Iterator[PrerequisiteGraph]:
    """Yield the graphs of guides in which topics build on others."""
    for candidate, guide in parsed:
        facts = Facts(guide, candidate.project.config)
        if any(each.targets for each in facts.prerequisites):
            yield PrerequisiteGraph(guide.path, guide, facts.prerequisites)


def _history(current: Mapping[str, Parsed], commits: int) -> tuple[HistoryPoint, ...]:
    from curriculum_tools.app.report_history import read_history

    return read_history({path: candidate for path, (candidate, _) in current.items()}, commits)


def _differences(parsed: Sequence[tuple[Candidate, Guide]]) -> Iterator[Difference]:
    for (_, before), (_, after) in pairwise(parsed):
        yield diff(version_of(before), version_of(after))
