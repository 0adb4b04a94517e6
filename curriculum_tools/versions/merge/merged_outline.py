"""The outline of a merged guide: its chapters and topics in order, and their numbers."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from curriculum_tools.versions.merge.parts import JoinedChapter, JoinedTopic
from curriculum_tools.versions.merge.topic_numbers import IN_CHAPTERS, TopicNumbers
from curriculum_tools.versions.ordering.order import Ordered, majority_order

Pairs = Sequence[tuple[int, int]]
Rankings = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Outline:
    """Joined chapters and topics, by their places, in the order in which they are printed.

    Chapters that are `unnumbered` have no number; `numbers` tell how topics are numbered.
    """

    chapters: Ordered[int]
    topics: dict[int, Ordered[int]]
    unnumbered: Collection[int]
    numbers: TopicNumbers

    @cached_property
    def number_of_chapter(self) -> dict[int, str]:
        """The new numbers of chapters."""
        numbered = (chapter for chapter in self.chapters.items if chapter not in self.unnumbered)
        return {chapter: str(number) for number, chapter in enumerate(numbered, 1)}

    @cached_property
    def number_of_topic(self) -> dict[int, str | None]:
        """The new numbers of topics, in the order of the guide; None for one without."""
        chapters = [
            (self.number_of_chapter.get(chapter), self.topics[chapter].items)
            for chapter in self.chapters.items
        ]
        return dict(self.numbers.of(chapters))

    @cached_property
    def place_of_topic(self) -> dict[int, int]:
        """For each topic its place in the guide, from 0."""
        return {topic: place for place, topic in enumerate(self.number_of_topic)}

    def meets(self, constraints: "OrderConstraints") -> bool:
        """Tell whether any of the constraints is met."""
        place_of_chapter = {chapter: place for place, chapter in enumerate(self.chapters.items)}
        return any(
            first in places and second in places and places[first] < places[second]
            for pairs, places in (
                (constraints.chapters, place_of_chapter),
                (constraints.topics, self.place_of_topic),
            )
            for first, second in pairs
        )


@dataclass(frozen=True, slots=True)
class OrderConstraints:
    """Which chapters and topics stand before which others, whatever the versions say.

    Of each pair, the one that is `moved` makes way.
    """

    chapters: Pairs = ()
    topics: Pairs = ()
    moved_chapters: frozenset[int] = frozenset()
    moved_topics: frozenset[int] = frozenset()

    def __add__(self, other: "OrderConstraints") -> "OrderConstraints":
        """Return the constraints of both; where they contradict each other, these hold."""
        return OrderConstraints(
            (*self.chapters, *other.chapters),
            (*self.topics, *other.topics),
            self.moved_chapters | other.moved_chapters,
            self.moved_topics | other.moved_topics,
        )


def outline(
    chapters: Sequence[JoinedChapter],
    topics: Sequence[JoinedTopic],
    chapter_rankings: Rankings,
    topic_rankings: Rankings,
    *,
    oldest_first: bool,
    numbers: TopicNumbers = IN_CHAPTERS,
    dropped: Collection[int] = (),
    constraints: OrderConstraints = OrderConstraints(),
    beside: Pairs = (),
) -> Outline:
    """Put what is printed in order.

    `rankings` are the joined chapters and topics of each version in its order, the oldest first
    if `oldest_first`. A chapter is left out where all its topics are at home in others, unless some
    version has it without topics; what stands in no chapter comes first. Chapters of prose, without
    topics, get no numbers where they had none; nor does any that had none where `numbers` are those
    of versions. `dropped` are topics that are not printed, `beside`
    those that should be neighbours.
    """
    homes = {place: topic.home.value for place, topic in enumerate(topics)}
    empty = {
        place
        for place, chapter in enumerate(chapters)
        if not all(member.said.sections for member in chapter.members)
    }
    empty -= set(homes.values())
    homes = {place: home for place, home in homes.items() if place not in dropped}
    kept = set(homes.values()) | empty
    untitled = {place for place in kept if chapters[place].title is None}
    first = [(a, b) for a in sorted(untitled) for b in sorted(kept - untitled)]
    ordered = majority_order(
        _only(chapter_rankings, kept),
        lambda place: (chapters[place].name, chapters[place].content),
        oldest_first=oldest_first,
        rules=[*first, *constraints.chapters],
        moved=constraints.moved_chapters,
    )
    within = {
        chapter: majority_order(
            _only(topic_rankings, {topic for topic, home in homes.items() if home == chapter}),
            lambda place: (topics[place].title.value, topics[place].content),
            oldest_first=oldest_first,
            rules=constraints.topics,
            moved=constraints.moved_topics,
            beside=beside,
        )
        for chapter in ordered.items
    }
    prose = {
        place
        for place, order in within.items()
        if not (order.items and numbers.all_are_numbered)
        and all(member.said.number is None for member in chapters[place].members)
    }
    return Outline(ordered, within, untitled | prose, numbers)


def _only(rankings: Rankings, kept: Iterable[int]) -> list[list[int]]:
    among = set(kept)
    return [list(dict.fromkeys(p for p in ranking if p in among)) for ranking in rankings]
