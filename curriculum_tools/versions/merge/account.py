"""The ledger of a merge: what became of everything that any version says.

It compares what was read back from the written guide with what the versions say, and so finds
what the merge itself has overlooked. What cannot be found where it should stand is unaccounted
for, and nothing is written.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from curriculum_tools.likeness import Wording, key
from curriculum_tools.model.guide import FieldKind
from curriculum_tools.versions.alignment.align import ChapterRef, TopicRef
from curriculum_tools.versions.merge.questions import Asked
from curriculum_tools.versions.merge.whole import Joined
from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidQuestion,
    SaidText,
    SaidTopic,
    Version,
)

KINDS = (
    "guide-title", "front-matter", "prose", "chapter", "topic",
    "description", "notes", "prerequisite", "question", "block",
)  # fmt: skip


class Fate(StrEnum):
    """What became of something that a version says."""

    KEPT = "kept"
    FOLDED = "folded"
    DROPPED = "dropped_by_decision"
    UNACCOUNTED = "unaccounted"


@dataclass(frozen=True, slots=True)
class Item:
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

    items: tuple[Item, ...]

    @property
    def missing(self) -> tuple[Item, ...]:
        """What is unaccounted for."""
        return tuple(item for item in self.items if item.fate is Fate.UNACCOUNTED)

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


def account(joined: Joined, written: Version) -> Accounting:
    """Account for everything; `written` is what was read back from the guide."""
    return Accounting(tuple(_Ledger(joined, written).items()))


class _Ledger:
    """Looks everything up where it should stand in the written guide."""

    def __init__(self, joined: Joined, written: Version) -> None:
        self._joined = joined
        self._written = written
        places = joined.outline.place_of_topic
        self._topics = dict(zip(places, written.topics, strict=False))
        self._chapters = dict(zip(joined.outline.chapters.items, written.chapters, strict=False))

    def items(self) -> Iterator[Item]:
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
            source = self._joined.versions[entry.version].name
            yield Item(entry.kind, source, entry.line, entry.text, fate)

    def _entries(self) -> Iterator[_Entry]:
        written = self._written
        said = self._joined.of_guide  # None, or empty, where it was taken out by hand
        title = _texts(written.title) if said.title else None
        matter = _texts(written.front_matter) if said.front_matter else None
        prose = written.prose if said.prose and said.prose.value else None
        for v, version in enumerate(self._joined.versions):
            if version.title:
                yield _Entry("guide-title", v, version.title.line, version.title.text, (), title)
            if version.front_matter:
                front = version.front_matter
                yield _Entry("front-matter", v, front.line, front.text, (), matter)
            yield from self._blocks("prose", v, version.prose, (), prose)
            for c, chapter in enumerate(version.chapters):
                yield from self._chapter(v, chapter, self._joined.chapter_of[ChapterRef(v, c)])
            for t, topic in enumerate(version.topics):
                yield from self._topic(v, topic, self._joined.topic_of[TopicRef(v, t)])

    def _chapter(self, v: int, chapter: SaidChapter, place: int) -> Iterator[_Entry]:
        """Of a chapter that is not printed, its topics stand for it, wherever they are."""
        title = chapter.title or ""
        if place not in self._chapters:
            entries = [_Entry("chapter", v, chapter.line, title, (place,), ())]
            entries += self._blocks("block", v, chapter.blocks, (place,), ())
            topics = self._topics_of(place) or None  # all dropped
            yield from (entry._replace(printed=topics) for entry in entries)
            return
        printed = self._chapters[place]
        yield _Entry("chapter", v, chapter.line, title, (place,), [printed.title or title])
        chosen = self._joined.chapters[place].blocks
        is_gone = chosen is not None and not chosen.value  # taken out by hand
        stand = None if is_gone else printed.blocks
        yield from self._blocks("block", v, chapter.blocks, (place,), stand)

    def _topics_of(self, chapter: int) -> list[str]:
        """Give the printed topics that some version has in a chapter."""
        topics = self._joined.topics
        return [
            printed.title
            for place, printed in self._topics.items()
            if any(member.chapter == chapter for member in topics[place].members)
        ]

    def _topic(self, v: int, topic: SaidTopic, place: int) -> Iterator[_Entry]:
        printed = self._topics.get(place, SaidTopic(None, ""))
        joined = self._joined.topics[place]
        where = ("topic", place)
        entries = [_Entry("topic", v, topic.line, topic.title, where, [printed.title])]
        renew = self._joined.renumbering.name
        for kind, field, said, stand in (
            ("description", FieldKind.DESCRIPTION, topic.descriptions, printed.descriptions),
            ("prerequisite", FieldKind.PREREQUISITES, topic.prerequisites, printed.prerequisites),
        ):
            texts = None if joined.is_gone(field) else [other.text for other in stand]
            entries += [_Entry(kind, v, e.line, renew(e.text, (v,)), where, texts) for e in said]
        paths = None if joined.is_gone(FieldKind.NOTES) else [other.path for other in printed.notes]
        entries += [_Entry("notes", v, e.line, e.path, where, paths) for e in topic.notes]
        gone = {block for said in joined.gone for block in (*said.lead, *said.blocks)}
        for block in (*topic.lead, *topic.blocks):
            is_gone = block in gone or (block.under is not None and joined.is_gone(block.under))
            blocks = None if is_gone else (*printed.lead, *printed.blocks)
            entries += self._blocks("block", v, [block], where, blocks)
        is_dropped = place not in self._joined.outline.place_of_topic
        yield from (e._replace(printed=None) if is_dropped else e for e in entries)
        for question in topic.questions:
            yield from self._question(v, question, place)

    def _question(self, v: int, question: SaidQuestion, topic: int) -> Iterator[_Entry]:
        name = key(question.wording)
        place = self._joined.questions.place_of.get(name)
        if place is None:
            dropped = None if name in self._joined.questions.dropped else ()
            yield _Entry("question", v, question.line, question.text, (name,), dropped)
            return
        joined = self._joined.questions.joined[place]
        if not joined.homes:  # taken out by hand
            yield _Entry("question", v, question.line, question.text, (name,), None)
            return
        home = topic if topic in joined.homes else joined.homes[0]
        stand = (self._topics[each] for each in joined.homes if each in self._topics)
        asked = (each for one in stand for each in one.questions)
        names = {key(self._renewed(each)) for each in joined.asked}
        texts = [each.text for each in asked if key(each.wording) in names]
        text = self._joined.renumbering.text(question.text, (v,))
        yield _Entry("question", v, question.line, text, (place, home), texts)

    def _renewed(self, asked: Asked) -> Wording:
        """Give a question's wording with its references renewed, but for what was edited."""
        wording = asked.said.wording
        if asked.version == self._joined.by_hand:
            return wording
        renew = partial(self._joined.renumbering.text, versions=(asked.version,))
        return Wording.of(renew(wording.text), map(renew, wording.blocks))

    def _blocks(
        self,
        kind: str,
        v: int,
        blocks: Iterable[SaidBlock],
        place: tuple[object, ...],
        printed: Iterable[SaidBlock] | None,
    ) -> Iterator[_Entry]:
        texts = None if printed is None else [block.text for block in printed]
        for block in blocks:
            text = self._joined.renumbering.text(block.text, (v,))
            yield _Entry(kind, v, block.line, text, place, texts)


def _texts(said: SaidText | None) -> list[str]:
    return [said.text] if said else []
