"""What versions disagree about, and what was chosen."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from curriculum_tools.likeness.question_rulings import ruling_text
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Field
from curriculum_tools.model.rulings import (
    ChapterName,
    FromRuling,
    GuideName,
    HomeRuling,
    OrderRuling,
    PresenceRuling,
    QuestionName,
    Ruling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.versions.choice import By, Choice, ChoiceOption, T
from curriculum_tools.versions.merge.field_rulings import field_ruling
from curriculum_tools.versions.merge.news import news_conflicts
from curriculum_tools.versions.merge.overruled import overruled_conflicts
from curriculum_tools.versions.merge.parts import blocks_text
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.merge.result import Conflict, ConflictOption
from curriculum_tools.versions.ordering.order import Ordered

_Where: TypeAlias = tuple[str | None, str | None]
_NOWHERE: _Where = (None, None)


def conflicts(plan: Plan) -> Iterator[Conflict]:
    """Yield what versions say differently, in the order of the guide."""
    guide = GuideName()
    of_guide = plan.of_guide
    titled = partial(_titled, guide)
    yield from _contested(plan, "guide-title", of_guide.title, str, titled)
    matter = partial(_from, plan, guide, "front-matter")
    yield from _contested(plan, "front-matter", of_guide.front_matter, str, matter)
    prose = partial(_from, plan, guide, "introduction")
    yield from _contested(plan, "prose", of_guide.prose, blocks_text, prose)
    yield from _order(plan, plan.outline.chapters, plan.chapter_name)
    for place in plan.outline.chapters.items:
        chapter, name = plan.chapters[place], plan.chapter_name(place)
        where = plan.outline.number_of_chapter.get(place), chapter.name
        titled = partial(_titled, name)
        yield from _contested(plan, "chapter-title", chapter.title, str, titled, where)
        text = partial(_from, plan, name, "text")
        yield from _contested(plan, "block", chapter.blocks, blocks_text, text, where)
        yield from _order(plan, plan.outline.topics[place], plan.topic_name, where)
        for topic in plan.outline.topics[place].items:
            yield from _of_topic(plan, topic)
    yield from _taken_out(plan)
    yield from news_conflicts(plan)
    yield from overruled_conflicts(plan)


def _taken_out(plan: Plan) -> Iterator[Conflict]:
    """Yield what is not printed because it was taken out by hand, until a ruling says so."""
    for place in sorted(plan.gone):
        topic, name = plan.topics[place], plan.topic_name(place)
        sources = _names(plan, [member.version for member in topic.members])
        yield _gone("topic", topic.title.value, sources, None, name)
    for number, place in plan.questions.gone:
        question = plan.questions.joined[number]
        where = plan.outline.number_of_topic.get(place), plan.topics[place].title.value
        what = plan.question_name(question, place)
        sources = _names(plan, question.versions - {plan.by_hand})
        yield _gone("question", question.printed.text, sources, where, what)


def _gone(
    kind: str,
    value: str,
    sources: tuple[str, ...],
    where: _Where | None,
    name: TopicName | QuestionName,
) -> Conflict:
    keep = PresenceRuling(what=name, is_kept=True)
    drop = PresenceRuling(what=name, is_kept=False, reason="taken out of the guide by hand")
    options = ConflictOption(value, sources, keep), ConflictOption("", (), drop)
    return Conflict(kind, *(where or (None, value)), options, 1, By.EDITED, is_open=True)


def _of_topic(plan: Plan, place: int) -> Iterator[Conflict]:
    topic, name = plan.topics[place], plan.topic_name(place)
    where = plan.outline.number_of_topic[place], topic.title.value
    yield from _contested(plan, "title", topic.title, str, partial(_titled, name), where)

    def chapter_name(home: int) -> str:
        return plan.chapters[home].name

    def at_home(option: ChoiceOption[int]) -> Ruling:
        home = plan.chapter_name(option.value)
        if not home.title:  # what stands before all chapters
            return _from(plan, name, "chapter", option)
        return HomeRuling(topic=name, chapter=home)

    yield from _contested(plan, "chapter", topic.home, chapter_name, at_home, where)
    for field, choice in topic.fields.items():
        spec = plan.versions.dialect.spec(field)
        kind = "block" if spec.holds_questions else spec.item
        said = partial(_said, plan, name)
        yield from _contested(plan, kind, choice, lambda each: each.text, said, where)
    for number in plan.questions_of[place]:
        question = plan.questions.joined[number]
        if place == question.homes[0]:
            is_named = plan.versions.dialect.templates is not None
            about = (where[0], question.printed.text) if is_named else where
            asked = QuestionName(ruling_text(wording_of(question.printed)))
            answer = partial(_from, plan, asked, "answer")
            yield from _contested(
                plan, "answer", question.answer, lambda each: each.text, answer, about
            )


def _titled(what: TopicName | ChapterName | GuideName, option: ChoiceOption[str]) -> Ruling:
    return TitleRuling(what=what, title=option.value)


def _said(plan: Plan, name: TopicName, option: ChoiceOption[Field]) -> Ruling:
    """Return the ruling that a field of a topic is as an option has it."""
    ruling = field_ruling(name, option.value)
    return ruling or _from(plan, name, option.value.name, option)


def _from(
    plan: Plan,
    what: TopicName | ChapterName | QuestionName | GuideName,
    field: str,
    option: ChoiceOption[T],
) -> Ruling:
    """Return the ruling that the newest version of an option has it right, or an edit by hand."""
    version = max(option.versions, default=plan.by_hand)
    return FromRuling(what=what, field=field, source=plan.source(version))


def _contested(
    plan: Plan,
    kind: str,
    choice: Choice[T] | None,
    text: Callable[[T], str],
    ruling: Callable[[ChoiceOption[T]], Ruling],
    where: _Where = _NOWHERE,
) -> Iterator[Conflict]:
    if choice and choice.is_contested:
        options = tuple(
            ConflictOption(text(option.value), _names(plan, option.versions), ruling(option))
            for option in choice.options
        )
        yield Conflict(kind, *where, options, choice.chosen, choice.by, choice.is_open)


def _order(
    plan: Plan,
    ordered: Ordered[int],
    name: Callable[[int], TopicName | ChapterName],
    where: _Where = _NOWHERE,
) -> Iterator[Conflict]:
    """Yield the pairs that no majority settles, and those whose majorities run in a circle."""
    tie = By.NEWEST if plan.versions.in_order else By.TIE
    for without_rule, contests in ((tie, ordered.tied), (By.MAJORITY, ordered.against)):
        for contest in contests:
            by = By.DECISION if contest.is_ruled else without_rule
            first, second = name(contest.first), name(contest.second)
            before = OrderRuling(what=first, other=second, is_before=True)
            after = OrderRuling(what=second, other=first, is_before=True)
            options = (
                ConflictOption(f"{first} before {second}", (), before),
                ConflictOption(f"{second} before {first}", (), after),
            )
            yield Conflict("order", *where, options, 0, by, by is By.TIE)


def _names(plan: Plan, versions: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted(plan.source(place) for place in versions))
