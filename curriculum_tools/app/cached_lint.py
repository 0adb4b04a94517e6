"""Linting files: results come from the cache where it has them, else from the rules."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from curriculum_tools.store.cache.cache import Cache
from curriculum_tools.store.digest import digest
from curriculum_tools.store.reading import read_bytes, source_of, why_too_long

if TYPE_CHECKING:
    from curriculum_tools.model.guide import Guide

FileReport: TypeAlias = GuideReport | UnreadableError | None
"""What was found in a file, or why it cannot be read; None where it is no guide."""

Progress: TypeAlias = Callable[[int, int], None]


class _Text(NamedTuple):
    """A text that the cache has no result for.

    `number` is its place among the files; `content` decides whether it is a guide.
    """

    number: int
    candidate: Candidate
    source: Source
    content: str
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
        found = _found(number, candidate, cache)
        if isinstance(found, _Text):
            unknown.append(found)
        else:
            reports[number] = found
    cache.close()
    if unknown:
        from curriculum_tools.app.lint_guide import lint_texts

        results = lint_texts([(text.candidate, text.source) for text in unknown], jobs, against)
        for done, (text, result) in enumerate(zip(unknown, results, strict=True), 1):
            if result is None:
                cache.no_guides(text.candidate.project.digest).add(text.content)
            else:
                reports[text.number] = _marked(result.report, text.candidate)
                cache.add(text.slot, text.key, result)
            if progress:
                progress(done, len(unknown))
    return reports


def _found(number: int, candidate: Candidate, cache: Cache) -> "FileReport | _Text":
    """Return the report that the cache has on a file, else the text that is to be linted."""
    try:
        data = read_bytes(candidate.path, candidate.shown_as)
    except UnreadableError as error:
        return error
    content = _content(candidate, data)
    no_guides = cache.no_guides(candidate.project.digest)
    if candidate.must_be_guide and content in no_guides:
        return None
    source = source_of(data, candidate.shown_as)
    slot, key = _slot(candidate), _key(candidate, content)
    known = cache.find(slot, key, source, candidate.project.tree)
    if known is not None:
        is_meant = known.is_guide or not candidate.must_be_guide
        return _marked(known.report, candidate) if is_meant else None
    if candidate.must_be_guide and not _may_be_guide(candidate, source):
        no_guides.add(content)
        return None
    if why := why_too_long(source):
        return why
    return _Text(number, candidate, source, content, slot, key)


def _may_be_guide(candidate: Candidate, source: Source) -> bool:
    """Tell whether a text is worth parsing, by a quick look."""
    from curriculum_tools.app.guides import may_be_guide

    return may_be_guide(source, candidate.project.config)


def _marked(report: GuideReport, candidate: Candidate) -> GuideReport:
    """Return a report that says whether it is on a page that is no guide."""
    return report._replace(is_page=True) if candidate.page else report


def _content(candidate: Candidate, data: bytes) -> str:
    """Return what tells in one project whether a file is a guide.

    That is its text, and where the config has templates its path: some files may have others.
    """
    if not candidate.project.config.templates:
        return digest(data)
    return digest(data, candidate.project.path_of(candidate.shown_as))


def _slot(candidate: Candidate) -> str:
    """Return what stays the same when a guide changes: its new result replaces the old one."""
    name = candidate.shown_as
    config = candidate.project.config
    return repr((candidate.project.path_of(name), name, config.select, config.ignore))


def _key(candidate: Candidate, content: str) -> str:
    """Return all that a result depends on but the files around the guide."""
    project = candidate.project
    places = project.guide_folder(candidate.shown_as), project.folder
    habits = candidate.habits and sorted(candidate.habits)
    return repr((content, project.digest, places, candidate.orphans, habits))
