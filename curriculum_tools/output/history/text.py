"""The format `text`: what became of a topic or question, a commit after the other."""

from collections.abc import Iterator

from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text
from curriculum_tools.versions.history import Step
from curriculum_tools.versions.history_report import HistoryEvent, ItemHistory

SHORT = 9  # characters of a commit's name
_DAY = 10  # characters of a date
_INDENT = "  "


def render(history: ItemHistory, style: Style) -> Iterator[str]:
    """Yield what it is and where, then each commit that did something to it, the oldest first."""
    where = history.path if history.is_there else f"{history.path}, until it was dropped"
    if history.line and history.is_there:
        where += f":{history.line}"
    yield from wrap_text(sanitize(f"{history.name} ({where})"), style.width)
    for event in history.events:
        yield f"{style.path(event.date[:_DAY])} {event.commit[:SHORT]} {_by(event)}\n"
        for step in event.steps:
            yield from wrap_text(sanitize(_told(step)), style.width - len(_INDENT), _INDENT)


def _by(event: HistoryEvent) -> str:
    return sanitize(f"{event.author}: {event.subject}")


def _told(step: Step) -> str:
    what = step.kind.value.replace("-", " ")
    if step.before and step.after:
        return f"{what}: {step.before} -> {step.after}"
    said = step.after or step.before
    return f"{what}: {said}" if said else what
