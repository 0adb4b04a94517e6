"""What versions have changed under edits: it is asked, for an edit hides it."""

from collections.abc import Iterator
from typing import Any

from curriculum_tools.likeness import key
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
from curriculum_tools.versions.choice import By, Choice
from curriculum_tools.versions.hand_edits.store import Edited, HandEdit, Place, Value
from curriculum_tools.versions.merge.field_rulings import field_ruling
from curriculum_tools.versions.merge.parts import blocks_text
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.merge.result import Conflict, ConflictOption

#: Of edits of a chapter or of the guide, the kinds of conflicts they are.
_KINDS: dict[str, str] = {
    Edited.TITLE: "title",
    Edited.HOME: "chapter",
    Edited.CHAPTER_TITLE: "chapter-title",
    Edited.CHAPTER_BLOCKS: "block",
    Edited.GUIDE_TITLE: "guide-title",
    Edited.FRONT_MATTER: "front-matter",
    Edited.PROSE: "prose",
    Edited.QUESTION: "question",
}


#: Of edits of the guide, the parts they are about.
_OF_GUIDE: dict[str, str] = {
    Edited.GUIDE_TITLE: "title",
    Edited.FRONT_MATTER: "front_matter",
    Edited.PROSE: "prose",
}


def news_conflicts(plan: Plan) -> Iterator[Conflict]:
    """Yield a conflict for each edit that versions have changed something under.

    Its values are the edit, what it was made over, and what is said now. A ruling on the same,
    made since, has settled it.
    """
    last = plan.versions.items[-1:] if plan.versions.in_order else ()
    newest = tuple(version.name for version in last)
    for news in plan.news:
        edit = news.edit
        for place in _places(plan, edit):
            if not _decides(plan, edit, place):
                continue
            number, title = _where(plan, edit, place)
            keep, take = (_ruling(plan, edit, place, said) for said in (edit.now, news.said))
            options = (
                ConflictOption(_text(edit.now), (), keep),
                ConflictOption(_text(edit.was), ()),
                ConflictOption(_text(news.said), newest, take),
            )
            kind = _KINDS.get(edit.what) or plan.versions.dialect.spec(edit.what).item
            yield Conflict(kind, number, title, options, 0, By.EDITED, is_open=True)


def _places(plan: Plan, edit: HandEdit) -> list[int]:
    """Return the topics that an edit is about, or its chapters; one place for the guide."""
    if isinstance(edit.now, Place) or edit.what in (Edited.BLOCK, Edited.TOPIC, Edited.CHAPTER):
        return []
    if edit.topic is not None:
        printed = plan.outline.place_of_topic
        found = plan.names.topics(TopicName(edit.topic, edit.chapter))
        return [place for place in found if place in printed]
    if edit.chapter is not None:
        return plan.names.chapters(ChapterName(edit.chapter))
    return [0]


def _decides(plan: Plan, edit: HandEdit, place: int) -> bool:
    """Tell whether an edit decides what is printed, and no ruling."""
    match edit.what:
        case Edited.QUESTION:
            if not isinstance(edit.now, Section):
                return False
            question = plan.questions.place_of.get(key(wording_of(edit.now.questions[0])))
            return question is not None and not plan.questions.joined[question].ruled
        case Edited.TITLE:
            choice: Choice[Any] | None = plan.topics[place].title
        case Edited.HOME:
            choice = plan.topics[place].home
        case Edited.CHAPTER_TITLE:
            choice = plan.chapters[place].title
        case Edited.CHAPTER_BLOCKS:
            choice = plan.chapters[place].blocks
        case Edited.GUIDE_TITLE | Edited.FRONT_MATTER | Edited.PROSE:
            choice = getattr(plan.of_guide, _OF_GUIDE[edit.what])
        case Edited():
            return True
        case name:
            choice = plan.topics[place].fields.get(name)
    return choice is None or choice.by is By.EDITED


def _where(plan: Plan, edit: HandEdit, place: int) -> tuple[str | None, str | None]:
    if edit.topic is not None:
        return plan.outline.number_of_topic[place], plan.topics[place].title.value
    if edit.chapter is not None:
        return plan.outline.number_of_chapter.get(place), plan.chapters[place].name
    return None, None


def _ruling(plan: Plan, edit: HandEdit, place: int, said: Value) -> Ruling | None:
    """Return the ruling that a value holds: the one written by hand, or what versions say now.

    For questions there is none: they are settled by hand.
    """
    match edit.what:
        case Edited.TITLE:
            return TitleRuling(what=plan.topic_name(place), title=_text(said))
        case Edited.HOME if isinstance(said, str):
            return HomeRuling(topic=plan.topic_name(place), chapter=ChapterName(said))
        case Edited.CHAPTER_TITLE if said:
            return TitleRuling(what=plan.chapter_name(place), title=_text(said))
        case Edited.GUIDE_TITLE if said:
            return TitleRuling(what=GuideName(), title=_text(said))
        case Edited.CHAPTER_BLOCKS:
            return _whose(plan, edit, plan.chapter_name(place), "text", said)
        case Edited.PROSE:
            return _whose(plan, edit, GuideName(), "introduction", said)
        case Edited.FRONT_MATTER:
            return _whose(plan, edit, GuideName(), "front-matter", said)
        case Edited():
            return None
        case name if isinstance(said, Section):
            ruling = field_ruling(plan.topic_name(place), said.field(name))
            return ruling or _whose(plan, edit, plan.topic_name(place), name, said)
    return _whose(plan, edit, plan.topic_name(place), edit.what, said)


def _whose(
    plan: Plan, edit: HandEdit, what: TopicName | ChapterName | GuideName, field: str, said: Value
) -> Ruling | None:
    """Return the ruling that the guide edited by hand has it right, or that the newest has."""
    if said == edit.now:
        return FromRuling(what=what, field=field, source=plan.name)
    if not plan.versions.in_order or said is None:
        return None
    return FromRuling(what=what, field=field, source=plan.versions.items[-1].name)


def _text(value: Value) -> str:
    if not isinstance(value, Section):
        return value if isinstance(value, str) else ""
    fields = [field.text for field in value.fields]
    asked = [question.text for question in value.questions]
    return " ".join(filter(None, [*fields, *asked, blocks_text(value.blocks)]))
