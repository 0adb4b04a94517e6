"""Changes made by hand, applied: what was edited wins over every version."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Block, Section
from curriculum_tools.model.rulings import ChapterName, TopicName
from curriculum_tools.versions.choice import By, Choice, settled
from curriculum_tools.versions.hand_edits.store import NOTHING, Edited, HandEdit, Place, Value
from curriculum_tools.versions.merge.joined_questions import MovedQuestion, QuestionEdits
from curriculum_tools.versions.merge.merged_outline import OrderConstraints, Outline
from curriculum_tools.versions.merge.names import Names
from curriculum_tools.versions.merge.parts import JoinedChapter, JoinedTopic
from curriculum_tools.versions.merge.places import rules_of


class EditApplier:
    """Applies edits to joined chapters and topics."""

    def __init__(self, edits: Iterable[HandEdit]) -> None:
        self._edits = tuple(edits)

    @property
    def sections(self) -> tuple[Section, ...]:
        """What was written by hand, with how it is written."""
        texts = (edit.now for edit in self._edits if isinstance(edit.now, Section))
        return tuple(said for said in texts if said.written)

    def of_guide(self, what: Edited, choice: Choice[str] | None) -> Choice[str] | None:
        """Return the guide's title or front matter as it was edited."""
        for edit in self._of(what):
            choice = settled(choice, _text(edit.now), By.EDITED) if edit.now is not None else None
        return choice

    def prose(self, choice: Choice[tuple[Block, ...]] | None) -> Choice[tuple[Block, ...]] | None:
        """Return the guide's introduction as it was edited."""
        for edit in self._of(Edited.PROSE):
            choice = settled(choice, _topic(edit.now).blocks, By.EDITED)
        return choice

    def chapters(self, chapters: Sequence[JoinedChapter], names: Names) -> list[JoinedChapter]:
        """Return chapters as they were edited, with those that were added."""
        found = list(chapters)
        for edit in self._of(Edited.CHAPTER_TITLE, Edited.CHAPTER_BLOCKS):
            for place in names.chapters(ChapterName(edit.chapter or "")):
                chapter = found[place]
                if edit.what == Edited.CHAPTER_BLOCKS:
                    blocks = settled(chapter.blocks, _topic(edit.now).blocks, By.EDITED)
                    found[place] = replace(chapter, blocks=blocks)
                elif edit.now is not None:
                    title = settled(chapter.title, _text(edit.now), By.EDITED)
                    found[place] = replace(chapter, title=title)
        for edit in self._of(Edited.CHAPTER):
            new = settled(None, _text(edit.now), By.EDITED) if edit.now is not None else None
            found.append(JoinedChapter((), new, None))
        return found

    def topics(
        self, topics: Sequence[JoinedTopic], names: Names, chapters: Sequence[JoinedChapter]
    ) -> list[JoinedTopic]:
        """Return topics as they were edited, with those that were added."""
        found = list(topics)
        homes = Names(chapters, ())
        for place, edit in self._on_topics(names):
            found[place] = _edited(found[place], edit, homes)
        for edit in self._of(Edited.TOPIC):
            home = _home(homes, edit.chapter)
            if isinstance(edit.now, Section) and home is not None:
                found.append(_new_topic(edit.now, home))
        return found

    def gone(self, names: Names) -> frozenset[int]:
        """Return the topics that were taken out, by their places."""
        return frozenset(
            place
            for place, edit in self._on_topics(names)
            if edit.what == Edited.TOPIC and edit.now is None
        )

    @property
    def has_order(self) -> bool:
        """Whether chapters or topics were put elsewhere."""
        return any(self._of(Edited.ORDER))

    def constraints(self, names: Names, unedited: Outline) -> OrderConstraints:
        """Return what was put between what; what was put first stands before all others.

        What a version has moved since, in the `unedited` outline, follows the version.
        """
        found = OrderConstraints()
        for edit in self._of(Edited.ORDER):
            home = edit.chapter
            if edit.topic is None:
                moved = names.chapters(ChapterName(home or ""))
                pairs = _pairs(edit, moved, [unedited.chapters.items], names.chapter)
                found += OrderConstraints(chapters=pairs, moved_chapters=frozenset(moved))
            else:
                moved = names.topics(TopicName(edit.topic, home))
                orders = [ordered.items for ordered in unedited.topics.values()]
                pairs = _pairs(edit, moved, orders, partial(names.topic, chapter=home))
                found += OrderConstraints(topics=pairs, moved_topics=frozenset(moved))
        return found

    def questions(self, topics: Sequence[JoinedTopic], names: Names) -> QuestionEdits:
        """Return what was done to questions."""
        reworded, added, gone, moved = [], [], set(), []
        for place, edit in self._on_topics(names):
            if edit.what == Edited.QUESTION_ORDER and isinstance(edit.now, Place):
                was = edit.was if isinstance(edit.was, Place) else None
                moved.append(MovedQuestion(place, edit.question or "", was, edit.now))
            if edit.what != Edited.QUESTION:
                continue
            before, after = _topic(edit.was).questions, _topic(edit.now).questions
            if before and after:
                reworded.append((place, before[0], after[0]))
            elif after:
                added.append((place, after[0]))
            else:
                gone |= {(key(wording_of(question)), place) for question in before}
        for place, topic in enumerate(topics):
            if not topic.members:
                added += [(place, each) for said in topic.added for each in said.questions]
        return QuestionEdits(tuple(reworded), tuple(added), frozenset(gone), tuple(moved))

    def _of(self, *what: Edited) -> Iterator[HandEdit]:
        return (edit for edit in self._edits if edit.what in what)

    def _on_topics(self, names: Names) -> Iterator[tuple[int, HandEdit]]:
        """Yield the edits of topics that are there, each with the topic's place."""
        for edit in self._edits:
            if edit.topic is not None and edit.what != Edited.ORDER:
                for place in names.topics(TopicName(edit.topic, edit.chapter)):
                    yield place, edit


