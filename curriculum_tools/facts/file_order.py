"""The order of the guides of a project, and the parts they stand in, as its order page has them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from curriculum_tools.facts.links import relative_links
from curriculum_tools.facts.lookup import Lookup, join, steps_below
from curriculum_tools.facts.order import PAGE
from curriculum_tools.facts.pages import names_of
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import Tree
from curriculum_tools.model.templates import Templates
from curriculum_tools.syntax.parse import parse
from curriculum_tools.syntax.visible import visible

T = TypeVar("T")


class Listed(NamedTuple):
    """A file as an order page lists it: its place, and the title of the part it is listed in."""

    place: int
    part: str | None


def listed_files(tree: Tree, templates: Templates, config_folder: str) -> dict[str, Listed]:
    """Return what the order page of a project links to, by path from the top, in lower case.

    It is empty where there is no such page.
    """
    steps = steps_below(config_folder, templates.order) if templates.order else None
    page = Lookup(tree).file(steps) if steps else None
    text = tree.text(page) if page else None
    if page is None or text is None:
        return {}
    guide = parse(Source("", text), PAGE)
    found: dict[str, Listed] = {}
    for path, part in _linked(guide, page.rpartition("/")[0]):
        found.setdefault(path.casefold(), Listed(len(found), part))
    return found


def in_order(
    files: Iterable[tuple[str, T]], listed: dict[str, Listed], ending: str
) -> Iterator[tuple[T, str | None]]:
    """Yield what belongs to files in their order, each with its part; what is not listed is last.

    Files are given by their paths from the top; `ending` is that of links to pages.
    """
    places = [(_place(path, listed, ending), path, each) for path, each in files]
    last = Listed(len(listed), None)
    for place, _, each in sorted(places, key=lambda p: ((p[0] or last).place, p[1])):
        yield each, place.part if place else None


def _place(path: str, listed: dict[str, Listed], ending: str) -> Listed | None:
    names = (name.casefold() for name in names_of(path, ending))
    return next((listed[name] for name in names if name in listed), None)


def _linked(guide: Guide, folder: str) -> Iterator[tuple[str, str | None]]:
    """Yield the paths that a page links to, each with the heading above it but the page's own."""
    parts: Sequence[tuple[int, str]] = [
        (heading.span.start, visible(heading.title.text).text)
        for heading in guide.headings
        if heading.span != guide.root.heading.span
    ]
    for link in relative_links(guide):
        way = steps_below(folder, link.path) if link.path else None
        if way is not None:
            above = [title for start, title in parts if start < link.span.start]
            yield join(way), above[-1] if above else None
