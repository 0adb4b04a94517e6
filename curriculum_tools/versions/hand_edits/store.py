"""Changes made by hand in a merged guide, as the lock keeps them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from curriculum_tools.model.content import NO_HEADING, Heading, Role, Section, Text
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.versions.observations.placed import Json, placed_observations
from curriculum_tools.versions.observations.read_version import read_version
from curriculum_tools.versions.version import Version


class Edited(StrEnum):
    """What can be changed by hand, beside the fields, which go by their own names."""

    GUIDE_TITLE = "guide-title"
    FRONT_MATTER = "front-matter"
    PROSE = "prose"
    CHAPTER = "chapter"
    CHAPTER_TITLE = "chapter-title"
    CHAPTER_BLOCKS = "chapter-blocks"
    TOPIC = "topic"
    TITLE = "title"
    HOME = "home"
    ORDER = "order"
    QUESTION = "question"
    QUESTION_ORDER = "question-order"
    BLOCK = "block"


class Place(NamedTuple):
    """Where something stands: behind which other and before which, by titles or keys."""

    behind: str | None
    before: str | None


Value = str | Section | Place | None

#: A topic that says nothing; edits keep in its like what they changed.
NOTHING = Section(Role.TOPIC, Heading(3, None, Text("")))


@dataclass(frozen=True, slots=True)
class HandEdit:
    """One change: `was` is None for what was added, `now` for what was taken out.

    A value is a title or text, or a topic that says nothing but what was changed. `chapter` and
    `topic` are the titles of where it was, before the change. Of an order both are
    places, `was` is None for what is new there; a `question` that was moved goes by its key.
    """

    what: str
    chapter: str | None = None
    topic: str | None = None
    was: Value = None
    now: Value = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What versions say by now of something that was edited when they said otherwise."""

    edit: HandEdit
    said: Value


def edit_json(edit: HandEdit, dialect: Dialect) -> Json:
    """Return an edit as a line of a lock."""
    where = {"chapter": edit.chapter, "topic": edit.topic, "question": edit.question}
    given = {name: title for name, title in where.items() if title is not None}
    return (
        {"edit": str(edit.what)}
        | given
        | {
            "was": _json(edit.was, dialect),
            "now": _json(edit.now, dialect),
        }
    )


def read_edit(entry: Json, dialect: Dialect) -> HandEdit:
    """Read an edit from a lock; raises KeyError, TypeError or ValueError."""
    what = entry["edit"]
    if what not in {*Edited, *dialect.names}:
        raise ValueError(f"{what!r} is nothing that can be edited")
    was, now = _read(entry["was"], dialect), _read(entry["now"], dialect)
    known = Edited(what) if what in set(Edited) else str(what)
    return HandEdit(
        known, entry.get("chapter"), entry.get("topic"), was, now, entry.get("question")
    )


def _json(value: Value, dialect: Dialect) -> Any:
    if isinstance(value, Place):
        return value._asdict()
    if not isinstance(value, Section):
        return value
    chapter = Section(Role.CHAPTER, NO_HEADING, sections=(value,))
    said = placed_observations(
        Version("", Section(Role.GUIDE, sections=(chapter,)), dialect=dialect)
    )
    return [list(placed) for placed in said if placed[0]["kind"] != "chapter"]


def _read(value: Any, dialect: Dialect) -> Value:
    if isinstance(value, dict):
        return Place(value["behind"], value["before"])
    if not isinstance(value, list):
        return value if value is None else str(value)
    return read_version("", [(said, place) for said, place in value], dialect).topics[0]
