"""The order of the guides of a project: the links of a page, or what a data file names."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from curriculum_tools.facts.links import relative_links
from curriculum_tools.facts.lookup import Lookup, join, steps_below
from curriculum_tools.facts.order_data import named_in
from curriculum_tools.facts.pages import names_of, sources_of
from curriculum_tools.model.data_path import data_path
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import FileOrder, Tree
from curriculum_tools.model.templates import Templates
from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.parse import parse

#: How order pages are read, which are no guides: their lists hold links, not fields.
PAGE = replace(HOME, fields=())


def order_of(tree: Tree, templates: Templates, file: str, config_folder: str) -> FileOrder | None:
    """Return what gives the order of the guides of a project, and whether a file is listed there.

    None where the config names nothing, where it cannot be read, or where the file itself is not
    in the tree. Paths are from the top of the tree, what the config names from its own folder.
    """
    path = data_path(templates.order)
    lookup = Lookup(tree)
    steps = steps_below(config_folder, path.file) if path.file else None
    page = lookup.file(steps) if steps else None
    text = tree.text(page) if page else None
    own = steps_below("", file)
    if page is None or text is None or not own or lookup.file(own) is None:
        return None
    if path.is_data:
        named = named_in(text, page, path, config_folder)
        return FileOrder(path.file, named.place(file) is not None, is_data=True)
    linked = linked_paths(text, page.rpartition("/")[0], config_folder)
    names = (name.casefold() for name in names_of(file, templates.links))
    is_linked = any(name in linked for name in names)
    is_listed = is_linked or _is_meant(file, linked.values(), lookup, templates.links)
    return FileOrder(path.file, is_listed)


def _is_meant(file: str, linked: Iterable[str], lookup: Lookup, ending: str) -> bool:
    """Tell whether a link that leads nowhere, which is reported there, is meant for a file."""
    sources = (source for path in linked for source in (*sources_of(path, ending), path))
    ways = ((steps_below("", source), source) for source in sources)
    return any(
        way and lookup.file(way) is None and lookup.place(way, source).spelling == file
        for way, source in ways
    )


@lru_cache(maxsize=4)  # all guides of a project ask for the same page
def linked_paths(text: str, folder: str, site: str) -> Mapping[str, str]:
    """Return the paths that a page in a folder links to, from the top, by how they are folded.

    The root of the site is that folder, or the folder `site`. A link of other case is meant to
    lead to the file, too, whether or not it does.
    """
    links = relative_links(parse(Source("", text), PAGE), with_site=True)
    ways = (
        steps_below(start, link.path.lstrip("/"))
        for link in links
        if link.path
        for start in ((folder, site) if link.path.startswith("/") else (folder,))
    )
    paths = (join(way) for way in ways if way is not None)
    return {path.casefold(): path for path in paths}
