"""What was changed by hand in a merged guide, as the lock keeps it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Edited(StrEnum):
    """What can be changed by hand."""

    GUIDE_TITLE = "guide-title"
    FRONT_MATTER = "front-matter"
    PROSE = "prose"
    CHAPTER = "chapter"
    CHAPTER_TITLE = "chapter-title"
    TOPIC = "topic"
    TITLE = "title"
    HOME = "home"
    DESCRIPTION = "description"
    PREREQUISITES = "prerequisites"
    NOTES = "notes"
    QUESTION = "question"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: `was` is None for what was added, `now` for what was taken out.

    Both are JSON values. `chapter` and `topic` are the titles of where it was, before the change.
    """

    what: Edited
    chapter: str | None
    topic: str | None
    was: Any
    now: Any


def edit_json(edit: Edit) -> dict[str, Any]:
    """Give an edit as a line of a lock."""
    where = {"chapter": edit.chapter, "topic": edit.topic}
    given = {key: value for key, value in where.items() if value is not None}
    return {"edit": edit.what.value} | given | {"was": edit.was, "now": edit.now}


def read_edit(entry: dict[str, Any]) -> Edit:
    """Read an edit from a lock; raises KeyError or ValueError."""
    chapter, topic = entry.get("chapter"), entry.get("topic")
    return Edit(Edited(entry["edit"]), chapter, topic, entry["was"], entry["now"])
