"""The index of guides in a dialect with templates, which stand side by side in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.project import Project
from curriculum_tools.facts.file_order import in_order, listed_files
from curriculum_tools.facts.originals import original_of
from curriculum_tools.model.content import Field, Notes, NotesStatus
from curriculum_tools.model.guide import Guide
from curriculum_tools.versions.index_files import IndexedFile, chapters_of_files, is_topic
from curriculum_tools.versions.merge.result import MergedChapter

Parsed = tuple[Candidate, Guide]


def with_files_as_notes(parsed: Sequence[Parsed]) -> list[Parsed]:
    """Return guides without those that are translations; a file that is a topic is its own notes."""
    own = [pair for pair in parsed if not _is_translation(*pair)]
    own = own or list(parsed)
    return [
        (candidate, _noted(candidate, guide))
        if is_topic(guide, is_alone=len(own) == 1)
        else (candidate, guide)
        for candidate, guide in own
    ]


def side_by_side(parsed: Sequence[Parsed]) -> tuple[str | None, list[MergedChapter]]:
    """Return the title and the chapters of guides, in the order that the config gives them."""
    files = list(_in_order(parsed))
    title = files[0].guide.title if len(files) == 1 else None
    return title, list(chapters_of_files(files))


def _in_order(parsed: Sequence[Parsed]) -> Iterator[IndexedFile]:
    def project_of(pair: Parsed) -> Project:
        return pair[0].project

    for project, group in groupby(parsed, key=project_of):
        templates = project.config.templates
        pairs = [(project.tree.path_of(guide.path), guide) for _, guide in group]
        listed = listed_files(project.tree, templates, project.folder) if templates else {}
        for guide, part in in_order(pairs, listed, templates.links if templates else ""):
            yield IndexedFile(guide, part)


def _is_translation(candidate: Candidate, guide: Guide) -> bool:
    project = candidate.project
    file = project.tree.path_of(guide.path)
    return original_of(project.tree, project.config, file, project.folder) is not None


def _noted(candidate: Candidate, guide: Guide) -> Guide:
    """Return a guide whose only topic has the file itself as its notes."""
    notes = Notes(candidate.project.path_of(guide.path), NotesStatus.WRITTEN)
    chapters = list(guide.chapters)
    if not chapters or not chapters[0].sections:
        return guide
    first, *others = chapters[0].sections
    noted = replace(first, fields=(*first.fields, Field("notes", (notes,))))
    chapters[0] = replace(chapters[0], sections=(noted, *others))
    return replace(guide, root=replace(guide.root, sections=tuple(chapters)))
