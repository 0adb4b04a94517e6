"""What versions disagree about, and what a maintainer is asked to decide."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from curriculum_tools.model.guide import FieldKind
from curriculum_tools.versions.align import Doubt
from curriculum_tools.versions.merge.choice import By, Choice, T
from curriculum_tools.versions.merge.join import Joined
from curriculum_tools.versions.merge.joined import Held, blocks_text
from curriculum_tools.versions.merge.merged import (
    Absent,
    Conflict,
    ConflictOption,
    MergedChapter,
    ReviewItem,
    ReviewMember,
)
from curriculum_tools.versions.merge.questions import JoinedQuestion
from curriculum_tools.versions.order import Ordered

#: Rewordings across versions below it are left to `curriculum duplicates`; see bench/merge.
ASKED_ABOUT = 0.8

_KIND_OF_FIELD = {
    FieldKind.DESCRIPTION: "description",
    FieldKind.PREREQUISITES: "prerequisite",
    FieldKind.NOTES: "notes",
    FieldKind.QUESTIONS: "block",
}


def conflicts(joined: Joined) -> Iterator[Conflict]:
    """Yield what versions say differently, in the order of the guide."""
    for kind, choice in (("guide-title", joined.title), ("front-matter", joined.front_matter)):
        yield from _contested(joined, kind, choice, str)
    yield from _contested(joined, "prose", joined.prose, blocks_text)
    yield from _order(joined, joined.outline.chapters, lambda place: joined.chapters[place].name)
    for place in joined.outline.chapters.items:
        chapter = joined.chapters[place]
        where = joined.outline.number_of_chapter.get(place), chapter.name
        yield from _contested(joined, "chapter-title", chapter.title, str, where)
        yield from _contested(joined, "block", chapter.blocks, blocks_text, where)
        topics = joined.outline.topics[place]
        yield from _order(joined, topics, lambda topic: joined.topics[topic].title.value, where)
        for topic in topics.items:
            yield from _of_topic(joined, topic)


def _of_topic(joined: Joined, place: int) -> Iterator[Conflict]:
    topic = joined.topics[place]
    where = joined.outline.number_of_topic[place], topic.title.value
    yield from _contested(joined, "title", topic.title, str, where)
    yield from _contested(
        joined, "chapter", topic.home, lambda home: joined.chapters[home].name, where
    )
    for kind, choice in topic.fields.items():
        yield from _contested(joined, _KIND_OF_FIELD[kind], choice, _held_text, where)


def _held_text(held: Held) -> str:
    return held.text


def _contested(
    joined: Joined,
    kind: str,
    choice: Choice[T] | None,
    text: Callable[[T], str],
    where: tuple[str | None, str | None] = (None, None),
) -> Iterator[Conflict]:
    if choice and choice.is_contested:
        options = tuple(
            ConflictOption(text(option.value), _names(joined, option.versions))
            for option in choice.options
        )
        yield Conflict(kind, *where, options, choice.chosen, choice.by, choice.is_open)


def _order(
    joined: Joined,
    ordered: Ordered[int],
    title: Callable[[int], str],
    where: tuple[str | None, str | None] = (None, None),
) -> Iterator[Conflict]:
    """Yield the pairs that no majority settles, and those whose majorities run in a circle."""
    tie = By.NEWEST if joined.declared else By.TIE
    for by, contests in ((tie, ordered.tied), (By.MAJORITY, ordered.against)):
        for contest in contests:
            first, second = title(contest.first), title(contest.second)
            options = (
                ConflictOption(f"{first} before {second}", ()),
                ConflictOption(f"{second} before {first}", ()),
            )
            yield Conflict("order", *where, options, 0, by, by is By.TIE)


def _names(joined: Joined, versions: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted(joined.versions[place].name for place in versions))


def review(joined: Joined) -> Iterator[ReviewItem]:
    """Yield the topics, chapters and questions that may be the same and were left apart."""
    outline = joined.outline
    printed_topics, printed_chapters = outline.number_of_topic, set(outline.chapters.items)
    for doubt in joined.alignment.doubtful_topics:
        if doubt.a in printed_topics and doubt.b in printed_topics:
            yield _topics(joined, doubt)
    for doubt in joined.alignment.doubtful_chapters:
        if {doubt.a, doubt.b} <= printed_chapters:
            yield _chapters(joined, doubt)
    questions = joined.questions.joined
    for question in questions:
        if len(question.homes) > 1:
            yield ReviewItem("same-question", 1.0, tuple(_twice(joined, question)))
    for alike in joined.questions.alike:
        a, b = questions[alike.a], questions[alike.b]
        same_topic = not set(a.homes).isdisjoint(b.homes)
        if alike.score >= ASKED_ABOUT and same_topic and not a.versions & b.versions:
            members = (_asked(joined, a), _asked(joined, b))
            yield ReviewItem("same-question", alike.score, members)


def _topics(joined: Joined, doubt: Doubt) -> ReviewItem:
    members = (
        _first(
            joined, ((m.version, m.said.line, m.said.number, m.said.title) for m in topic.members)
        )
        for topic in (joined.topics[doubt.a], joined.topics[doubt.b])
    )
    return ReviewItem("same-topic", doubt.confidence, tuple(members))


def _chapters(joined: Joined, doubt: Doubt) -> ReviewItem:
    members = (
        _first(
            joined,
            ((m.version, m.said.line, m.said.number, m.said.title or "") for m in chapter.members),
        )
        for chapter in (joined.chapters[doubt.a], joined.chapters[doubt.b])
    )
    return ReviewItem("same-chapter", doubt.confidence, tuple(members))


def _asked(joined: Joined, question: JoinedQuestion) -> ReviewMember:
    return _first(joined, ((a.version, a.said.line, a.number, a.said.text) for a in question.asked))


def _twice(joined: Joined, question: JoinedQuestion) -> Iterator[ReviewMember]:
    """Yield where a question is asked in each of the topics that keep it."""
    for home in question.homes:
        here = [each for each in question.asked if each.topic == home]
        yield _first(joined, ((a.version, a.said.line, a.number, a.said.text) for a in here))


def _first(joined: Joined, said: Iterable[tuple[int, int | None, str | None, str]]) -> ReviewMember:
    """Give the place to look at: that of the newest version, else of the first by name."""
    members = [
        (version, ReviewMember(joined.versions[version].name, line, number, text))
        for version, line, number, text in said
    ]
    if joined.declared:
        return max(members, key=lambda item: item[0])[1]
    return min(
        (member for _, member in members), key=lambda member: (member.source, member.line or 0)
    )


def absent(joined: Joined, chapters: Sequence[MergedChapter]) -> Iterator[Absent]:
    """Yield what the newest version does not have and nobody has ruled about, by chapter."""
    for place, chapter in zip(joined.outline.chapters.items, chapters, strict=True):
        topics = joined.outline.topics[place].items
        asked = joined.absent - joined.present.keys()
        left = tuple(
            merged for topic, merged in zip(topics, chapter.topics, strict=True) if topic in asked
        )
        if left:
            yield Absent(chapter, left)
