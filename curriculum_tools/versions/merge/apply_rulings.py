"""What maintainers have ruled, applied to what versions say."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, TypeVar

from curriculum_tools.model.content import Field, Notes, Text
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.rulings import (
    AbsentFromNewest,
    ChapterName,
    DescriptionRuling,
    FromRuling,
    GuideName,
    HomeRuling,
    NotesRuling,
    OrderRuling,
    PairRuling,
    PresenceRuling,
    Ruling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.versions.alignment.align import ChapterRef, TopicRef
from curriculum_tools.versions.choice import By, Choice, T, settled
from curriculum_tools.versions.merge.joined_questions import AskedQuestion, QuestionRulings
from curriculum_tools.versions.merge.merged_outline import OrderConstraints, Outline
from curriculum_tools.versions.merge.names import (
    Names,
    VersionNames,
    version_named,
)
from curriculum_tools.versions.merge.parts import JoinedChapter, JoinedTopic
from curriculum_tools.versions.merge.rulings_on_questions import question_rulings
from curriculum_tools.versions.merge.stale_rulings import StaleRuling, stale_rulings
from curriculum_tools.versions.version import Version

Found = TypeVar("Found", bound=Collection[Any])


@dataclass(frozen=True, slots=True)
class Pairs:
    """Topics and chapters of versions that are ruled the same, or different."""

    same_topics: set[tuple[TopicRef, TopicRef]]
    different_topics: set[tuple[TopicRef, TopicRef]]
    same_chapters: set[tuple[ChapterRef, ChapterRef]]
    different_chapters: set[tuple[ChapterRef, ChapterRef]]


class RulingApplier:
    """Applies rulings, and remembers which of them had something to apply to."""

    def __init__(
        self,
        rulings: Rulings,
        versions: Sequence[Version],
        own: str,
        passed: Collection[Ruling] = (),
    ) -> None:
        """Take rulings; those that are `passed` over do nothing.

        `own` is the name of the merged guide, which may stand for what was edited in it by hand.
        """
        self._rulings = Rulings(tuple(each for each in rulings if each not in passed))
        self._versions = versions
        self._own = own
        self._used: set[Ruling] = set()
        self._constraints: dict[Ruling, OrderConstraints] = {}

    def stale(self, outline: Outline) -> tuple[StaleRuling, ...]:
        """Return the rulings that match nothing, and those of order that contradict others."""
        met = {ruling for ruling, found in self._constraints.items() if outline.meets(found)}
        unmet = [each for each in self._rulings if each not in self._used | met]
        return stale_rulings(unmet, self._versions)

    @property
    def pairs(self) -> Pairs:
        """The topics and chapters of versions that are ruled the same, or different."""
        said = VersionNames(self._versions)
        pairs = Pairs(set(), set(), set(), set())
        for ruling in self._rulings.of(PairRuling):
            a, b = ruling.a, ruling.b
            if isinstance(a, TopicName) and isinstance(b, TopicName):
                topics = set(product(said.topics(a), said.topics(b)))
                (pairs.same_topics if ruling.same else pairs.different_topics).update(topics)
                self._note(ruling, topics)
            elif isinstance(a, ChapterName) and isinstance(b, ChapterName):
                chapters = set(product(said.chapters(a), said.chapters(b)))
                (pairs.same_chapters if ruling.same else pairs.different_chapters).update(chapters)
                self._note(ruling, chapters)
        return pairs

    def of_guide(self, field: str, choice: Choice[T] | None) -> Choice[T] | None:
        """Return what the guide says of itself, as a version says it that is ruled to hold."""
        for ruling in self._rulings.of(FromRuling):
            if ruling.what == GuideName() and ruling.field == field:
                if ruling.source == self._own:
                    self._used.add(ruling)
                choice = self._taken(choice, ruling) if choice else choice
        return choice

    def guide_title(self, choice: Choice[str] | None) -> Choice[str] | None:
        """Return the title of the guide that is ruled, if one is."""
        choice = self.of_guide("title", choice)
        for ruling in self._rulings.of(TitleRuling):
            if isinstance(ruling.what, GuideName):
                self._used.add(ruling)
                choice = settled(choice, ruling.title, By.DECISION)
        return choice

    def chapters(self, chapters: Sequence[JoinedChapter], names: Names) -> list[JoinedChapter]:
        """Return chapters with the titles and texts that are ruled."""
        found = list(chapters)
        for ruling in self._rulings:
            match ruling:
                case TitleRuling(what=ChapterName() as name, title=title):
                    for place in self._note(ruling, names.chapters(name)):
                        found[place] = _retitled(found[place], title)
                case PairRuling(a=ChapterName() as name, same=True, wording=str(title)):
                    for place in names.chapters(name):
                        found[place] = _retitled(found[place], title)
                case FromRuling(what=ChapterName() as name):
                    for place in names.chapters(name):
                        found[place] = self._chapter_from(found[place], ruling)
        return found

    def _chapter_from(self, chapter: JoinedChapter, ruling: FromRuling) -> JoinedChapter:
        if ruling.field == "title" and chapter.title:
            return replace(chapter, title=self._taken(chapter.title, ruling))
        if ruling.field == "text" and chapter.blocks:
            return replace(chapter, blocks=self._taken(chapter.blocks, ruling))
        return chapter

    def _taken(self, choice: Choice[T], ruling: FromRuling) -> Choice[T]:
        """Choose what a version says, or what was edited, if it says anything."""
        if ruling.source == self._own:
            self._used.add(ruling)
            return replace(choice, by=By.DECISION) if choice.by is By.EDITED else choice
        version = version_named(self._versions, ruling.source)
        for option in choice.options:
            if version in option.versions:
                self._used.add(ruling)
                return choice.overruled(option.value, By.DECISION)
        return choice

    def topics(
        self, topics: Sequence[JoinedTopic], names: Names, _chapters: Sequence[JoinedChapter]
    ) -> list[JoinedTopic]:
        """Return topics with the title, home and fields that are ruled."""
        found = list(topics)
        for place, ruling in self._on_topics(names):
            topic = found[place]
            match ruling:
                case TitleRuling(title=title) | PairRuling(wording=str(title)):
                    topic = replace(topic, title=settled(topic.title, title, By.DECISION))
                case HomeRuling():
                    for home in names.chapters(ruling.chapter)[:1]:
                        topic = replace(topic, home=settled(topic.home, home, By.DECISION))
                case DescriptionRuling():
                    topic = _with_value(topic, Field("description", (Text(ruling.text),)))
                case NotesRuling():
                    notes = Notes(ruling.notes, ruling.status)
                    topic = _with_value(topic, Field("notes", (notes,)))
                case FromRuling():
                    topic = self._topic_from(topic, ruling)
            found[place] = topic
        return found

    def _topic_from(self, topic: JoinedTopic, ruling: FromRuling) -> JoinedTopic:
        match ruling.field:
            case "title":
                return replace(topic, title=self._taken(topic.title, ruling))
            case "chapter":
                return replace(topic, home=self._taken(topic.home, ruling))
            case field if field in topic.fields:
                taken = self._taken(topic.fields[field], ruling)
                return replace(topic, fields=topic.fields | {field: taken})
        return topic

    def _on_topics(self, names: Names) -> Iterator[tuple[int, Ruling]]:
        """Yield the rulings on topics, each with the topic's place; titles of pairs come first."""
        for pair in self._rulings.of(PairRuling):
            if isinstance(pair.a, TopicName) and pair.same and pair.wording:
                yield from ((place, pair) for place in names.topics(pair.a))
        for ruling in self._rulings:
            match ruling:
                case TitleRuling(what=TopicName() as name):
                    found = names.topics(name)
                case HomeRuling(topic=name, chapter=chapter):
                    found = names.topics(name) if names.chapters(chapter) else []
                case DescriptionRuling(topic=name) | NotesRuling(topic=name):
                    found = names.topics(name)
                case FromRuling(what=TopicName() as name):
                    yield from ((place, ruling) for place in names.topics(name))
                    continue
                case _:
                    continue
            for place in self._note(ruling, found):
                yield place, ruling

    def constraints(self, names: Names) -> OrderConstraints:
        """Return what is ruled to stand before what."""
        found = OrderConstraints()
        for ruling in self._rulings.of(OrderRuling):
            what, other = ruling.what, ruling.other
            if isinstance(what, TopicName) and isinstance(other, TopicName):
                moved, others = names.topics(what), names.topics(other)
            elif isinstance(what, ChapterName) and isinstance(other, ChapterName):
                moved, others = names.chapters(what), names.chapters(other)
            else:
                continue
            pairs = product(moved, others)
            rules = [(a, b) if ruling.is_before else (b, a) for a, b in pairs]
            if isinstance(what, TopicName):
                constraints = OrderConstraints(topics=rules, moved_topics=frozenset(moved))
            else:
                constraints = OrderConstraints(chapters=rules, moved_chapters=frozenset(moved))
            self._constraints[ruling] = constraints
            found += constraints
        return found

    def present(
        self, topics: Sequence[JoinedTopic], names: Names, absent: Collection[int]
    ) -> dict[int, bool]:
        """Return the topics that are ruled to be kept (True) or dropped, by their places.

        `absent` are those that the newest version does not have; what a ruling names itself
        counts more than what it says of all of them.
        """
        found: dict[int, bool] = {}
        for ruling in sorted(
            self._rulings.of(PresenceRuling),
            key=lambda each: (isinstance(each.what, TopicName), each.what != AbsentFromNewest()),
        ):
            match ruling.what:
                case TopicName() as name:
                    places = names.topics(name)
                case ChapterName() as name:
                    places = _at_home(topics, names.chapters(name))
                case AbsentFromNewest(chapter=chapter):
                    within = names.chapters(ChapterName(chapter)) if chapter else None
                    gone = set(absent)
                    places = [place for place in _at_home(topics, within) if place in gone]
                case _:
                    continue
            found |= dict.fromkeys(self._note(ruling, places), ruling.is_kept)
        return found

    def questions(self, asked: Iterable[AskedQuestion], names: Names) -> QuestionRulings:
        """Return what is ruled of questions."""
        found = question_rulings(self._rulings, list(asked), names, self._versions, self._own)
        self._used |= found.used
        return found.rulings

    def _note(self, ruling: Ruling, found: Found) -> Found:
        """Remember that a ruling has something to apply to."""
        if found:
            self._used.add(ruling)
        return found


def _retitled(chapter: JoinedChapter, title: str) -> JoinedChapter:
    return replace(chapter, title=settled(chapter.title, title, By.DECISION))


def _with_value(topic: JoinedTopic, ruled: Field) -> JoinedTopic:
    """Give a topic the ruled value of a field; one that a version has, with its blocks."""
    known = topic.fields.get(ruled.name)
    options = known.options if known else ()
    same = (option.value for option in options if option.value.values == ruled.values)
    choice = settled(known, next(same, ruled), By.DECISION)
    return replace(topic, fields=topic.fields | {ruled.name: choice})


def _at_home(topics: Sequence[JoinedTopic], chapters: Collection[int] | None) -> list[int]:
    """Return the topics at home in chapters; all where none are given."""
    return [
        place
        for place, topic in enumerate(topics)
        if chapters is None or topic.home.value in chapters
    ]