def _edited(topic: JoinedTopic, edit: HandEdit, homes: Names) -> JoinedTopic:
    match edit.what:
        case Edited.TITLE:
            return replace(topic, title=settled(topic.title, _text(edit.now), By.EDITED))
        case Edited.HOME:
            home = _home(homes, _text(edit.now))
            if home is None:
                return topic
            return replace(topic, home=settled(topic.home, home, By.EDITED))
        case Edited.BLOCK if edit.now is not None:
            return replace(topic, added=(*topic.added, _topic(edit.now)))
        case Edited.BLOCK:
            return replace(topic, gone=(*topic.gone, _topic(edit.was)))
        case Edited():
            return topic
        case name:
            field = settled(topic.fields.get(name), _topic(edit.now).field(name), By.EDITED)
            return replace(topic, fields=topic.fields | {name: field})


def _new_topic(said: Section, home: int) -> JoinedTopic:
    return JoinedTopic(
        members=(),
        confidence=1.0,
        title=settled(None, said.title, By.EDITED),
        home=settled(None, home, By.EDITED),
        fields={field.name: settled(None, field, By.EDITED) for field in said.fields},
        added=(said,),
    )


def _home(names: Names, chapter: str | None) -> int | None:
    """Return the chapter of this title; for none, what stands before all chapters."""
    found = names.chapters(ChapterName(chapter)) if chapter is not None else names.untitled
    return found[0] if found else None


def _pairs(
    edit: HandEdit,
    moved: Iterable[int],
    orders: Sequence[Sequence[int]],
    find: Callable[[str], int | None],
) -> list[tuple[int, int]]:
    """Return what stands before what; of the orders, the one counts that has what was moved."""
    if not isinstance(edit.now, Place):
        return []
    return [
        pair
        for own in moved
        for order in orders
        for pair in rules_of(own, edit.was, edit.now, order, find)
    ]


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _topic(value: Value) -> Section:
    return value if isinstance(value, Section) else NOTHING
