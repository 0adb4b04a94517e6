"""A ruling with one of its texts put right."""

from dataclasses import fields, replace
from typing import Any

from curriculum_tools.likeness.question_rulings import question_ruling
from curriculum_tools.model.rulings import (
    ChapterName,
    FromRuling,
    QuestionName,
    QuestionRuling,
    Ruling,
    TopicName,
)


def renamed(ruling: Ruling, text: str, new: str) -> Ruling:
    """Return a ruling that names `new` where it named `text`; what is ruled stays."""
    if isinstance(ruling, QuestionRuling):
        a, b = (new if each == text else each for each in (ruling.a, ruling.b))
        return question_ruling(a, b, same=ruling.same, wording=ruling.wording)
    if isinstance(ruling, FromRuling) and ruling.source == text:
        return replace(ruling, source=new)
    names = {each.name: _name(getattr(ruling, each.name), text, new) for each in fields(ruling)}
    return replace(ruling, **names)


def _name(value: Any, text: str, new: str) -> Any:
    match value:
        case TopicName(title=title, chapter=chapter):
            return TopicName(
                _put_right(title, text, new), chapter and _put_right(chapter, text, new)
            )
        case ChapterName(title=title):
            return ChapterName(_put_right(title, text, new))
        case QuestionName(text=asked, topic=topic):
            return QuestionName(_put_right(asked, text, new), _name(topic, text, new))
    return value


def _put_right(said: str, text: str, new: str) -> str:
    return new if said == text else said
