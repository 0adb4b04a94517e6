"""Changes made by hand, applied: what was edited wins over every version."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from curriculum_tools.likeness import key
from curriculum_tools.model.guide import FieldKind
from curriculum_tools.model.rulings import ChapterName, TopicName
from curriculum_tools.versions.merge.choice import By, Choice, settled
from curriculum_tools.versions.merge.edits import Edit, Edited, Value
from curriculum_tools.versions.merge.joined import Held, JoinedChapter, JoinedTopic, held_by
from curriculum_tools.versions.merge.names import Names
from curriculum_tools.versions.merge.outline import Wishes
from curriculum_tools.versions.merge.questions import QuestionEdits
from curriculum_tools.versions.version import SaidBlock, SaidTopic

BlocksChoice = Choice[tuple[SaidBlock, ...]]

_FIELDS = {Edited(kind.value): kind for kind in FieldKind}


class Editing:
    """Applies edits to joined chapters and topics."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = tuple(edits)

    def of_guide(self, what: Edited, choice: Choice[str] | None) -> Choice[str] | None:
        """Give the guide's title or front matter as it was edited."""
        for edit in self._of(what):
            choice = settled(choice, _text(edit.now), By.EDITED) if edit.now is not None else None
        return choice

    def prose(
        self, choice: Choice[tuple[SaidBlock, ...]] | None
    ) -> Choice[tuple[SaidBlock, ...]] | None:
        """Give the guide's introduction as it was edited."""
        for edit in self._of(Edited.PROSE):
            choice = settled(choice, _topic(edit.now).blocks, By.EDITED)
        return choice

    def chapters(self, chapters: Sequence[JoinedChapter], names: Names) -> list[JoinedChapter]:
        """Give chapters as they were edited, with those that were added."""
        found = list(chapters)
        for edit in self._of(Edited.CHAPTER_TITLE, Edited.CHAPTER_BLOCKS):
            for place in names.chapters(ChapterName(edit.chapter or "")):
                chapter = found[place]
                if edit.what is Edited.CHAPTER_BLOCKS:
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
        """Give topics as they were edited, with those that were added."""
        found = list(topics)
        homes = Names(chapters, ())
        for place, edit in self._on_topics(names):
            topic = found[place]
            if edit.what is Edited.TITLE:
                topic = replace(topic, title=settled(topic.title, _text(edit.now), By.EDITED))
            elif edit.what is Edited.HOME:
                home = _home(homes, _text(edit.now))
                if home is not None:
                    topic = replace(topic, home=settled(topic.home, home, By.EDITED))
            elif edit.what in _FIELDS:
                kind = _FIELDS[edit.what]
                held = held_by(_topic(edit.now), kind)
                field = settled(topic.fields.get(kind), held, By.EDITED)
                topic = replace(topic, fields=topic.fields | {kind: field})
            elif edit.what is Edited.BLOCK and edit.now is not None:
                topic = replace(topic, added=(*topic.added, _topic(edit.now)))
            elif edit.what is Edited.BLOCK:
                topic = replace(topic, gone=(*topic.gone, _topic(edit.was)))
            found[place] = topic
        for edit in self._of(Edited.TOPIC):
            home = _home(homes, edit.chapter)
            if isinstance(edit.now, SaidTopic) and home is not None:
                found.append(_new_topic(edit.now, home))
        return found

    def gone(self, names: Names) -> frozenset[int]:
        """Give the topics that were taken out, by their places."""
        return frozenset(
            place
            for place, edit in self._on_topics(names)
            if edit.what is Edited.TOPIC and edit.now is None
        )

    def wishes(self, names: Names) -> Wishes:
        """Give what was put behind what; what was put first stands before all others."""
        wishes = Wishes()
        for edit in self._of(Edited.ORDER):
            behind = _text(edit.now) if edit.now is not None else None
            if edit.topic is None:
                moved = names.chapters(ChapterName(edit.chapter or ""))
                others = names.chapters(ChapterName(behind)) if behind else names.all_chapters
                rules = _rules(moved, others, is_first=behind is None)
                wishes += Wishes(chapters=rules, moved_chapters=frozenset(moved))
            else:
                moved = names.topics(TopicName(edit.topic, edit.chapter))
                others = names.topics(TopicName(behind)) if behind else names.all_topics
                rules = _rules(moved, others, is_first=behind is None)
                wishes += Wishes(topics=rules, moved_topics=frozenset(moved))
        return wishes

    def questions(self, topics: Sequence[JoinedTopic], names: Names) -> QuestionEdits:
        """Give what was done to questions."""
        reworded, added, gone = [], [], set()
        for place, edit in self._on_topics(names):
            if edit.what is not Edited.QUESTION:
                continue
            was = [*_topic(edit.was).questions]
            now = [*_topic(edit.now).questions]
            if was and now:
                reworded.append((place, was[0], now[0]))
            elif now:
                added.append((place, now[0]))
            else:
                gone |= {(key(question.wording), place) for question in was}
        for place, topic in enumerate(topics):
            if not topic.members:
                added += [(place, each) for said in topic.added for each in said.questions]
        return QuestionEdits(tuple(reworded), tuple(added), frozenset(gone))

    def _of(self, *what: Edited) -> Iterator[Edit]:
        return (edit for edit in self._edits if edit.what in what)

    def _on_topics(self, names: Names) -> Iterator[tuple[int, Edit]]:
        """Yield the edits of topics that are there, each with the topic's place."""
        for edit in self._edits:
            if edit.topic is not None and edit.what is not Edited.ORDER:
                for place in names.topics(TopicName(edit.topic, edit.chapter)):
                    yield place, edit


def _new_topic(said: SaidTopic, home: int) -> JoinedTopic:
    fields = {kind: held_by(said, kind) for kind in FieldKind}
    return JoinedTopic(
        members=(),
        confidence=1.0,
        title=settled(None, said.title, By.EDITED),
        home=settled(None, home, By.EDITED),
        fields={
            kind: settled(None, held, By.EDITED) for kind, held in fields.items() if held != Held()
        },
        added=(said,),
    )


def _home(names: Names, chapter: str | None) -> int | None:
    """Give the chapter of this title; for none, what stands before all chapters."""
    found = names.chapters(ChapterName(chapter)) if chapter is not None else names.untitled
    return found[0] if found else None


def _rules(moved: Iterable[int], others: Iterable[int], *, is_first: bool) -> list[tuple[int, int]]:
    pairs = [(a, b) for a in moved for b in others if a != b]
    return pairs if is_first else [(b, a) for a, b in pairs]


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _topic(value: Value) -> SaidTopic:
    return value if isinstance(value, SaidTopic) else SaidTopic(None, "")
