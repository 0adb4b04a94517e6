"""What became of one topic or question between two versions of a guide."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from curriculum_tools.likeness import key, normalise
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Question, Section
from curriculum_tools.versions.diff.following import readings
from curriculum_tools.versions.diff.match import match
from curriculum_tools.versions.diff.reasked import compare_questions
from curriculum_tools.versions.version import Version


class StepKind(StrEnum):
    """What became of a topic or question in one step."""

    CAME = "came"
    RENAMED = "renamed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    REWORDED = "reworded"
    ANSWERED = "answered"
    ANSWER_CHANGED = "answer-changed"
    QUESTIONS_CHANGED = "questions-changed"
    CONTENT_CHANGED = "content-changed"
    DROPPED = "dropped"


class HistoryStep(NamedTuple):
    """What became of it, and what it was before and after, in the words of the guide."""

    kind: StepKind
    before: str | None = None
    after: str | None = None


class Item(NamedTuple):
    """A topic, or a question with its topic; `question` is its place in the topic."""

    topic: int
    question: int | None = None

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


def topic_label(version: Version, topic: int) -> str:
    """Return number and title of a topic."""
    said = version.topics[topic]
    return " ".join(filter(None, (said.number, said.title)))


def chapter_label(version: Version, topic: int) -> str:
    """Return number and title of the chapter of a topic."""
    said = version.chapters[version.chapter_of[topic]]
    return " ".join(filter(None, (said.number, said.title)))


def items_called(version: Version, name: str) -> list[Item]:
    """Return what a name may mean: a number, a title, or words of a question; the best alone."""
    topics = [Item(at) for at in range(len(version.topics)) if version.topics[at].is_headed]
    asked = [
        Item(at, place)
        for at, topic in enumerate(version.topics)
        for place in range(len(topic.questions))
    ]
    wanted = normalise(name)
    words = set(wanted.split())

    def said(item: Item) -> set[str]:
        text = item.section(version).title if item.question is None else item.name(version)
        return set(normalise(text).split())

    ways: tuple[Callable[[], list[Item]], ...] = (
        lambda: [i for i in topics if i.section(version).number == name.strip()],
        lambda: [
            i
            for i in asked
            if (q := i.asked(version)) and q.number and q.number.text == name.strip()
        ],
        lambda: [
            i
            for i in topics
            if wanted in (normalise(i.section(version).title), normalise(i.name(version)))
        ],
        lambda: [i for i in asked if (q := i.asked(version)) and normalise(q.text) == wanted],
        lambda: [i for i in (*topics, *asked) if words and words <= said(i)],
    )
    return next((found for way in ways if (found := way())), [])


def earlier_item(
    before: Version, after: Version, item: Item
) -> tuple[Item | None, tuple[HistoryStep, ...]]:
    """Return what an item was in an earlier version, and what became of it since.

    None where the earlier version does not have it.
    """
    if same := _unchanged(before, after, item):
        return same, ()
    matched = match(before, after)
    pair = next((pair for pair in matched.topics if pair.after == item.topic), None)
    compared = compare_questions(matched, readings(matched))
    if item.question is None:
        if pair is None:
            return None, ()
        was = Item(pair.before)
        own = matched.topics.index(pair)
        is_asked_otherwise = any(
            own in (each.before.topic, each.after.topic)
            for each in (*compared.reworded, *compared.moved)
        ) or any(each.topic == own for each in (*compared.removed, *compared.added))
        steps = _topic_steps(before, after, was, item, is_moved=matched.is_moved(pair))
        asked = (HistoryStep(StepKind.QUESTIONS_CHANGED),) if is_asked_otherwise else ()
        return was, (*steps, *asked)
    for found in (*compared.kept, *compared.reworded, *compared.moved):
        one, other = matched.topics[found.before.topic], matched.topics[found.after.topic]
        if (other.after, found.after.place) == (item.topic, item.question):
            was = Item(one.before, found.before.place)
            return was, tuple(_question_steps(before, after, was, item, is_moved=one != other))
    was_asked = _asked_word_for_word(before, after, item)
    if was_asked is None:
        return None, ()
    return was_asked, tuple(_question_steps(before, after, was_asked, item, is_moved=True))


def _unchanged(before: Version, after: Version, item: Item) -> Item | None:
    """Return the item where it says the same in the same place, and nothing else does."""
    now = _identity(after, item)
    if item.question is None:
        same = [at for at in map(Item, range(len(before.topics))) if _identity(before, at) == now]
    else:
        same = [
            at
            for topic, section in enumerate(before.topics)
            for at in (Item(topic, place) for place in range(len(section.questions)))
            if _identity(before, at) == now
        ]
    return same[0] if len(same) == 1 else None


def _identity(version: Version, item: Item) -> tuple[object, ...]:
    question = item.asked(version)
    chapter = chapter_label(version, item.topic)
    if question is None:
        return item.section(version), chapter
    return question, question.number, topic_label(version, item.topic), chapter


def _asked_word_for_word(before: Version, after: Version, item: Item) -> Item | None:
    """Return a question that asks the same anywhere; its topic may be new or gone since."""
    question = item.asked(after)
    wanted = key(wording_of(question)) if question else ""
    for topic, section in enumerate(before.topics):
        for place, each in enumerate(section.questions):
            if wanted and key(wording_of(each)) == wanted:
                return Item(topic, place)
    return None


def _topic_steps(
    before: Version, after: Version, was: Item, item: Item, *, is_moved: bool
) -> Iterator[HistoryStep]:
    old, new = was.section(before), item.section(after)
    if old.title != new.title:
        yield HistoryStep(StepKind.RENAMED, old.title, new.title)
    if old.number != new.number:
        yield HistoryStep(StepKind.RENUMBERED, old.number, new.number)
    if is_moved:
        yield HistoryStep(StepKind.MOVED, was.home(before), item.home(after))
    if old.description != new.description:
        texts = (each.description.text if each.description else None for each in (old, new))
        yield HistoryStep(StepKind.REWORDED, *texts)
    if old.notes != new.notes or old.free_blocks != new.free_blocks:
        yield HistoryStep(StepKind.CONTENT_CHANGED)


def _question_steps(
    before: Version, after: Version, was: Item, item: Item, *, is_moved: bool
) -> Iterator[HistoryStep]:
    old, new = was.asked(before), item.asked(after)
    if old is None or new is None:
        return
    numbers = [each.number.text if each.number else None for each in (old, new)]
    if numbers[0] != numbers[1]:
        yield HistoryStep(StepKind.RENUMBERED, *numbers)
    if is_moved and was.home(before) != item.home(after):
        yield HistoryStep(StepKind.MOVED, was.home(before), item.home(after))
    if (old.text, old.prompt, old.options) != (new.text, new.prompt, new.options):
        yield HistoryStep(StepKind.REWORDED, old.text, new.text)
    if old.answer != new.answer:
        is_new = new.is_answered and not old.is_answered
        yield HistoryStep(StepKind.ANSWERED if is_new else StepKind.ANSWER_CHANGED)
