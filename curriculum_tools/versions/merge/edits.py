"""Changes made by hand in a merged guide, as the lock keeps them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from curriculum_tools.versions.observations import Json, placed_observations
from curriculum_tools.versions.read_version import read_version
from curriculum_tools.versions.version import SaidChapter, SaidTopic, Version


class Edited(StrEnum):
    """What can be changed by hand; the fields are called as elsewhere."""

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
    DESCRIPTION = "description"
    PREREQUISITES = "prerequisites"
    NOTES = "notes"
    QUESTIONS = "questions"  # what stands beside them in their field
    QUESTION = "question"
    BLOCK = "block"


Value = str | SaidTopic | None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: `was` is None for what was added, `now` for what was taken out.

    A value is a title or text, or a topic that says nothing but what was changed. `chapter` and
    `topic` are the titles of where it was, before the change. Of an order, `now` is the title of
    what it was put behind, None for the first.
    """

    what: Edited
    chapter: str | None = None
    topic: str | None = None
    was: Value = None
    now: Value = None


def edit_json(edit: Edit) -> Json:
    """Give an edit as a line of a lock."""
    where = {"chapter": edit.chapter, "topic": edit.topic}
    given = {name: title for name, title in where.items() if title is not None}
    return {"edit": edit.what.value} | given | {"was": _json(edit.was), "now": _json(edit.now)}


def read_edit(entry: Json) -> Edit:
    """Read an edit from a lock; raises KeyError, TypeError or ValueError."""
    was, now = _read(entry["was"]), _read(entry["now"])
    return Edit(Edited(entry["edit"]), entry.get("chapter"), entry.get("topic"), was, now)


def _json(value: Value) -> Any:
    if not isinstance(value, SaidTopic):
        return value
    chapter = SaidChapter(None, None, topics=(value,))
    said = placed_observations(Version("", None, None, (), (chapter,)))
    return [list(placed) for placed in said if placed[0]["kind"] != "chapter"]


def _read(value: Any) -> Value:
    if not isinstance(value, list):
        return value if value is None else str(value)
    return read_version("", [(said, place) for said, place in value]).topics[0]
