"""What versions disagree about, and what a maintainer is asked to decide."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from curriculum_tools.likeness.question_rulings import question_ruling, ruling_text
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.rulings import (
    ChapterName,
    GuideName,
    HomeRuling,
    OrderRuling,
    PairRuling,
    PresenceRuling,
    QuestionName,
    Ruling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.versions.alignment.linkage import Doubt
from curriculum_tools.versions.choice import By, Choice, T
from curriculum_tools.versions.merge.field_rulings import field_ruling
from curriculum_tools.versions.merge.asked_twice import AskedTwice
from curriculum_tools.versions.merge.joined_questions import AskedQuestion, JoinedQuestion
from curriculum_tools.versions.merge.news import news_conflicts
from curriculum_tools.versions.merge.parts import Member, blocks_text
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.merge.result import (
    Absent,
    Conflict,
    ConflictOption,
    MergedChapter,
    ReviewItem,
    ReviewMember,
)
from curriculum_tools.versions.ordering.order import Ordered

#: Pairs of questions below it are suggested to be different.
PROBABLY_SAME = 0.8

#: A version, and the line, number and text of what it says.
_Place: TypeAlias = tuple[int, int | None, str | None, str]


def conflicts(plan: Plan) -> Iterator[Conflict]:
    """Yield what versions say differently, in the order of the guide."""
    title = plan.of_guide.title
    ruling = TitleRuling(what=GuideName(), title=title.value) if title else None
    yield from _contested(plan, "guide-title", title, str, suggestion=ruling)
    yield from _contested(plan, "front-matter", plan.of_guide.front_matter, str)
    yield from _contested(plan, "prose", plan.of_guide.prose, blocks_text)
    yield from _order(plan, plan.outline.chapters, plan.chapter_name)
    for place in plan.outline.chapters.items:
        chapter = plan.chapters[place]
        where = plan.outline.number_of_chapter.get(place), chapter.name
        ruling = TitleRuling(what=plan.chapter_name(place), title=chapter.name)
        yield from _contested(plan, "chapter-title", chapter.title, str, where, ruling)
        yield from _contested(plan, "block", chapter.blocks, blocks_text, where)
        yield from _order(plan, plan.outline.topics[place], plan.topic_name, where)
        for topic in plan.outline.topics[place].items:
            yield from _of_topic(plan, topic)
    yield from _taken_out(plan)
    yield from news_conflicts(plan)


def _taken_out(plan: Plan) -> Iterator[Conflict]:
    """Yield what is not printed because it was taken out by hand, until a ruling says so."""
    for place in sorted(plan.gone):
        topic, name = plan.topics[place], plan.topic_name(place)
        sources = _names(plan, [member.version for member in topic.members])
        yield _gone("topic", topic.title.value, sources, None, name)
    for number, place in plan.questions.gone:
        question = plan.questions.joined[number]
        where = plan.outline.number_of_topic.get(place), plan.topics[place].title.value
        what = plan.question_name(question.printed, place)
        sources = _names(plan, question.versions - {plan.by_hand})
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


def _of_topic(plan: Plan, place: int) -> Iterator[Conflict]:
    topic, name = plan.topics[place], plan.topic_name(place)
    where = plan.outline.number_of_topic[place], topic.title.value
    ruling: Ruling = TitleRuling(what=name, title=topic.title.value)
    yield from _contested(plan, "title", topic.title, str, where, ruling)
    ruling = HomeRuling(topic=name, chapter=plan.chapter_name(topic.home.value))
    yield from _contested(
        plan, "chapter", topic.home, lambda home: plan.chapters[home].name, where, ruling
    )
    for field, choice in topic.fields.items():
        spec = plan.versions.dialect.spec(field)
        kind = "block" if spec.holds_questions else spec.item
        settled = field_ruling(name, choice.value)
        yield from _contested(plan, kind, choice, lambda each: each.text, where, settled)
    for number in plan.questions_of[place]:
        question = plan.questions.joined[number]
        if place == question.homes[0]:
            is_named = plan.versions.dialect.templates is not None
            about = (where[0], question.printed.text) if is_named else where
            yield from _contested(plan, "answer", question.answer, lambda each: each.text, about)


def _contested(
    plan: Plan,
    kind: str,
    choice: Choice[T] | None,
    text: Callable[[T], str],
    where: tuple[str | None, str | None] = (None, None),
    suggestion: Ruling | None = None,
) -> Iterator[Conflict]:
    if choice and choice.is_contested:
        options = tuple(
            ConflictOption(text(option.value), _names(plan, option.versions))
            for option in choice.options
        )
        yield Conflict(kind, *where, options, choice.chosen, choice.by, choice.is_open, suggestion)


def _order(
    plan: Plan,
    ordered: Ordered[int],
    name: Callable[[int], TopicName | ChapterName],
    where: tuple[str | None, str | None] = (None, None),
) -> Iterator[Conflict]:
    """Yield the pairs that no majority settles, and those whose majorities run in a circle."""
    tie = By.NEWEST if plan.versions.in_order else By.TIE
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


def _names(plan: Plan, versions: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted(plan.source(place) for place in versions))


def review(plan: Plan, alike: Iterable[AskedTwice]) -> Iterator[ReviewItem]:
    """Yield the topics, chapters and questions that may be the same and were left apart."""
    printed_topics = plan.outline.number_of_topic
    for doubt in plan.alignment.doubtful_topics:
        is_named = plan.topics[doubt.a].title.value and plan.topics[doubt.b].title.value
        if is_named and doubt.a in printed_topics and doubt.b in printed_topics:
            yield _same_topic(plan, doubt)
    for doubt in plan.alignment.doubtful_chapters:
        if {doubt.a, doubt.b} <= set(plan.outline.chapters.items):
            yield _same_chapter(plan, doubt)
    questions = plan.questions.joined
    for question in questions:
        kept = {(name, home) for name in question.keys for home in question.homes}
        if len(question.homes) > 1 and kept.isdisjoint(plan.kept_questions):
            yield _twice(plan, question)
    for pair in alike:
        yield _same_question(plan, questions[pair.a], questions[pair.b], pair.score)


def _same_question(plan: Plan, a: JoinedQuestion, b: JoinedQuestion, score: float) -> ReviewItem:
    """Return two questions that are alike; the suggestion is what is more often right."""
    texts = (ruling_text(wording_of(each.printed)) for each in (a, b))
    ruling = question_ruling(*texts, same=score >= PROBABLY_SAME)
    members = (_where_asked(plan, a.asked), _where_asked(plan, b.asked))
    return ReviewItem("same-question", score, members, ruling)


def _same_topic(plan: Plan, doubt: Doubt) -> ReviewItem:
    members = tuple(
        _first(plan, _places(plan, topic.members))
        for topic in (plan.topics[doubt.a], plan.topics[doubt.b])
    )
    a, b = plan.topic_name(doubt.a), plan.topic_name(doubt.b)
    return ReviewItem("same-topic", doubt.confidence, members, PairRuling(a=a, b=b, same=True))


def _same_chapter(plan: Plan, doubt: Doubt) -> ReviewItem:
    members = tuple(
        _first(plan, _places(plan, chapter.members))
        for chapter in (plan.chapters[doubt.a], plan.chapters[doubt.b])
    )
    a, b = plan.chapter_name(doubt.a), plan.chapter_name(doubt.b)
    return ReviewItem("same-chapter", doubt.confidence, members, PairRuling(a=a, b=b, same=True))


def _twice(plan: Plan, question: JoinedQuestion) -> ReviewItem:
    """Return a question that two topics keep, because one of them has no other."""
    members = tuple(
        _where_asked(plan, [each for each in question.asked if each.topic == home])
        for home in question.homes
    )
    what = plan.question_name(question.printed, question.homes[-1])
    return ReviewItem("same-question", 1.0, members, PresenceRuling(what=what, is_kept=True))


def _where_asked(plan: Plan, asked: Iterable[AskedQuestion]) -> ReviewMember:
    """Return the place to look at: in a version, else in the merged guide, written by hand."""
    found = [(a.version, plan.line(a.version, a.said), a.number, a.said.text) for a in asked]
    in_versions = [each for each in found if each[0] != plan.by_hand]
    return _first(plan, in_versions or found)


def _places(plan: Plan, members: Iterable[Member]) -> list[_Place]:
    return [(m.version, plan.line(m.version, m.said), m.said.number, m.said.title) for m in members]


def _first(plan: Plan, said: Sequence[_Place]) -> ReviewMember:
    """Return the place to look at: that of the newest version, else of the first by name."""
    members = [
        (version, ReviewMember(plan.source(version), line, number, text))
        for version, line, number, text in said
    ]
    if plan.versions.in_order:
        return max(members, key=lambda item: item[0])[1]
    return min((one for _, one in members), key=lambda one: (one.source, one.line or 0))


def absent(plan: Plan, chapters: Sequence[MergedChapter]) -> Iterator[Absent]:
    """Yield what the newest version does not have and nobody has ruled about, by chapter."""
    for place, chapter in zip(plan.outline.chapters.items, chapters, strict=True):
        topics = plan.outline.topics[place].items
        asked = plan.absent - plan.present.keys()
        left = tuple(
            merged for topic, merged in zip(topics, chapter.topics, strict=True) if topic in asked
        )
        if left:
            yield Absent(chapter, left)
