"""Making the index of guides: their topics as `merge` joins them, each with its notes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeAlias

from curriculum_tools.app.find_guides import Candidate, find_candidates, read_candidate
from curriculum_tools.app.guides import refuse_doubtful
from curriculum_tools.app.index_files import (
    side_by_side,
    with_files_as_notes,
    without_translations,
)
from curriculum_tools.app.merge import MergeOutcome, run
from curriculum_tools.app.merge_tasks import MergeOptions, tasks
from curriculum_tools.app.notes_files import NotesFiles
from curriculum_tools.app.project import Project, Projects
from curriculum_tools.model.config import Config, Curriculum
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.store.config import Configs, check_inside
from curriculum_tools.store.locks import lock_of, name_in_lock
from curriculum_tools.store.paths import folder_of, shown_in, true_path
from curriculum_tools.versions.index import Index, as_printed, index_chapters
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import MergedChapter
from curriculum_tools.versions.version import Versions, version_of

Parsed: TypeAlias = tuple[Candidate, Guide]
Outline: TypeAlias = tuple[str | None, Iterable[MergedChapter]]


def make_index(
    paths: Sequence[str],
    config_path: str | None,
    *,
    oldest_first: bool = False,
    output_file: str | None = None,
    allow_outside: bool = False,
) -> Index:
    """Make the index of the guides named, else of the curriculum that the config declares.

    Its links start at the folder of the output file, else at the current one. Raises a
    CurriculumError where a guide cannot be read: an index with a gap would be wrong.
    """
    projects = Projects(config_path, allow_outside=allow_outside)
    run = projects.of_run
    curriculum = None if paths else _declared(run.config)
    if curriculum:
        paths = [shown_in(run.config.folder, version) for version in curriculum.versions]
        for path in paths:
            check_inside(run.config, "versions", path)
    in_order = oldest_first or curriculum is not None
    parsed = parse_guides(paths, projects, in_order=in_order)
    files_stand = not in_order and run.config.templates is not None
    own, translations = without_translations(parsed) if files_stand else (parsed, [])
    parsed = with_files_as_notes(own) if files_stand else parsed
    guides = [guide for _, guide in parsed]
    files = NotesFiles(parsed, run.config, folder_of(output_file or ""))
    if curriculum and curriculum.output:
        outline = _merged(guides, projects.configs)
    elif files_stand:
        outline = side_by_side(parsed)
    elif len(guides) == 1:
        outline = _alone(guides[0])
    else:
        outline = _joined(guides, files, run, declared=in_order)
    return replace(_index(outline, files, guides[-1]), translations=tuple(translations))


def index_of_merged(merged: MergeOutcome, parsed: Sequence[Parsed]) -> Index:
    """Return the index of a curriculum, given how it was merged and its parsed versions."""
    guides = [guide for _, guide in parsed]
    files = NotesFiles(parsed, merged.task.config, folder_of(""))
    return _index(_outline_of(merged, guides), files, guides[-1])


def index_of_guides(parsed: Sequence[Parsed], config: Config) -> Index:
    """Return the index of guides as they stand: of all that have templates, else of the first."""
    files_stand = config.templates is not None
    own, translations = without_translations(parsed) if files_stand else (parsed, [])
    own = with_files_as_notes(own) if files_stand else own
    files = NotesFiles(own, config, folder_of(""))
    outline = side_by_side(own) if files_stand else _alone(own[0][1])
    return replace(_index(outline, files, own[-1][1]), translations=tuple(translations))


def _index(outline: Outline, files: NotesFiles, newest: Guide) -> Index:
    title, chapters = outline
    return Index(
        title=title,
        chapters=tuple(index_chapters(chapters, files.locate, newest.dialect)),
        folder=files.folder,
        files=files.pages(),
        has_templates=newest.dialect.templates is not None,
    )


def _alone(guide: Guide) -> Outline:
    return guide.title, as_printed(version_of(guide))


def _merged(guides: Sequence[Guide], configs: Configs) -> Outline:
    """Return what `curriculum merge` would write for the declared curriculum, edits and all."""
    (task,) = tasks(MergeOptions(), configs)
    return _outline_of(run(task), guides)


def _outline_of(outcome: MergeOutcome, guides: Sequence[Guide]) -> Outline:
    merged, lock = outcome.merged, lock_of(outcome.task.output)
    paths = {name_in_lock(lock, guide.path): guide.path for guide in guides}

    def named(chapter: MergedChapter) -> MergedChapter:
        """Name the sources by their paths, which a lock sees from its own folder."""
        topics = (
            replace(
                topic,
                origins=tuple(
                    replace(
                        origin,
                        source=paths.get(origin.source) or shown_in(folder_of(lock), origin.source),
                    )
                    for origin in topic.origins
                ),
            )
            for topic in chapter.topics
        )
        return replace(chapter, topics=tuple(topics))

    title = merged.guide.title
    return title.text if title else None, map(named, merged.chapters)


def _joined(
    guides: Sequence[Guide], files: NotesFiles, run_project: Project, *, declared: bool
) -> Outline:
    """Join guides as `curriculum merge` would."""
    versions = Versions(tuple(map(version_of, guides)), in_order=declared)
    merged = merge(versions, "", files.exists, Decided(run_project.rulings))
    said = merged.guide.title
    title = said.text if said else next((guide.title for guide in guides if guide.title), None)
    return title, merged.chapters


def _declared(config: Config) -> Curriculum | None:
    """Return the declared curriculum, if there is one."""
    if len(config.curricula) > 1:
        raise ConfigError(
            config.path or "curriculum.toml",
            f"{len(config.curricula)} curricula are declared, and an index is of one",
            hint="name its versions: curriculum index --oldest-first OLD.md NEW.md",
        )
    return config.curricula[0] if config.curricula else None


def parse_guides(paths: Sequence[str], projects: Projects, *, in_order: bool) -> list[Parsed]:
    """Parse each guide once; of several, those without any topic say nothing here.

    Raises a CurriculumError where one cannot be read, or not all of it.
    """
    calls = [[path] for path in paths] if in_order else [paths]
    found = [find_candidates(call, projects) for call in calls]
    for error in chain.from_iterable(candidates.errors for candidates in found):
        raise error
    parsed: dict[str, Parsed] = {}
    for candidate in chain.from_iterable(candidates.files for candidates in found):
        name = true_path(candidate.path)
        guide = read_candidate(candidate) if name not in parsed else None
        if guide is not None:
            refuse_doubtful(guide)
            parsed[name] = candidate, guide
    if not parsed:
        place = paths[0] if paths else "."
        raise UnreadableError(place, "no guides here: a guide has topics with **Description**s")
    return [pair for pair in parsed.values() if pair[1].topics] or list(parsed.values())[:1]
