"""What versions have changed under edits: it is asked, for an edit hides it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Section
from curriculum_tools.model.rulings import (
    ChapterName,
    TopicName,
)
from curriculum_tools.versions.choice import By, Choice
from curriculum_tools.versions.hand_edits.store import Edited, HandEdit, News, Place, Value
from curriculum_tools.versions.merge.news_rulings import ruling_for, text_of
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
            if not _decides(plan, edit, place) or _is_printed(plan, news):
                continue
            number, title = _where(plan, edit, place)
            keep, take = (ruling_for(plan, news, place, said) for said in (edit.now, news.said))
            if keep in [replace(ruling, reason="", over=None) for ruling in plan.rulings]:
                continue
            options = (
                ConflictOption(text_of(edit.now), (), keep),
                ConflictOption(text_of(edit.was), ()),
                ConflictOption(text_of(news.said), newest, take),
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


def _is_printed(plan: Plan, news: News) -> bool:
    """Tell whether the question that versions ask by now stands beside the one that was edited."""
    asked = [_question_of(plan, said) for said in (news.edit.now, news.said)]
    return news.edit.what == Edited.QUESTION and None not in asked and asked[0] != asked[1]


def _question_of(plan: Plan, said: Value) -> int | None:
    """Return the place of the joined question that a value is, where it is printed."""
    if not isinstance(said, Section) or not said.questions:
        return None
    place = plan.questions.place_of.get(key(wording_of(said.questions[0])))
    return place if place is not None and plan.questions.joined[place].homes else None


def _where(plan: Plan, edit: HandEdit, place: int) -> tuple[str | None, str | None]:
    if edit.topic is not None:
        return plan.outline.number_of_topic[place], plan.topics[place].title.value
    if edit.chapter is not None:
        return plan.outline.number_of_chapter.get(place), plan.chapters[place].name
    return None, None
