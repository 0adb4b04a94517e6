"""What became of one chapter, topic or question between two versions of a guide."""

from collections.abc import Iterator

from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Section
from curriculum_tools.versions.diff.following import readings
from curriculum_tools.versions.diff.match import match
from curriculum_tools.versions.diff.reasked import compare_questions
from curriculum_tools.versions.history_items import (
    ChapterItem,
    Followed,
    Item,
    chapter_label,
    topic_label,
)
from curriculum_tools.versions.history_steps import HistoryStep, StepKind
from curriculum_tools.versions.version import Version


def earlier_item(
    before: Version, after: Version, item: Followed
) -> tuple[Followed | None, tuple[HistoryStep, ...]]:
    """Return what an item was in an earlier version, and what became of it since.

    None where the earlier version does not have it.
    """
    if isinstance(item, ChapterItem):
        return _earlier_chapter(before, after, item)
    return _earlier(before, after, item)


def _earlier(
    before: Version, after: Version, item: Item
) -> tuple[Item | None, tuple[HistoryStep, ...]]:
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


def _earlier_chapter(
    before: Version, after: Version, item: ChapterItem
) -> tuple[ChapterItem | None, tuple[HistoryStep, ...]]:
    now = item.said(after)
    same = [place for place, said in enumerate(before.chapters) if said == now]
    if len(same) == 1:
        return ChapterItem(same[0]), ()
    matched = match(before, after)
    pair = next((pair for pair in matched.chapters if pair.after == item.place), None)
    if pair is None:
        return None, ()
    topics = {
        (before.chapter_of[each.before] == pair.before, after.chapter_of[each.after] == item.place)
        for each in matched.topics
    }
    counts = [
        len(version.chapters[at].sections)
        for version, at in ((before, pair.before), (after, item.place))
    ]
    is_other = (True, False) in topics or (False, True) in topics or counts[0] != counts[1]
    was = ChapterItem(pair.before)
    return was, tuple(_chapter_steps(was.said(before), now, has_other_topics=is_other))


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


def _chapter_steps(old: Section, new: Section, *, has_other_topics: bool) -> Iterator[HistoryStep]:
    yield from _headed_otherwise(old, new)
    if has_other_topics:
        yield HistoryStep(StepKind.TOPICS_CHANGED)
    if old.free_blocks != new.free_blocks:
        yield HistoryStep(StepKind.CONTENT_CHANGED)


def _headed_otherwise(old: Section, new: Section) -> Iterator[HistoryStep]:
    if old.title != new.title:
        yield HistoryStep(StepKind.RENAMED, old.title, new.title)
    if old.number != new.number:
        yield HistoryStep(StepKind.RENUMBERED, old.number, new.number)


def _topic_steps(
    before: Version, after: Version, was: Item, item: Item, *, is_moved: bool
) -> Iterator[HistoryStep]:
    old, new = was.section(before), item.section(after)
    yield from _headed_otherwise(old, new)
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
