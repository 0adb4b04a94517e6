"""The format `json`: a history in the shape of schemas/history.schema.json."""

from collections.abc import Iterator

from curriculum_tools.output.json_writer import Object, write_json
from curriculum_tools.output.style import Style
from curriculum_tools.versions.history_report import HistoryEvent, ItemHistory

VERSION = 1


def render(history: ItemHistory, _style: Style) -> Iterator[str]:
    """Yield the whole history, the oldest commit first."""
    return write_json(
        {
            "version": VERSION,
            "what": history.what,
            "name": history.name,
            "path": history.path,
            "line": history.line,
            "is_there": history.is_there,
            "is_cut": history.is_cut,
            "events": [_event(event) for event in history.events],
        }
    )


def _event(event: HistoryEvent) -> Object:
    return {
        "commit": event.commit,
        "author": event.author,
        "date": event.date,
        "subject": event.subject,
        "path": event.path,
        "steps": [
            {"kind": step.kind.value, "before": step.before, "after": step.after}
            for step in event.steps
        ],
    }
