"""What may become of a chapter, topic or question between two versions of a guide."""

from enum import StrEnum
from typing import NamedTuple


class StepKind(StrEnum):
    """What became of a chapter, topic or question in one step."""

    CAME = "came"
    RENAMED = "renamed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    REWORDED = "reworded"
    ANSWERED = "answered"
    ANSWER_CHANGED = "answer-changed"
    TOPICS_CHANGED = "topics-changed"
    QUESTIONS_CHANGED = "questions-changed"
    CONTENT_CHANGED = "content-changed"
    DROPPED = "dropped"


class HistoryStep(NamedTuple):
    """What became of it, and what it was before and after, in the words of the guide."""

    kind: StepKind
    before: str | None = None
    after: str | None = None
