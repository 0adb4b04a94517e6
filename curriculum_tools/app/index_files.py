"""The index of guides in a dialect with templates, which stand side by side in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.project import Project
from curriculum_tools.facts.file_order import in_order, listing_of
from curriculum_tools.model.content import Field, Notes, NotesStatus
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.templates import Templates
from curriculum_tools.versions.index_files import IndexedFile, chapters_of_files, is_topic
from curriculum_tools.versions.merge.result import MergedChapter
from curriculum_tools.versions.translation_matrix import TranslatedGuide, translated

Parsed = tuple[Candidate, Guide]


def without_translations(parsed: Sequence[Parsed]) -> tuple[list[Parsed], list[TranslatedGuide]]:
    """Return the guides that are no translations, and those of them that have some, by path."""
    own: list[Parsed] = []
    found: dict[str, tuple[Guide, list[tuple[str | None, Guide]]]] = {}
    for candidate, guide in parsed:
        project = candidate.project
        original = project.original_of(guide)
        if original is None:
            own.append((candidate, guide))
            continue
        templates = project.config.templates
        translations = templates.translations if templates else None
        path = project.path_of(guide.path)
        language = translations.language_of(path) if translations else None
        found.setdefault(original.path, (original, []))[1].append((language, guide))
    return own or list(parsed), [translated(*found[path]) for path in sorted(found)]


def with_files_as_notes(parsed: Sequence[Parsed]) -> list[Parsed]:
    """Return guides; each file that is a topic is its own notes."""
    is_alone = len(parsed) == 1
    return [
        (candidate, _noted(candidate, guide))
        if is_topic(guide, is_alone=is_alone)
        else (candidate, guide)
        for candidate, guide in parsed
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
        find = listing_of(project.tree, templates or Templates(), project.folder)
        for guide, part in in_order(pairs, find):
            yield IndexedFile(guide, part)


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
