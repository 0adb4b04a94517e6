"""The plan of a merge: everything that is printed, and where it comes from."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from curriculum_tools.likeness import key
from curriculum_tools.likeness.question_rulings import ruling_text
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Block, Question, Section
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.rulings import ChapterName, QuestionName, Ruling, TopicName
from curriculum_tools.versions.alignment.align import Alignment, ChapterRef, TopicRef
from curriculum_tools.versions.choice import Choice
from curriculum_tools.versions.hand_edits.store import News
from curriculum_tools.versions.merge.joined_questions import (
    JoinedQuestion,
    JoinedQuestions,
    MovedQuestion,
)
from curriculum_tools.versions.merge.merged_outline import Outline
from curriculum_tools.versions.merge.names import Names, VersionNames
from curriculum_tools.versions.merge.parts import JoinedChapter, JoinedTopic, blocks_text
from curriculum_tools.versions.merge.places import rules_of
from curriculum_tools.versions.merge.renumbered_references import Renumbering, old_numbers
from curriculum_tools.versions.merge.stale_rulings import StaleRuling
from curriculum_tools.versions.observations.placed import title_of
from curriculum_tools.versions.ordering.order import majority_order
from curriculum_tools.versions.version import Versions

Ref = TypeVar("Ref", ChapterRef, TopicRef)


@dataclass(frozen=True, slots=True)
class OfGuide:
    """What is said of the guide as a whole."""

    title: Choice[str] | None
    front_matter: Choice[str] | None
    prose: Choice[tuple[Block, ...]] | None


@dataclass(frozen=True, slots=True)
class JoinedParts:
    """Joined parts as texts, with or without what was decided of them."""

    chapters: Sequence[JoinedChapter]
    topics: Sequence[JoinedTopic]
    of_guide: OfGuide

    def of_topic(self, place: int, field: str) -> str:
        """Return the title or chapter of a topic, or the text of a field."""
        topic = self.topics[place]
        if field == "title":
            return topic.title.value
        if field == "chapter":
            return self.chapters[topic.home.value].name
        choice = topic.fields.get(field)
        return choice.value.text if choice else ""

    def of_chapter(self, place: int, field: str) -> str:
        """Return the title or text of a chapter."""
        chapter = self.chapters[place]
        if field == "title":
            return chapter.name
        return blocks_text(chapter.blocks.value) if chapter.blocks else ""

    def of_the_guide(self, field: str) -> str:
        """Return the title, introduction or front matter of the guide."""
        if field == "introduction":
            return blocks_text(self.of_guide.prose.value) if self.of_guide.prose else ""
        said = self.of_guide.title if field == "title" else self.of_guide.front_matter
        return said.value if said else ""


@dataclass(frozen=True)
class Plan:
    """Versions joined; chapters, topics and questions are known by their places.

    `name` is that of the guide. What was written in it by hand has the place after the versions.
    `absent` are the topics that the newest version does not have, `present` tells of those with
    a ruling whether they stay; `gone` were taken out by hand. `stale` are the rulings that
    match nothing, `edited` what was written by hand in place of a part; `news` are what
    versions have changed under edits. `unruled` are the parts as the versions alone have them;
    `overruled` is what the versions said when values were ruled, where that is known.
    """

    name: str
    versions: Versions
    alignment: Alignment
    chapters: Sequence[JoinedChapter]
    topics: Sequence[JoinedTopic]
    outline: Outline
    questions: JoinedQuestions
    of_guide: OfGuide
    absent: frozenset[int]
    present: Mapping[int, bool]
    gone: frozenset[int]
    kept_questions: Collection[tuple[str, int]]
    names: Names
    rulings: Rulings
    stale: tuple[StaleRuling, ...]
    unruled: JoinedParts
    overruled: Mapping[Ruling, str]
    edited: tuple[Section, ...] = ()
    moved_questions: tuple[MovedQuestion, ...] = ()
    news: tuple[News, ...] = ()

    @property
    def by_hand(self) -> int:
        """The place of what was written by hand, beside those of the versions."""
        return len(self.versions.items)

    def source(self, version: int) -> str:
        """Return the name of a version, by its place."""
        return self.name if version == self.by_hand else self.versions.items[version].name

    def line(self, version: int, said: Section | Question) -> int | None:
        """Return the line of what a version says; None where only a lock stands in for it."""
        if version == self.by_hand:
            return None
        return self.versions.items[version].line_of(said)

    @cached_property
    def chapter_of(self) -> dict[ChapterRef, int]:
        """For each chapter of a version the joined one."""
        return _places(cluster.members for cluster in self.alignment.chapters)

    @cached_property
    def topic_of(self) -> dict[TopicRef, int]:
        """For each topic of a version the joined one."""
        return _places(cluster.members for cluster in self.alignment.topics)

    @cached_property
    def _said(self) -> VersionNames:
        return VersionNames(self.versions.items)

    def topic_name(self, place: int) -> TopicName:
        """Return the name of a topic; with its chapter where others have the same title."""
        topic = self.topics[place]
        own = self.own_name(place)
        return own or TopicName(_title_in_versions(topic.title), self._home(topic))

    def own_name(self, place: int) -> TopicName | None:
        """Return a name that only this topic has, in the versions and joined; None without any.

        It is its title, or that with its chapter, or whatever else a version calls it.
        """
        topic = self.topics[place]
        title, home = _title_in_versions(topic.title), self._home(topic)
        titles = dict.fromkeys([title, *(member.said.title for member in topic.members)])
        chapters = dict.fromkeys([home, *self._chapters_in_versions(place)])
        names = (TopicName(t, c) for c in (None, *filter(None, chapters)) for t in titles)
        return next((name for name in names if self._is_own(name, place)), None)

    def _is_own(self, name: TopicName, place: int) -> bool:
        said = {self.topic_of[ref] for ref in self._said.topics(name)}
        return self.names.topics(name) == [place] and said == {place}

    def _home(self, topic: JoinedTopic) -> str | None:
        return self.chapter_name(topic.home.value).title or None

    def _chapters_in_versions(self, place: int) -> Iterator[str | None]:
        """Yield the titles of the chapters that versions have a topic in."""
        clusters = self.alignment.topics
        for ref in clusters[place].members if place < len(clusters) else ():  # else by hand
            version = self.versions.items[ref.version]
            yield title_of(version.chapters[version.chapter_of[ref.topic]])

    def question_name(self, question: JoinedQuestion, place: int) -> QuestionName:
        """Return the name of a question in a topic, if that has a title.

        It is the printed wording, or another one if the topic asks it in that.
        """
        here = [each.said for each in question.asked if each.topic == place]
        printed = key(wording_of(question.printed))
        is_printed = not here or any(key(wording_of(said)) == printed for said in here)
        text = ruling_text(wording_of(question.printed if is_printed else here[0]))
        return QuestionName(
            text, self.topic_name(place) if self.topics[place].title.value else None
        )

    def chapter_name(self, place: int) -> ChapterName:
        """Return the name of a chapter."""
        title = self.chapters[place].title
        return ChapterName(_title_in_versions(title) if title else "")

    def is_named_alone(self, place: int) -> bool:
        """Tell whether only this chapter has its name, in the versions and joined."""
        name = self.chapter_name(place)
        said = {self.chapter_of[ref] for ref in self._said.chapters(name)}
        return self.names.chapters(name) == [place] and said == {place}

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
                for v, version in enumerate(self.versions.items)
            ]
            + [{}]
        )


def _title_in_versions(title: Choice[str]) -> str:
    """Return a title, or one that a version has: rulings know nothing of others' titles."""
    said = [option for option in title.options if option.versions]
    if not said or any(option.value == title.value for option in said):
        return title.value
    return max(said, key=lambda option: max(option.versions)).value


