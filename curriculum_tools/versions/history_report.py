"""The history of one topic or question, commit by commit."""

from typing import NamedTuple

from curriculum_tools.versions.history_steps import HistoryStep


class HistoryEvent(NamedTuple):
    """A commit that did something to it: its full name, who and when, and what it did."""

    commit: str
    author: str
    date: str
    subject: str
    path: str
    steps: tuple[HistoryStep, ...]


class ItemHistory(NamedTuple):
    """A topic or question as it is called last, where that is, and what became of it, in order.

    The history `is_cut` where a shallow clone has no earlier commits that may tell of it.
    """

    what: str
    name: str
    path: str
    line: int | None
    is_there: bool
    events: tuple[HistoryEvent, ...]
    is_cut: bool = False
