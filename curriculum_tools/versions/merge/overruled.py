"""What versions say where a ruling says something else; when that changes, it is asked about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from curriculum_tools.model.rulings import (
    ChapterName,
    DescriptionRuling,
    FromRuling,
    GuideName,
    HomeRuling,
    NotesRuling,
    Ruling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.versions.choice import By
from curriculum_tools.versions.merge.plan import JoinedParts, Plan
from curriculum_tools.versions.merge.result import Conflict, ConflictOption, Overruled

#: Kinds of conflicts, by the fields of chapters and of the guide that they are about.
_OF_CHAPTER = {"title": "chapter-title", "text": "block"}
_OF_GUIDE = {"title": "guide-title", "front-matter": "front-matter", "introduction": "prose"}


@dataclass(frozen=True, slots=True)
class _Value:
    """What is ruled of one thing, and what the versions would choose without the ruling."""

    ruling: Ruling
    kind: str
    number: str | None
    title: str | None
    ruled: str
    said: str


def overruled(plan: Plan) -> Iterator[Overruled]:
    """Yield each ruling on a value with what the versions said when it was made."""
    for value in _values(plan):
        if value.ruling.over is None:
            yield Overruled(value.ruling, plan.overruled.get(value.ruling, value.said))


def overruled_conflicts(plan: Plan) -> Iterator[Conflict]:
    """Yield a conflict for each ruling over something that versions have changed since.

    Its values are what is ruled, what the versions said then, and what they say now.
    """
    for value in _values(plan):
        ruling = value.ruling
        then = plan.overruled.get(ruling) if ruling.over is None else ruling.over
        if then is None or value.said in (then, value.ruled):
            continue
        options = (
            ConflictOption(value.ruled, (), replace(ruling, over=value.said)),
            ConflictOption(then, ()),
            ConflictOption(value.said, ()),
        )
        yield Conflict(value.kind, value.number, value.title, options, 0, By.DECISION, True, ruling)


def _values(plan: Plan) -> Iterator[_Value]:
    now = JoinedParts(plan.chapters, plan.topics, plan.of_guide)
    for ruling in plan.rulings:
        match _field(ruling):
            case (TopicName() as name, field):
                yield from _of_topics(plan, now, ruling, name, field)
            case (ChapterName() as name, field) if field in _OF_CHAPTER:
                yield from _of_chapters(plan, now, ruling, name, field)
            case (GuideName(), field) if field in _OF_GUIDE:
                said = plan.unruled.of_the_guide(field)
                ruled = now.of_the_guide(field)
                yield _Value(ruling, _OF_GUIDE[field], None, None, ruled, said)


def _field(ruling: Ruling) -> tuple[object, str] | None:
    """Return what a ruling is about, and the field whose value it says."""
    match ruling:
        case TitleRuling(what=what):
            return what, "title"
        case HomeRuling(topic=topic):
            return topic, "chapter"
        case DescriptionRuling(topic=topic):
            return topic, "description"
        case NotesRuling(topic=topic):
            return topic, "notes"
        case FromRuling(what=what, field=field):
            return what, field
    return None


def _of_topics(
    plan: Plan, now: JoinedParts, ruling: Ruling, name: TopicName, field: str
) -> Iterator[_Value]:
    known = {"title", "chapter", *plan.versions.dialect.names}
    for place in plan.names.topics(name) if field in known else ():
        if place not in plan.outline.place_of_topic or place >= len(plan.unruled.topics):
            continue  # it is not printed, or was added by hand
        kind = field if field in ("title", "chapter") else plan.versions.dialect.spec(field).item
        number, title = plan.outline.number_of_topic[place], plan.topics[place].title.value
        ruled, said = now.of_topic(place, field), plan.unruled.of_topic(place, field)
        yield _Value(ruling, kind, number, title, ruled, said)


def _of_chapters(
    plan: Plan, now: JoinedParts, ruling: Ruling, name: ChapterName, field: str
) -> Iterator[_Value]:
    for place in plan.names.chapters(name):
        if place < len(plan.unruled.chapters):
            number = plan.outline.number_of_chapter.get(place)
            ruled, said = now.of_chapter(place, field), plan.unruled.of_chapter(place, field)
            kind, title = _OF_CHAPTER[field], plan.chapters[place].name
            yield _Value(ruling, kind, number, title, ruled, said)
