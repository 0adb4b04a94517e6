"""Linting files: results come from the cache where it has them, else from the rules."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from curriculum_tools.store.cache.cache import Cache
from curriculum_tools.store.digest import digest
from curriculum_tools.store.reading import read_bytes, source_of

if TYPE_CHECKING:
    from curriculum_tools.model.guide import Guide

FileReport: TypeAlias = GuideReport | UnreadableError | None
"""What was found in a file, or why it cannot be read; None where it is no guide."""

Progress: TypeAlias = Callable[[int, int], None]


class _Text(NamedTuple):
    """A text that the cache has no result for; `number` is its place among the files."""

    number: int
    candidate: Candidate
    source: Source
    slot: str
    key: str


def lint_files(
    candidates: Sequence[Candidate],
    cache: Cache,
    jobs: int,
    against: "Guide | None" = None,
    progress: Progress | None = None,
) -> list[FileReport]:
    """Return the report on each file, in their order.

    `progress` is told how many files are done of those that the cache has no result for.
    With an earlier version to lint against, the cache must be off: its keys do not cover that.
    """
    reports: list[FileReport] = [None] * len(candidates)
    unknown: list[_Text] = []
    for number, candidate in enumerate(candidates):
        try:
            data = read_bytes(candidate.path, candidate.shown_as)
        except UnreadableError as error:
            reports[number] = error
            continue
        source = source_of(data, candidate.shown_as)
        text = _Text(number, candidate, source, _slot(candidate), _key(candidate, data))
        known = cache.find(text.slot, text.key, source, candidate.project.tree)
        if known is None or (known.report is None and not candidate.must_be_guide):
            unknown.append(text)
        elif known.is_guide or not candidate.must_be_guide:
            reports[number] = _marked(known.report, candidate)
    cache.close()
    if unknown:
        from curriculum_tools.app.lint_guide import lint_texts

        results = lint_texts([(text.candidate, text.source) for text in unknown], jobs, against)
        for done, (text, result) in enumerate(zip(unknown, results, strict=True), 1):
            reports[text.number] = _marked(result.report, text.candidate)
            cache.add(text.slot, text.key, result)
            if progress:
                progress(done, len(unknown))
    return reports


def _marked(report: GuideReport | None, candidate: Candidate) -> GuideReport | None:
    """Return a report that says whether it is on a page that is no guide."""
    return replace(report, is_page=True) if report and candidate.gives_order else report


def _slot(candidate: Candidate) -> str:
    """Return what stays the same when a guide changes: its new result replaces the old one."""
    name = candidate.shown_as
    config = candidate.project.config
    return repr((candidate.project.path_of(name), name, config.select, config.ignore))


def _key(candidate: Candidate, data: bytes) -> str:
    """Return all that a result depends on but the files around the guide."""
    project = candidate.project
    places = project.guide_folder(candidate.shown_as), project.folder
    return repr((digest(data), project.digest, places, candidate.orphans))
