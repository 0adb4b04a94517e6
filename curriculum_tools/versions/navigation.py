"""The pages of a site made of the notes, in the order of the curriculum."""

from collections.abc import Iterator
from dataclasses import dataclass

from curriculum_tools.model.content import NotesStatus
from curriculum_tools.versions.index import Index, IndexChapter, IndexTopic


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic's page, as a path from the folder of the notes; None where it is to be written."""

    topic: IndexTopic
    page: str | None

    @property
    def name(self) -> str:
        """The number of the topic, if it has one, and its title."""
        return " ".join(part for part in (self.topic.number, self.topic.title) if part)


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with those of its topics that have a page or are to have one."""

    chapter: IndexChapter
    entries: tuple[Entry, ...]

    @property
    def pages(self) -> tuple[tuple[Entry, str], ...]:
        """The entries that have a page, with it."""
        return tuple((entry, entry.page) for entry in self.entries if entry.page is not None)


@dataclass(frozen=True, slots=True)
class Navigation:
    """The parts of a site, and how many written notes have no place in it.

    A page stands with the first topic that names it: `shared` counts the others that do.
    `unfit` are files outside the folder of the notes, or of a kind that is no page.
    """

    parts: tuple[Part, ...]
    shared: int
    unfit: int

    @property
    def pages(self) -> Iterator[str]:
        """All pages in their order."""
        return (page for part in self.parts for _entry, page in part.pages)


def navigation(index: Index, suffixes: tuple[str, ...]) -> Navigation:
    """Return the pages of the written notes that are there; a page's name ends with a suffix."""
    pages = _Pages(suffixes)
    parts = [
        Part(chapter, tuple(entry for topic in chapter.topics for entry in pages.of(topic)))
        for chapter in index.chapters
    ]
    return Navigation(tuple(part for part in parts if part.entries), pages.shared, pages.unfit)


class _Pages:
    """Gives each page to the first topic that names it."""

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        self._suffixes = suffixes
        self._given: set[str] = set()
        self.shared = 0
        self.unfit = 0

    def of(self, topic: IndexTopic) -> Iterator[Entry]:
        """Yield the pages of a topic; one without a page where its notes are to be written."""
        best = topic.best
        if best is None or best.status is NotesStatus.COVERED:
            return
        if best.file is None or best.status is NotesStatus.PLANNED:
            yield Entry(topic, None)
            return
        for notes in topic.notes:
            if notes.status is NotesStatus.WRITTEN and notes.file is not None:
                page = notes.file.page
                if page is None or not self._is_page(page):
                    self.unfit += 1
                elif page in self._given:
                    self.shared += 1
                else:
                    self._given.add(page)
                    yield Entry(topic, page)

    def _is_page(self, path: str) -> bool:
        """Tell whether a file is one that a site can have, under a name that can be written."""
        return path.lower().endswith(self._suffixes) and path.isprintable()
