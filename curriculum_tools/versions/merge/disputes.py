"""What versions disagree about, and what a maintainer is asked to decide."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from curriculum_tools.likeness.rulings import question_ruling, ruling_text
from curriculum_tools.model.guide import FieldKind
from curriculum_tools.model.rulings import (
    ChapterName,
    DescriptionRuling,
    GuideName,
    HomeRuling,
    NotesRuling,
    OrderRuling,
    PairRuling,
    PresenceRuling,
    QuestionName,
    Ruling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.versions.alignment.linkage import Doubt
from curriculum_tools.versions.merge.choice import By, Choice, T
from curriculum_tools.versions.merge.joined import Held, blocks_text
from curriculum_tools.versions.merge.merged import (
    Absent,
    Conflict,
    ConflictOption,
    MergedChapter,
    ReviewItem,
    ReviewMember,
)
from curriculum_tools.versions.merge.questions import Alike, Asked, JoinedQuestion
from curriculum_tools.versions.merge.whole import Joined
from curriculum_tools.versions.ordering.order import Ordered

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
    title = joined.of_guide.title
    ruling = TitleRuling(what=GuideName(), title=title.value) if title else None
    yield from _contested(joined, "guide-title", title, str, suggestion=ruling)
    yield from _contested(joined, "front-matter", joined.of_guide.front_matter, str)
    yield from _contested(joined, "prose", joined.of_guide.prose, blocks_text)
    yield from _order(joined, joined.outline.chapters, joined.chapter_name)
    for place in joined.outline.chapters.items:
        chapter = joined.chapters[place]
        where = joined.outline.number_of_chapter.get(place), chapter.name
        ruling = TitleRuling(what=joined.chapter_name(place), title=chapter.name)
        yield from _contested(joined, "chapter-title", chapter.title, str, where, ruling)
        yield from _contested(joined, "block", chapter.blocks, blocks_text, where)
        yield from _order(joined, joined.outline.topics[place], joined.topic_name, where)
        for topic in joined.outline.topics[place].items:
            yield from _of_topic(joined, topic)
    yield from _taken_out(joined)


def _taken_out(joined: Joined) -> Iterator[Conflict]:
    """Yield what is not printed because it was taken out by hand, until a ruling says so."""
    for place in sorted(joined.gone):
        topic, name = joined.topics[place], joined.topic_name(place)
        sources = _names(joined, [member.version for member in topic.members])
        yield _gone("topic", topic.title.value, sources, None, name)
    for number, place in joined.questions.gone:
        question = joined.questions.joined[number]
        where = joined.outline.number_of_topic.get(place), joined.topics[place].title.value
        what = QuestionName(ruling_text(question.printed.wording), joined.topic_name(place))
        sources = _names(joined, question.versions - {joined.by_hand})
        yield _gone("question", question.printed.text, sources, where, what)


def _gone(
    kind: str,
    value: str,
    sources: tuple[str, ...],
    where: tuple[str | None, str | None] | None,
    name: TopicName | QuestionName,
) -> Conflict:
    options = (ConflictOption(value, sources), ConflictOption("", ()))
    ruling = PresenceRuling(what=name, is_kept=False, reason="taken out of the guide by hand")
    return Conflict(kind, *(where or (None, value)), options, 1, By.EDITED, True, ruling)


def _of_topic(joined: Joined, place: int) -> Iterator[Conflict]:
    topic, name = joined.topics[place], joined.topic_name(place)
    where = joined.outline.number_of_topic[place], topic.title.value
    ruling: Ruling = TitleRuling(what=name, title=topic.title.value)
    yield from _contested(joined, "title", topic.title, str, where, ruling)
    ruling = HomeRuling(topic=name, chapter=joined.chapter_name(topic.home.value))
    yield from _contested(
        joined, "chapter", topic.home, lambda home: joined.chapters[home].name, where, ruling
    )
    for kind, choice in topic.fields.items():
        settled = _field_ruling(name, kind, choice.value)
        yield from _contested(joined, _KIND_OF_FIELD[kind], choice, _held_text, where, settled)


def _field_ruling(name: TopicName, kind: FieldKind, held: Held) -> Ruling | None:
    if kind is FieldKind.DESCRIPTION and held.texts:
        return DescriptionRuling(topic=name, text=held.texts[0].text)
    if kind is FieldKind.NOTES and held.notes:
        return NotesRuling(topic=name, notes=held.notes[0].path, status=held.notes[0].status)
    return None


def _held_text(held: Held) -> str:
    return held.text


def _contested(
    joined: Joined,
    kind: str,
    choice: Choice[T] | None,
    text: Callable[[T], str],
    where: tuple[str | None, str | None] = (None, None),
    suggestion: Ruling | None = None,
) -> Iterator[Conflict]:
    if choice and choice.is_contested:
        options = tuple(
            ConflictOption(text(option.value), _names(joined, option.versions))
            for option in choice.options
        )
        yield Conflict(kind, *where, options, choice.chosen, choice.by, choice.is_open, suggestion)


def _order(
    joined: Joined,
    ordered: Ordered[int],
    name: Callable[[int], TopicName | ChapterName],
    where: tuple[str | None, str | None] = (None, None),
) -> Iterator[Conflict]:
    """Yield the pairs that no majority settles, and those whose majorities run in a circle."""
    tie = By.NEWEST if joined.declared else By.TIE
    for without_rule, contests in ((tie, ordered.tied), (By.MAJORITY, ordered.against)):
        for contest in contests:
            by = By.DECISION if contest.is_ruled else without_rule
            first, second = name(contest.first), name(contest.second)
            options = (
                ConflictOption(f"{first} before {second}", ()),
                ConflictOption(f"{second} before {first}", ()),
            )
            ruling = OrderRuling(what=first, other=second, is_before=True)
            yield Conflict("order", *where, options, 0, by, by is By.TIE, ruling)


def _names(joined: Joined, versions: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted(joined.source(place) for place in versions))


def review(joined: Joined) -> Iterator[ReviewItem]:
    """Yield the topics, chapters and questions that may be the same and were left apart."""
    printed_topics = joined.outline.number_of_topic
    for doubt in joined.alignment.doubtful_topics:
        if doubt.a in printed_topics and doubt.b in printed_topics:
            yield _same_topic(joined, doubt)
    for doubt in joined.alignment.doubtful_chapters:
        if {doubt.a, doubt.b} <= set(joined.outline.chapters.items):
            yield _same_chapter(joined, doubt)
    questions = joined.questions.joined
    for question in questions:
        kept = {(name, home) for name in question.keys for home in question.homes}
        if len(question.homes) > 1 and kept.isdisjoint(joined.kept_questions):
            yield _twice(joined, question)
    for alike in rewordings(joined):
        if alike.score >= ASKED_ABOUT:
            a, b = questions[alike.a], questions[alike.b]
            texts = (ruling_text(each.printed.wording) for each in (a, b))
            ruling = question_ruling(*texts, same=True)
            members = (_where_asked(joined, a.asked), _where_asked(joined, b.asked))
            yield ReviewItem("same-question", alike.score, members, ruling)


def rewordings(joined: Joined) -> Iterator[Alike]:
    """Yield the pairs of questions that may be one, in a topic where no version asks both."""
    for alike in joined.questions.alike:
        a, b = joined.questions.joined[alike.a], joined.questions.joined[alike.b]
        if not set(a.homes).isdisjoint(b.homes) and not a.versions & b.versions:
            yield alike


def _same_topic(joined: Joined, doubt: Doubt) -> ReviewItem:
    members = tuple(
        _first(joined, [(m.version, m.said.line, m.said.number, m.said.title) for m in t.members])
        for t in (joined.topics[doubt.a], joined.topics[doubt.b])
    )
    a, b = joined.topic_name(doubt.a), joined.topic_name(doubt.b)
    return ReviewItem("same-topic", doubt.confidence, members, PairRuling(a=a, b=b, same=True))


def _same_chapter(joined: Joined, doubt: Doubt) -> ReviewItem:
    members = tuple(
        _first(
            joined, [(m.version, m.said.line, m.said.number, m.said.title or "") for m in c.members]
        )
        for c in (joined.chapters[doubt.a], joined.chapters[doubt.b])
    )
    a, b = joined.chapter_name(doubt.a), joined.chapter_name(doubt.b)
    return ReviewItem("same-chapter", doubt.confidence, members, PairRuling(a=a, b=b, same=True))


def _twice(joined: Joined, question: JoinedQuestion) -> ReviewItem:
    """Give a question that two topics keep, because one of them has no other."""
    members = tuple(
        _where_asked(joined, [each for each in question.asked if each.topic == home])
        for home in question.homes
    )
    topic = joined.topic_name(question.homes[-1])
    what = QuestionName(ruling_text(question.printed.wording), topic)
    return ReviewItem("same-question", 1.0, members, PresenceRuling(what=what, is_kept=True))


def _where_asked(joined: Joined, asked: Iterable[Asked]) -> ReviewMember:
    """Give the place to look at: in a version, else in the merged guide, written by hand."""
    found = [(a.version, a.said.line, a.number, a.said.text) for a in asked]
    in_versions = [each for each in found if each[0] != joined.by_hand]
    return _first(joined, in_versions or found)


def _first(joined: Joined, said: Sequence[tuple[int, int | None, str | None, str]]) -> ReviewMember:
    """Give the place to look at: that of the newest version, else of the first by name."""
    members = [
        (version, ReviewMember(joined.source(version), line, number, text))
        for version, line, number, text in said
    ]
    if joined.declared:
        return max(members, key=lambda item: item[0])[1]
    return min((one for _, one in members), key=lambda one: (one.source, one.line or 0))


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
