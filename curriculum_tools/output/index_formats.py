"""The formats of `curriculum index`, each imported when it is asked for.

To add one: write a module `index_NAME` with a function of that name, and list it here. One that
makes the navigation of a site says in PAGES how the names of its pages end.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import TypeAlias

from curriculum_tools.output.summary import counted
from curriculum_tools.versions.index import Index
from curriculum_tools.versions.navigation import navigation

Renderer: TypeAlias = Callable[[Index], Iterator[str]]

FORMATS = ("json", "markdown", "mkdocs", "fumadocs", "mdbook")


def renderer(name: str) -> Renderer:
    """Give the renderer of a format; the name must be one of FORMATS."""
    render: Renderer = getattr(_module(name), f"index_{name}")
    return render


def left_out(name: str, index: Index) -> Iterator[str]:
    """Yield what a maintainer should know of written notes that a navigation does not list."""
    pages: tuple[str, ...] = getattr(_module(name), "PAGES", ())
    if not pages:
        return
    found = navigation(index, pages)
    if found.shared:
        yield f"{counted(found.shared, 'topic')} left out: an earlier topic has the same page"
    if found.unfit:
        where = f"no page below {index.folder}" if index.folder else "no page"
        yield f"{counted(found.unfit, 'file')} left out: {where}"


def _module(name: str) -> ModuleType:
    return import_module(f"curriculum_tools.output.index_{name}")
