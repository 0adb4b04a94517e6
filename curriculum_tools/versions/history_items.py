"""What a history may be of: a topic, a question or a chapter, and how people name it."""

from typing import NamedTuple, TypeAlias

from curriculum_tools.likeness import key, normalise
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Question, Section
from curriculum_tools.versions.version import Version


class Item(NamedTuple):
    """A topic, or a question with its topic; `question` is its place in the topic."""

    topic: int
    question: int | None = None

    @property
    def what(self) -> str:
        """What it is: `topic` or `question`."""
        return "topic" if self.question is None else "question"

    def said(self, version: Version) -> Section | Question:
        """Return the topic or question itself."""
        return self.asked(version) or self.section(version)

    def section(self, version: Version) -> Section:
        """Return the topic."""
        return version.topics[self.topic]

    def asked(self, version: Version) -> Question | None:
        """Return the question."""
        place = self.question
        return None if place is None else version.topics[self.topic].questions[place]

    def name(self, version: Version) -> str:
        """Return what people call it: number and title, or what is asked."""
        question = self.asked(version)
        if question is None:
            return topic_label(version, self.topic)
        number = f"{question.number.text}. " if question.number else ""
        return number + (question.text or key(wording_of(question)))

    def home(self, version: Version) -> str:
        """Return what it stands in: its chapter, or its topic."""
        if self.question is None or not version.topics[self.topic].is_headed:
            return chapter_label(version, self.topic)
        return topic_label(version, self.topic)


class ChapterItem(NamedTuple):
    """A chapter, by its place among the chapters."""

    place: int

    @property
    def what(self) -> str:
        """What it is."""
        return "chapter"

    def said(self, version: Version) -> Section:
        """Return the chapter itself."""
        return version.chapters[self.place]

    def name(self, version: Version) -> str:
        """Return its number and title."""
        return _label(self.said(version))


Followed: TypeAlias = Item | ChapterItem


def topic_label(version: Version, topic: int) -> str:
    """Return number and title of a topic."""
    return _label(version.topics[topic])


def chapter_label(version: Version, topic: int) -> str:
    """Return number and title of the chapter of a topic."""
    return _label(version.chapters[version.chapter_of[topic]])


def _label(said: Section) -> str:
    return " ".join(filter(None, (said.number, said.title)))


def items_called(version: Version, name: str) -> list[Followed]:
    """Return what a name may mean: a number, a title, or words of a question; the best alone.

    Topics come before questions, and chapters last: `3` may be the number of all three.
    """
    topics = [Item(at) for at in range(len(version.topics)) if version.topics[at].is_headed]
    asked = [
        Item(at, place)
        for at, topic in enumerate(version.topics)
        for place in range(len(topic.questions))
    ]
    chapters = [ChapterItem(at) for at, said in enumerate(version.chapters) if said.is_headed]
    kinds: list[list[Followed]] = [[*topics], [*asked], [*chapters]]
    wanted = normalise(name)
    words = set(wanted.split())

    def is_number_of(item: Followed) -> bool:
        return _number(version, item) == name.strip()

    def is_name_of(item: Followed) -> bool:
        return wanted in (normalise(_text(version, item)), normalise(item.name(version)))

    for is_called in (is_number_of, is_name_of):
        for kind in kinds:
            if found := [item for item in kind if is_called(item)]:
                return found
    return [
        item
        for kind in kinds
        for item in kind
        if words and words <= set(normalise(_text(version, item)).split())
    ]


def _number(version: Version, item: Followed) -> str | None:
    said = item.said(version)
    if isinstance(said, Section):
        return said.number
    return said.number.text if said.number else None


def _text(version: Version, item: Followed) -> str:
    """Return the title, or what is asked, without a number."""
    said = item.said(version)
    if isinstance(said, Section):
        return said.title
    return said.text or key(wording_of(said))
