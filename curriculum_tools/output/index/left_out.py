"""Written notes that the navigation of a site leaves out."""

from collections.abc import Iterator

from curriculum_tools.output.counted import counted
from curriculum_tools.versions.index import Index
from curriculum_tools.versions.navigation import navigation


def left_out(index: Index, pages: tuple[str, ...]) -> Iterator[str]:
    """Yield what is left out; `pages` are the endings of what the site takes as a page."""
    found = navigation(index, pages)
    if found.shared:
        yield f"{counted(found.shared, 'topic')} left out: an earlier topic has the same page"
    if found.unfit:
        where = f"no page below {index.folder}" if index.folder else "no page"
        yield f"{counted(found.unfit, 'file')} left out: {where}"
