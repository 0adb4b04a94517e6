"""The order of the guides of a project, and the parts they stand in, as its config names it."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from curriculum_tools.facts.links import relative_links
from curriculum_tools.facts.lookup import Lookup, join, steps_below
from curriculum_tools.facts.order import PAGE
from curriculum_tools.facts.order_data import named_in
from curriculum_tools.facts.pages import names_of
from curriculum_tools.model.data_path import data_path
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import Tree
from curriculum_tools.model.templates import Templates
from curriculum_tools.syntax.parse import parse
from curriculum_tools.syntax.visible import visible

T = TypeVar("T")


class Listed(NamedTuple):
    """A file as it is listed: its place, and the title of the part of the page it is listed in."""

    place: int
    part: str | None


LAST = Listed(sys.maxsize, None)
#: Tells how a file is listed, by its path from the top; None where it is not.
FindListed = Callable[[str], Listed | None]


def listing_of(tree: Tree, templates: Templates, config_folder: str) -> FindListed:
    """Return what tells how the order page or data file of a project lists its files."""
    path = data_path(templates.order)
    steps = steps_below(config_folder, path.file) if path.file else None
    page = Lookup(tree).file(steps) if steps else None
    text = tree.text(page) if page else None
    if page is None or text is None:
        return lambda _file: None
    if path.is_data:
        named = named_in(text, page, path, config_folder)
        return lambda file: None if (at := named.place(file)) is None else Listed(at, None)
    listed = _listed_files(page, text)
    return lambda file: _place(file, listed, templates.links)


def _listed_files(page: str, text: str) -> dict[str, Listed]:
    """Return what a page links to, by path from the top, in lower case."""
    guide = parse(Source("", text), PAGE)
    found: dict[str, Listed] = {}
    for path, part in _linked(guide, page.rpartition("/")[0]):
        found.setdefault(path.casefold(), Listed(len(found), part))
    return found


def in_order(files: Iterable[tuple[str, T]], find: FindListed) -> Iterator[tuple[T, str | None]]:
    """Yield what belongs to files in their order, each with its part; what is not listed is last.

    Files are given by their paths from the top.
    """
    places = [(find(path) or LAST, path, each) for path, each in files]
    for listed, _, each in sorted(places, key=lambda p: (p[0].place, p[1])):
        yield each, listed.part


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
