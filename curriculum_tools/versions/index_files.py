"""The outline of an index whose guides are no versions of one another, but stand side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from posixpath import basename, splitext
from typing import NamedTuple

from curriculum_tools.model.content import NO_HEADING, Heading, Role, Section, Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.versions.merge.result import MergedChapter, MergedTopic, Origin
from curriculum_tools.versions.version import Version, version_of


class IndexedFile(NamedTuple):
    """A guide, and the part of the curriculum that the order of the files puts it in."""

    guide: Guide
    part: str | None = None

    @property
    def name(self) -> str:
        """The title of the guide, else its name."""
        return self.guide.title or splitext(basename(self.guide.path))[0]


def is_topic(guide: Guide, *, is_alone: bool) -> bool:
    """Tell whether a file is one topic: the dialect says so, or it has neither topics nor chapters.

    A guide that `is_alone` is a curriculum by itself.
    """
    templates = guide.dialect.templates
    if templates is None or templates.chapter_is_file:
        return False
    is_headed = any(section.is_headed for section in (*guide.chapters, *guide.topics))
    return templates.topic_is_file or not (is_alone or is_headed)


def chapters_of_files(files: Iterable[IndexedFile]) -> Iterator[MergedChapter]:
    """Yield the chapters of guides in their order; files that are topics stand in their parts."""
    files = list(files)
    is_alone = len(files) == 1

    def standing(file: IndexedFile) -> tuple[bool, str | None]:
        is_one = is_topic(file.guide, is_alone=is_alone)
        return is_one, file.part if is_one else file.guide.path

    for (is_one, part), group in groupby(files, key=standing):
        if is_one:
            yield _part(part, list(group))
        else:
            for file in group:
                yield from _chapters(file, is_alone=is_alone)


def _part(title: str | None, files: list[IndexedFile]) -> MergedChapter:
    topics = tuple(map(_topic_of_file, files))
    heading = Heading(2, None, Text(title)) if title else NO_HEADING
    said = Section(Role.CHAPTER, heading, sections=tuple(topic.said for topic in topics))
    return MergedChapter(said, topics, ())


def _topic_of_file(file: IndexedFile) -> MergedTopic:
    version = version_of(file.guide)
    topics = version.topics
    said = Section(
        Role.TOPIC,
        Heading(3, _number(topics), Text(file.name)),
        fields=tuple(field for topic in topics for field in topic.fields),
        questions=tuple(question for topic in topics for question in topic.questions),
    )
    line = version.line_of(version.root) if version.root.is_headed else 1
    return MergedTopic(said, (), (Origin(version.name, said.number, said.title, line),), 1.0)


def _number(topics: tuple[Section, ...]) -> Text | None:
    return topics[0].heading.number if len(topics) == 1 else None


def _chapters(file: IndexedFile, *, is_alone: bool) -> Iterator[MergedChapter]:
    """Yield the chapters of a guide; what stands in none goes by the title of the guide."""
    version = version_of(file.guide)
    for chapter in version.chapters:
        topics = tuple(
            MergedTopic(topic, (), (_origin(version, topic),), 1.0) for topic in chapter.sections
        )
        said = chapter
        if not chapter.is_headed and not is_alone:
            said = replace(chapter, heading=Heading(2, None, Text(file.name)))
        yield MergedChapter(said, topics, (_origin(version, chapter),))


def _origin(version: Version, said: Section) -> Origin:
    return Origin(version.name, said.number, said.title, version.line_of(said))
