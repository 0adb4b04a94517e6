"""The order page of a project: a page whose links give the order of its guides."""

from dataclasses import replace
from functools import lru_cache

from curriculum_tools.facts.links import relative_links
from curriculum_tools.facts.lookup import Lookup, join, steps_below
from curriculum_tools.facts.pages import names_of
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import FileOrder, Tree
from curriculum_tools.model.templates import Templates
from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.parse import parse

#: How order pages are read, which are no guides: their lists hold links, not fields.
PAGE = replace(HOME, fields=())


def order_of(tree: Tree, templates: Templates, file: str, config_folder: str) -> FileOrder | None:
    """Return the order page of a project, and whether it links to a file.

    None where the config names no page, where it cannot be read, or where the file itself is not
    in the tree. Paths are from the top of the tree, that of the page from the config's folder.
    """
    lookup = Lookup(tree)
    steps = steps_below(config_folder, templates.order) if templates.order else None
    page = lookup.file(steps) if steps else None
    text = tree.text(page) if page else None
    own = steps_below("", file)
    if page is None or text is None or not own or lookup.file(own) is None:
        return None
    linked = linked_paths(text, page.rpartition("/")[0], config_folder)
    names = (name.casefold() for name in names_of(file, templates.links))
    return FileOrder(templates.order, any(name in linked for name in names))


@lru_cache(maxsize=4)  # all guides of a project ask for the same page
def linked_paths(text: str, folder: str, site: str) -> frozenset[str]:
    """Return the paths that a page in a folder links to, from the top, without regard to case.

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
    return frozenset(join(way).casefold() for way in ways if way is not None)
