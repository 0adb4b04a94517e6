"""The ledger of a merge: what became of everything that any version says.

It compares what was read back from the written guide with what the versions say, and so finds
what the merge itself has overlooked. It counts the words of the versions' own texts, too, and so
finds what was never read from them. What cannot be found where it should stand is unaccounted for,
and nothing is written.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import Wording, wording_of
from curriculum_tools.model.content import (
    NO_ANSWER,
    NO_HEADING,
    Block,
    BlockKind,
    Question,
    Role,
    Section,
    Text,
)
from curriculum_tools.model.dialect import FieldSpec
from curriculum_tools.versions.alignment.align import ChapterRef, TopicRef
from curriculum_tools.versions.merge.folding import answer_below
from curriculum_tools.versions.merge.joined_questions import AskedQuestion, JoinedQuestion
from curriculum_tools.versions.merge.parts import JoinedTopic
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.redirected import unredirected
from curriculum_tools.versions.unread import unread_words, unwritten_words
from curriculum_tools.versions.version import Version

#: The kinds of items that are always counted; others only where there are any.
KINDS = (
    "guide-title", "front-matter", "prose", "chapter", "topic",
    "description", "notes", "prerequisite", "question", "block",
)  # fmt: skip
#: A topic of which nothing is printed.
_NOTHING = Section(Role.TOPIC, NO_HEADING)


class Fate(StrEnum):
    """What became of something that a version says."""

    KEPT = "kept"
    FOLDED = "folded"
    DROPPED = "dropped_by_decision"
    UNACCOUNTED = "unaccounted"


@dataclass(frozen=True, slots=True)
class AccountItem:
    """Something a version says; `line` is None where only a lock stands in for the version."""

    kind: str
    source: str
    line: int | None
    text: str
    fate: Fate

    def __str__(self) -> str:
        where = f"{self.source}:{self.line}" if self.line else self.source
        return f"{where}: the {self.kind} {self.text!r}"


@dataclass(frozen=True)
class Accounting:
    """Everything all versions say, and what became of it."""

    items: tuple[AccountItem, ...]

    @property
    def missing(self) -> tuple[AccountItem, ...]:
        """What is unaccounted for."""
        return tuple(item for item in self.items if item.fate is Fate.UNACCOUNTED)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of items, those that are always counted first."""
        return tuple(dict.fromkeys([*KINDS, *sorted({item.kind for item in self.items})]))

    def counts(self, kind: str | None = None) -> dict[str, int]:
        """Count the items, of one kind or of all, and what became of them."""
        fates = Counter(item.fate for item in self.items if kind in (None, item.kind))
        return {"items": sum(fates.values())} | {fate.value: fates[fate] for fate in Fate}


class _Entry(NamedTuple):
    """Something a version says, and the texts that stand in its place in the written guide.

    `printed` is None where a maintainer has dropped it.
    """

    kind: str
    version: int
    line: int | None
    text: str
    place: tuple[object, ...]
    printed: Collection[str] | None


def account(plan: Plan, guide: Version, written: Version) -> Accounting:
    """Account for everything; `written` is what was read back from the guide."""
    words = " ".join(unwritten_words(guide, written).elements())
    lost = [AccountItem("text", guide.name, None, words, Fate.UNACCOUNTED)] if words else []
    return Accounting((*_Ledger(plan, written).items(), *lost))


