"""Merging: from what many versions say to everything that is printed, and where it comes from.

A pure function of a set of versions: the result does not depend on where they were read from
nor, without a declared order, on the order in which they are named.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from curriculum_tools.likeness import key
from curriculum_tools.model.rulings import ChapterName, Ruling, Rulings, TopicName
from curriculum_tools.versions.alignment.align import Alignment, ChapterRef, TopicRef, align
from curriculum_tools.versions.merge.choice import Choice, choose
from curriculum_tools.versions.merge.editing import Editing
from curriculum_tools.versions.merge.edits import Edit, Edited
from curriculum_tools.versions.merge.joined import (
    Exists,
    JoinedChapter,
    JoinedTopic,
    blocks_text,
    join_chapters,
    join_topics,
)
from curriculum_tools.versions.merge.names import Names
from curriculum_tools.versions.merge.outline import Outline, outline
from curriculum_tools.versions.merge.questions import Asked, Questions, join_questions
from curriculum_tools.versions.merge.references import Renumbering, old_numbers
from curriculum_tools.versions.merge.settle import Pairs, Settling
from curriculum_tools.versions.observations import fingerprint
from curriculum_tools.versions.ordering.order import majority_order
from curriculum_tools.versions.version import SaidBlock, Version

Ref = TypeVar("Ref", ChapterRef, TopicRef)


@dataclass(frozen=True, slots=True)
class OfGuide:
    """What is said of the guide as a whole."""

    title: Choice[str] | None
    front_matter: Choice[str] | None
    prose: Choice[tuple[SaidBlock, ...]] | None


@dataclass(frozen=True)
class Joined:
    """Versions joined; chapters, topics and questions are known by their places.

    `name` is that of the guide. What was written in it by hand has the place after the versions.
    `absent` are the topics that the newest version does not have, `present` tells of those with
    a ruling whether they stay; `gone` were taken out by hand. `stale` are the rulings that
    match nothing.
    """

    name: str
    versions: tuple[Version, ...]
    declared: bool
    alignment: Alignment
    chapters: Sequence[JoinedChapter]
    topics: Sequence[JoinedTopic]
    outline: Outline
    questions: Questions
    of_guide: OfGuide
    absent: frozenset[int]
    present: Mapping[int, bool]
    gone: frozenset[int]
    kept_questions: Collection[tuple[str, int]]
    names: Names
    stale: tuple[Ruling, ...]

    @property
    def by_hand(self) -> int:
        """The place of what was written by hand, beside those of the versions."""
        return len(self.versions)

    def source(self, version: int) -> str:
        """Give the name of a version, by its place."""
        return self.name if version == self.by_hand else self.versions[version].name

    @cached_property
    def chapter_of(self) -> dict[ChapterRef, int]:
        """For each chapter of a version the joined one."""
        return _places(cluster.members for cluster in self.alignment.chapters)

    @cached_property
    def topic_of(self) -> dict[TopicRef, int]:
        """For each topic of a version the joined one."""
        return _places(cluster.members for cluster in self.alignment.topics)

    def topic_name(self, place: int) -> TopicName:
        """Give the name of a topic; with its chapter where others have the same title."""
        topic = self.topics[place]
        name = TopicName(topic.title.value)
        if len(self.names.topics(name)) == 1:
            return name
        return TopicName(name.title, self.chapters[topic.home.value].name)

    def chapter_name(self, place: int) -> ChapterName:
        """Give the name of a chapter."""
        return ChapterName(self.chapters[place].name)

    @cached_property
    def questions_of(self) -> dict[int, tuple[int, ...]]:
        """For each printed topic its questions, in their order."""
        return dict(_questions_in_order(self))

    @cached_property
    def renumbering(self) -> Renumbering:
        """What the numbers of each version have become."""
        chapters, topics = self.outline.number_of_chapter, self.outline.number_of_topic
        return Renumbering(
            [
                old_numbers(
                    version,
                    [
                        chapters.get(self.chapter_of[ChapterRef(v, c)])
                        for c, _ in enumerate(version.chapters)
                    ],
                    [
                        topics.get(self.topic_of[TopicRef(v, t)])
                        for t, _ in enumerate(version.topics)
                    ],
                )
                for v, version in enumerate(self.versions)
            ]
            + [{}]
        )


@dataclass(frozen=True, slots=True)
class Decided:
    """What people have decided: by rulings, and by editing the merged guide.

    Of the rulings, those that `ruled_before` the edits give way to them.
    """

    rulings: Rulings = Rulings()  # noqa: RUF009 - immutable
    edits: tuple[Edit, ...] = ()
    ruled_before: Rulings = Rulings()  # noqa: RUF009


def join(
    versions: Iterable[Version],
    name: str,
    exists: Exists,
    *,
    declared: bool,
    decided: Decided = Decided(),
) -> Joined:
    """Join versions, the oldest first if their order is `declared`, for a guide of this name.

    `exists` tells whether there is a file of notes at a path.
    """
    versions = distinct(versions, declared=declared)
    settling = Settling(decided.rulings)
    again = Settling(decided.rulings, passed=tuple(decided.ruled_before))
    editing = Editing(decided.edits)
    alignment = _aligned(versions, settling.pairs(versions))
    chapters: Sequence[JoinedChapter] = join_chapters(versions, alignment, declared=declared)
    topics: Sequence[JoinedTopic] = join_topics(
        versions, alignment, chapters, exists, declared=declared
    )
    for hand in (settling, editing, again):
        names = Names(chapters, topics)
        chapters = hand.chapters(chapters, names)
        topics = hand.topics(topics, names, chapters)
    names = Names(chapters, topics)
    absent = _absent(topics, len(versions) - 1) if declared else frozenset()
    present = settling.present(topics, names, absent)
    gone = editing.gone(names) - present.keys()
    lines = outline(
        chapters,
        topics,
        _rankings([cluster.members for cluster in alignment.chapters], len(versions), chapters),
        _rankings([cluster.members for cluster in alignment.topics], len(versions), topics),
        declared=declared,
        dropped=gone | {place for place, is_kept in present.items() if not is_kept},
        wishes=again.wishes(names) + editing.wishes(names) + settling.wishes(names),
        beside=[(doubt.a, doubt.b) for doubt in alignment.doubtful_topics],
    )
    edited = editing.questions(topics, names)
    asked = [
        Asked(member.version, place, member.said.number, question)
        for place, topic in enumerate(topics)
        for member in topic.members
        for question in member.said.questions
    ]
    asked += [Asked(len(versions), place, None, question) for place, question in edited.asked]
    on_questions = settling.questions(asked, names)
    prose = [said.text for v in versions for topic in v.topics for said in topic.descriptions]
    questions = join_questions(
        asked, prose, lines.place_of_topic, declared=declared, rulings=on_questions, edits=edited
    )
    return Joined(
        name=name,
        versions=versions,
        declared=declared,
        alignment=alignment,
        chapters=chapters,
        topics=topics,
        outline=lines,
        questions=questions,
        of_guide=_of_guide(versions, editing, settling, declared=declared),
        absent=absent,
        present=present,
        gone=gone,
        kept_questions=[name for name, is_kept in on_questions.present.items() if is_kept],
        names=names,
        stale=settling.stale(lines),
    )


def _of_guide(
    versions: Sequence[Version], editing: Editing, settling: Settling, *, declared: bool
) -> OfGuide:
    """Choose what is said of the guide as a whole."""
    titles = [(place, v.title.text) for place, v in enumerate(versions) if v.title]
    matter = [(place, v.front_matter.text) for place, v in enumerate(versions) if v.front_matter]
    proses = [(place, v.prose) for place, v in enumerate(versions) if v.prose]
    title = choose(titles, str, declared=declared) if titles else None
    front_matter = choose(matter, str, declared=declared) if matter else None
    prose = choose(proses, blocks_text, declared=declared) if proses else None
    return OfGuide(
        title=settling.guide_title(editing.of_guide(Edited.GUIDE_TITLE, title)),
        front_matter=editing.of_guide(Edited.FRONT_MATTER, front_matter),
        prose=editing.prose(prose),
    )


def _aligned(versions: Sequence[Version], pairs: Pairs) -> Alignment:
    return align(
        versions,
        same_topics=pairs.same_topics,
        different_topics=pairs.different_topics,
        same_chapters=pairs.same_chapters,
        different_chapters=pairs.different_chapters,
    )


def _absent(topics: Iterable[JoinedTopic], newest: int) -> frozenset[int]:
    """Give the topics that one of several versions does not have."""
    return frozenset(
        place
        for place, topic in enumerate(topics)
        if newest > 0
        and topic.members
        and all(member.version != newest for member in topic.members)
    )


def distinct(versions: Iterable[Version], *, declared: bool) -> tuple[Version, ...]:
    """Count versions of the same content once: where they first stand, by the first of their names.

    Without a declared order they are sorted by content, so that their order settles nothing.
    """
    found: dict[str, Version] = {}
    for version in versions:
        content = fingerprint(version)
        same = found.get(content, version)
        found[content] = min(same, version, key=lambda each: each.name)
    return tuple(found.values() if declared else (found[content] for content in sorted(found)))


def _rankings(
    members: Iterable[Iterable[tuple[int, int]]], versions: int, joined: Sequence[object]
) -> list[list[int]]:
    """Give for each version its joined chapters or topics in its own order.

    What was added by hand stands in a ranking of its own, which says nothing of its place.
    """
    members = list(members)
    rankings: list[list[tuple[int, int]]] = [[] for _ in range(versions)]
    for number, refs in enumerate(members):
        for version, place in refs:
            rankings[version].append((place, number))
    added = ([place] for place in range(len(members), len(joined)))
    return [*added, *([number for _, number in sorted(ranking)] for ranking in rankings)]


def _questions_in_order(joined: Joined) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each printed topic with its questions, as most versions order them."""
    questions = joined.questions.joined
    here: dict[int, list[int]] = {topic: [] for topic in joined.outline.place_of_topic}
    for place, question in enumerate(questions):
        for home in question.homes:
            here[home].append(place)
    for topic, places in here.items():
        kept = set(places)
        rankings: list[list[int]] = [[] for _ in joined.versions]
        for member in joined.topics[topic].members:
            names = (key(each.wording) for each in member.said.questions)
            found = (joined.questions.place_of.get(name) for name in names)  # None: dropped
            rankings[member.version] += (place for place in found if place in kept)
        by_hand = [[p] for p in places if questions[p].is_asked_in(joined.by_hand)]
        ordered = majority_order(
            [*by_hand, *(list(dict.fromkeys(ranking)) for ranking in rankings)],
            lambda place: questions[place].sorted_keys,
            oldest_first=joined.declared,
        )
        yield topic, ordered.items


def _places(members: Iterable[Iterable[Ref]]) -> dict[Ref, int]:
    return {ref: place for place, refs in enumerate(members) for ref in refs}