def _questions_in_order(plan: Plan) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each printed topic with its questions, as most versions order them."""
    questions = plan.questions.joined
    here: dict[int, list[int]] = {topic: [] for topic in plan.outline.place_of_topic}
    for place, question in enumerate(questions):
        for home in question.homes:
            here[home].append(place)
    for topic, places in here.items():
        kept = set(places)
        rankings: list[list[int]] = [[] for _ in plan.versions.items]
        for member in plan.topics[topic].members:
            names = (key(wording_of(each)) for each in member.said.questions)
            found = (plan.questions.place_of.get(name) for name in names)  # None: dropped
            rankings[member.version] += (place for place in found if place in kept)
        by_hand = [[p] for p in places if questions[p].is_asked_in(plan.by_hand)]
        for said in plan.topics[topic].added:
            names = (key(wording_of(each)) for each in said.questions)
            found = (plan.questions.place_of.get(name) for name in names)
            by_hand.append([place for place in found if place in kept])
        order = partial(
            majority_order,
            [*by_hand, *(list(dict.fromkeys(ranking)) for ranking in rankings)],
            lambda place: questions[place].sorted_keys,
            oldest_first=plan.versions.in_order,
        )
        items = order().items
        moved = [each for each in plan.moved_questions if each.topic == topic]
        if moved:
            find = plan.questions.place_of.get
            put = {own: each for each in moved if (own := find(each.name)) is not None}
            rules = [
                rule
                for own, each in put.items()
                for rule in rules_of(own, each.was, each.now, items, find)
            ]
            items = order(rules=rules, moved=put).items
        yield topic, items


def _places(members: Iterable[Iterable[Ref]]) -> dict[Ref, int]:
    return {ref: place for place, refs in enumerate(members) for ref in refs}