class _Ledger:
    """Looks everything up where it should stand in the written guide."""

    def __init__(self, plan: Plan, written: Version) -> None:
        self._plan = plan
        self._written = written
        places = plan.outline.place_of_topic
        self._topics = dict(zip(places, written.topics, strict=False))
        self._names: dict[int, dict[str, list[int]]] = {}
        self._chapters = dict(zip(plan.outline.chapters.items, written.chapters, strict=False))

    def items(self) -> Iterator[AccountItem]:
        """Yield everything that the versions say; of what is printed, the first is kept."""
        kept: set[tuple[object, ...]] = set()
        for entry in self._entries():
            name = (entry.kind, entry.place, entry.text)
            if entry.printed is None:
                fate = Fate.DROPPED
            elif not entry.printed:
                fate = Fate.UNACCOUNTED
            elif entry.text in entry.printed and name not in kept:
                fate = Fate.KEPT
                kept.add(name)
            else:
                fate = Fate.FOLDED
            source = self._plan.source(entry.version)
            yield AccountItem(entry.kind, source, entry.line, entry.text, fate)

    def _entries(self) -> Iterator[_Entry]:
        written = self._written
        said = self._plan.of_guide  # None, or empty, where it was taken out by hand
        title = _texts(written.title) if said.title else None
        matter = _texts(written.front_matter) if said.front_matter else None
        prose = written.prose if said.prose and said.prose.value else None
        for v, version in enumerate(self._plan.versions.items):
            if version.title:
                line = version.line_of(version.root)
                yield _Entry("guide-title", v, line, version.title.text, (), title)
            if version.front_matter:
                front = version.front_matter
                line = version.line_of(front)
                yield _Entry("front-matter", v, line, front.text, (), matter)
            yield from self._blocks("prose", v, version.prose, (), prose)
            for c, chapter in enumerate(version.chapters):
                yield from self._chapter(v, chapter, self._plan.chapter_of[ChapterRef(v, c)])
            for t, topic in enumerate(version.topics):
                yield from self._topic(v, topic, self._plan.topic_of[TopicRef(v, t)])
            for words in unread_words(unredirected(version) if version.redirects else version):
                yield _Entry("text", v, version.line_of(words), words.text, (), ())

    def _chapter(self, v: int, chapter: Section, place: int) -> Iterator[_Entry]:
        """Of a chapter that is not printed, its topics stand for it, wherever they are."""
        line = self._plan.line(v, chapter)
        if place not in self._chapters:
            entries = [_Entry("chapter", v, line, chapter.title, (place,), ())]
            entries += self._blocks("block", v, chapter.blocks, (place,), ())
            is_dropped = place not in self._plan.outline.chapters.items
            topics = self._topics_of(place) or (None if is_dropped else ())
            yield from (entry._replace(printed=topics) for entry in entries)
            return
        printed = self._chapters[place]
        title = printed.title if printed.is_headed else chapter.title
        if self._plan.versions.items[v].is_named(chapter):
            yield _Entry("chapter", v, line, chapter.title, (place,), [title or chapter.title])
        chosen = self._plan.chapters[place].blocks
        is_gone = chosen is not None and not chosen.value  # taken out by hand
        stand = None if is_gone else printed.blocks
        yield from self._blocks("block", v, chapter.blocks, (place,), stand)

    def _topics_of(self, chapter: int) -> list[str]:
        """Return the printed topics that some version has in a chapter."""
        topics = self._plan.topics
        return [
            printed.title
            for place, printed in self._topics.items()
            if any(member.chapter == chapter for member in topics[place].members)
        ]

    def _topic(self, v: int, topic: Section, place: int) -> Iterator[_Entry]:
        printed = self._topics.get(place, _NOTHING)
        joined = self._plan.topics[place]
        where = ("topic", place)
        line = self._plan.line(v, topic)
        stand = [printed.title] if place in self._topics else []
        entries = [_Entry("topic", v, line, topic.title, where, stand)]
        if not self._plan.versions.items[v].is_named(topic):
            entries.clear()
        for spec in self._plan.versions.dialect.fields:
            entries += self._field(spec, v, topic, joined, printed, where)
        gone = {block for said in joined.gone for block in said.free_blocks}
        for block in topic.free_blocks:
            others = None if block in gone else printed.free_blocks
            entries += self._blocks("block", v, [block], where, others)
        is_dropped = place not in self._plan.outline.place_of_topic
        yield from (e._replace(printed=None) if is_dropped else e for e in entries)
        for question in topic.questions:
            yield from self._question(v, question, place)

    def _field(
        self,
        spec: FieldSpec,
        v: int,
        topic: Section,
        joined: JoinedTopic,
        printed: Section,
        where: tuple[object, ...],
    ) -> Iterator[_Entry]:
        """Yield the values and blocks of a field; nothing stands for them where it is gone.

        Where one version has values and the printed one a text, or the other way round, one stands
        for the other.
        """
        said, stand = topic.field(spec.name), printed.field(spec.name)
        is_gone = joined.is_gone(spec.name)
        texts = [value.text for value in stand.values]
        blocks = stand.blocks or tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
        texts = texts or [block.text for block in blocks]
        for value in said.values:
            text = self._plan.renumbering.value(spec, value.text, (v,))
            line = self._plan.versions.items[v].line_of(value)
            yield _Entry(spec.item, v, line, text, where, None if is_gone else texts)
        yield from self._blocks("block", v, said.blocks, where, None if is_gone else blocks)

    def _question(self, v: int, question: Question, topic: int) -> Iterator[_Entry]:
        name = key(wording_of(question))
        place = self._plan.questions.place_of.get(name)
        line = self._plan.line(v, question)
        joined = None if place is None else self._plan.questions.joined[place]
        if joined is None or not joined.homes:  # dropped by a ruling, or taken out by hand
            is_dropped = joined is not None or name in self._plan.questions.dropped
            printed: Collection[str] | None = None if is_dropped else ()
            yield _Entry("question", v, line, question.text, (name,), printed)
            if question.answer != NO_ANSWER:
                yield _Entry("answer", v, line, question.answer.text, (name,), printed)
            return
        asked = list(self._asked(joined))
        home = topic if topic in joined.homes else joined.homes[0]
        text = self._plan.renumbering.text(question.text, (v,))
        yield _Entry("question", v, line, text, (place, home), [each.text for each in asked])
        if question.answer != NO_ANSWER:
            answer = self._plan.renumbering.answer(question.answer, (v,))
            printed = self._answers(question, joined, asked)
            if self._is_dropped(name, topic) and answer.text not in (printed or ()):
                printed = None  # here, and asked elsewhere with another answer
            yield _Entry("answer", v, line, answer.text, (place, home), printed)

    def _is_dropped(self, name: str, topic: int) -> bool:
        """Tell whether a question is dropped in a topic, or the topic itself is."""
        is_printed = topic in self._plan.outline.place_of_topic
        return not is_printed or (name, topic) in self._plan.questions.dropped_in

    def _answers(
        self, question: Question, joined: JoinedQuestion, printed: Iterable[Question]
    ) -> Collection[str] | None:
        """Return what stands for an answer; for ticks at options that are not printed, what is."""
        if joined.answer is not None and joined.answer.value == NO_ANSWER:
            return None  # taken out by hand
        if answer_below(joined.printed, question) == NO_ANSWER:
            return [each.text for each in printed]
        return [each.answer.text for each in printed if each.answer != NO_ANSWER]

    def _asked(self, joined: JoinedQuestion) -> Iterator[Question]:
        """Yield a question wherever it is printed."""
        names = {key(self._renewed(each)) for each in joined.asked}
        names.add(key(wording_of(joined.printed)))  # a ruling may have put it into words of its own
        for home in joined.homes:
            asked = self._printed_in(home)
            places = sorted(place for name in names for place in asked.get(name, ()))
            yield from (self._topics[home].questions[place] for place in places)

    def _printed_in(self, topic: int) -> Mapping[str, list[int]]:
        """Return the places of a written topic's questions by their names."""
        if topic not in self._names:
            self._names[topic] = {}
            questions = self._topics[topic].questions if topic in self._topics else ()
            for place, question in enumerate(questions):
                self._names[topic].setdefault(key(wording_of(question)), []).append(place)
        return self._names[topic]

    def _renewed(self, asked: AskedQuestion) -> Wording:
        """Return a question's wording with its references renewed, but for what was edited."""
        if asked.version == self._plan.by_hand:
            return wording_of(asked.said)
        return wording_of(self._plan.renumbering.question(asked.said, (asked.version,)))

    def _blocks(
        self,
        kind: str,
        v: int,
        blocks: Iterable[Block],
        place: tuple[object, ...],
        printed: Iterable[Block] | None,
    ) -> Iterator[_Entry]:
        texts = None if printed is None else [block.text for block in printed]
        line_of = self._plan.versions.items[v].line_of
        for block in blocks:
            text = self._plan.renumbering.block(block, (v,)).text
            yield _Entry(kind, v, line_of(block), text, place, texts)


def _texts(said: Text | None) -> list[str]:
    return [said.text] if said else []
