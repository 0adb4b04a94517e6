"""The format `text`: what became of a topic or question, a commit after the other."""

from collections.abc import Iterator

from curriculum_tools.likeness.word_runs import word_runs
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text
from curriculum_tools.versions.history_report import HistoryEvent, ItemHistory
from curriculum_tools.versions.history_steps import HistoryStep

SHORT = 9  # characters of a commit's name
_CUT = "what was before is not in this shallow clone: git fetch --unshallow"
LONG = 8  # words from which on only those that differ stand twice
_DAY = 10  # characters of a date
_INDENT = "  "


def render(history: ItemHistory, style: Style) -> Iterator[str]:
    """Yield what it is and where, then each commit that did something to it, the oldest first."""
    where = history.path if history.is_there else f"{history.path}, until it was dropped"
    if history.line and history.is_there:
        where += f":{history.line}"
    yield from wrap_text(sanitize(f"{history.name} ({where})"), style.width)
    if history.is_cut:
        yield from wrap_text(_CUT, style.width)
    for event in history.events:
        yield f"{style.path(event.date[:_DAY])} {event.commit[:SHORT]} {_by(event)}\n"
        for step in event.steps:
            yield from wrap_text(sanitize(_told(step, history.name)), style.width, _INDENT)


def _by(event: HistoryEvent) -> str:
    return sanitize(f"{event.author}: {event.subject}")


def _told(step: HistoryStep, name: str) -> str:
    """Return what became of it, without the name that stands at the head."""
    what = step.kind.value.replace("-", " ")
    if step.before and step.after:
        return f"{what}: {_changed(step.before, step.after)}"
    said = step.after or step.before
    return f"{what}: {said}" if said and said != name else what


def _changed(before: str, after: str) -> str:
    """Return two texts as one with the words marked that differ, if enough of them are equal."""
    runs = list(word_runs(before.split(), after.split()))
    words = max(len(before.split()), len(after.split()))
    if words < LONG or sum(len(run.a) for run in runs if not run.differs) < words / 2:
        return f"{before} -> {after}"
    return " ".join(
        " ".join(run.a) if not run.differs else
        (f"[-{' '.join(run.a)}-]" if run.a else "") + (f"{{+{' '.join(run.b)}+}}" if run.b else "")
        for run in runs
    )  # fmt: skip
