"""Finding what rulings name: topics and chapters by any title that any version gives them."""

from collections.abc import Iterable, Sequence

from curriculum_tools.likeness import normalise
from curriculum_tools.model.rulings import ChapterName, TopicName
from curriculum_tools.versions.alignment.align import ChapterRef, TopicRef
from curriculum_tools.versions.merge.parts import JoinedChapter, JoinedTopic
from curriculum_tools.versions.version import Version


class VersionNames:
    """What topics and chapters are called in each version; each title is normalised once."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self._topics: dict[str, list[TopicRef]] = {}
        self._chapters: dict[str, list[ChapterRef]] = {}
        self._chapter_of: dict[TopicRef, ChapterRef] = {}
        for v, version in enumerate(versions):
            for c, chapter in enumerate(version.chapters):
                if chapter.is_headed:
                    title = normalise(chapter.title)
                    self._chapters.setdefault(title, []).append(ChapterRef(v, c))
            for t, topic in enumerate(version.topics):
                ref = TopicRef(v, t)
                self._topics.setdefault(normalise(topic.title), []).append(ref)
                self._chapter_of[ref] = ChapterRef(v, version.chapter_of[t])

    def topics(self, name: TopicName) -> list[TopicRef]:
        """Return the topics of all versions that a name fits."""
        found = self._topics.get(normalise(name.title), [])
        if name.chapter is None:
            return found
        within = self.chapters(ChapterName(name.chapter))
        return [ref for ref in found if self._chapter_of[ref] in within]

    def chapters(self, name: ChapterName) -> list[ChapterRef]:
        """Return the chapters of all versions that a name fits."""
        return self._chapters.get(normalise(name.title), [])


def version_named(versions: Sequence[Version], source: str) -> int | None:
    """Return the place of a version, by its name or by its file name, if only one has that."""
    names = [version.name for version in versions]
    if source in names:
        return names.index(source)
    found = [place for place, name in enumerate(names) if name.rsplit("/", 1)[-1] == source]
    return found[0] if len(found) == 1 else None


class Names:
    """What joined topics and chapters are called."""

    def __init__(self, chapters: Sequence[JoinedChapter], topics: Sequence[JoinedTopic]) -> None:
        self._chapter_titles = [_chapter_titles(chapter) for chapter in chapters]
        self._topic_chapters = [
            [title for home in _homes(topic) for title in self._chapter_titles[home]]
            for topic in topics
        ]
        self._topics: dict[str, list[int]] = {}
        for place, topic in enumerate(topics):
            for title in _topic_titles(topic):
                self._topics.setdefault(title, []).append(place)

    @property
    def untitled(self) -> list[int]:
        """The places of what stands before all chapters."""
        return [place for place, titles in enumerate(self._chapter_titles) if not titles]

    def topics(self, name: TopicName) -> list[int]:
        """Return the topics that a name fits, by their places."""
        found = self._topics.get(normalise(name.title), [])
        return [place for place in found if _fits(name.chapter, self._topic_chapters[place])]

    def topic(self, title: str, chapter: str | None) -> int | None:
        """Return the first topic of a title, of a chapter if that is given."""
        return next(iter(self.topics(TopicName(title, chapter))), None)

    def chapter(self, title: str) -> int | None:
        """Return the first chapter of a title."""
        return next(iter(self.chapters(ChapterName(title))), None)

    def chapters(self, name: ChapterName | None) -> list[int]:
        """Return the chapters that a name fits, by their places."""
        if name is None:
            return []
        return [
            place for place, titles in enumerate(self._chapter_titles) if _fits(name.title, titles)
        ]


def _homes(topic: JoinedTopic) -> set[int]:
    return {topic.home.value, *(member.chapter for member in topic.members)}


def _topic_titles(topic: JoinedTopic) -> set[str]:
    return {normalise(option.value) for option in topic.title.options}


def _chapter_titles(chapter: JoinedChapter) -> list[str]:
    return [option.value for option in chapter.title.options] if chapter.title else []


def _fits(name: str | None, titles: Iterable[str]) -> bool:
    return name is None or normalise(name) in map(normalise, titles)
