"""What is said where no guide was found."""

from collections.abc import Iterator, Sequence

from curriculum_tools.model.report import NoGuides
from curriculum_tools.output.counted import counted
from curriculum_tools.output.sanitize import sanitize

MOST_NAMED = 3  # paths and globs


def no_guides_lines(sought: NoGuides | None) -> Iterator[str]:
    """Yield what a guide is, where it was sought, and what comes nearest to one."""
    yield (
        "no guides found: a guide has topics with fields such as **Description**, or lines of one"
        " kind that recur and ask"
    )
    if sought is None:
        return
    where = f"looked in {_listed(sought.paths)}"
    globs = [f"{key} {_listed(g)}" for key, g in _globs(sought) if g]
    narrowed = f" ({'; '.join(globs)})" if globs else ""
    yield f"{where}{narrowed}: {counted(sought.files, 'Markdown file')}"
    if sought.nearest is not None:
        yield f"nearest: {sanitize(sought.nearest)} {sanitize(sought.why)}"


def _globs(sought: NoGuides) -> Sequence[tuple[str, tuple[str, ...]]]:
    return ("include", sought.include), ("exclude", sought.exclude)


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
    return f"{', '.join(map(sanitize, names[:MOST_NAMED]))}{more}"
