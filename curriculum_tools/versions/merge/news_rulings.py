"""The rulings that settle news under an edit: the edit holds, or what versions say now."""

from curriculum_tools.likeness.question_rulings import question_ruling, ruling_text
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Section
from curriculum_tools.model.rulings import (
    ChapterName,
    FromRuling,
    GuideName,
    HomeRuling,
    Ruling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.versions.hand_edits.store import Edited, News, Value
from curriculum_tools.versions.merge.field_rulings import field_ruling
from curriculum_tools.versions.merge.parts import blocks_text
from curriculum_tools.versions.merge.plan import Plan

#: Of edits of texts, what rulings call them.
_TEXTS: dict[str, str] = {
    Edited.CHAPTER_BLOCKS: "text",
    Edited.PROSE: "introduction",
    Edited.FRONT_MATTER: "front-matter",
}


def ruling_for(plan: Plan, news: News, place: int, said: Value) -> Ruling | None:
    """Return the ruling that a value holds, the edit or what versions say now, if there is one."""
    what = news.edit.what
    if what == Edited.QUESTION:
        return _worded(news.edit.now, news.said, said)
    if what in _TEXTS:
        return _whose(plan, news, place, _TEXTS[what], said)
    if what == Edited.HOME:
        if isinstance(said, str) and said:
            return HomeRuling(topic=plan.topic_name(place), chapter=ChapterName(said))
        return _whose(plan, news, place, "chapter", said)
    if what in (Edited.TITLE, Edited.CHAPTER_TITLE, Edited.GUIDE_TITLE):
        if isinstance(said, str) and said:
            return TitleRuling(what=_named(plan, news, place), title=said)
        return _whose(plan, news, place, "title", said)
    if isinstance(what, Edited):
        return None
    ruling = None
    if isinstance(said, Section):
        ruling = field_ruling(plan.topic_name(place), said.field(what))
    return ruling or _whose(plan, news, place, what, said)


def _named(plan: Plan, news: News, place: int) -> TopicName | ChapterName | GuideName:
    """Return the name of what was edited."""
    if news.edit.topic is not None:
        return plan.topic_name(place)
    return GuideName() if news.edit.chapter is None else plan.chapter_name(place)


def _whose(plan: Plan, news: News, place: int, field: str, said: Value) -> Ruling | None:
    """Return the ruling that the guide edited by hand has it right, or that the newest has."""
    what = _named(plan, news, place)
    if said == news.edit.now:
        return FromRuling(what=what, field=field, source=plan.name)
    if not plan.versions.in_order or said is None:
        return None
    return FromRuling(what=what, field=field, source=plan.versions.items[-1].name)


def _worded(one: Value, other: Value, stays: Value) -> Ruling | None:
    """Return the ruling that two questions are one, in the words of one of them."""
    asked = [said.questions for said in (one, other, stays) if isinstance(said, Section)]
    if len(asked) < 3 or not all(asked):
        return None
    a, b = (ruling_text(wording_of(questions[0])) for questions in asked[:2])
    return question_ruling(a, b, same=True, wording=asked[2][0].text)


def text_of(value: Value) -> str:
    """Return a value as one text, for people to choose by."""
    if not isinstance(value, Section):
        return value if isinstance(value, str) else ""
    fields = [field.text for field in value.fields]
    asked = [question.text for question in value.questions]
    return " ".join(filter(None, [*fields, *asked, blocks_text(value.blocks)]))
