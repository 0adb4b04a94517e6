"""Pages that go with guides: files that are no guides, and that some rules look at."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from curriculum_tools.model.config import Config
from curriculum_tools.model.data_path import data_path
from curriculum_tools.store.globs import matches
from curriculum_tools.store.paths import below, folder_of, is_there, shown_in


class Page(StrEnum):
    """What a page is for guides."""

    ORDER = "order"  # its links give their order
    DATA = "data"  # it says what topics build on
    PAIR = "pair"  # it has the headings of the guide beside it


#: The rules and groups that look at each kind.
RULES = {Page.ORDER: "links", Page.DATA: "prerequisites", Page.PAIR: "unlike-pair"}


def page_at(path: str, config: Config) -> Page | None:
    """Return what a file is that the config names, and that is therefore no guide."""
    named = list(_named(config))
    inner = below(config.folder, path) if named else None
    return next((page for name, page in named if name == inner), None)


def find_pages(config: Config, guides: Sequence[str]) -> Iterator[tuple[str, Page]]:
    """Yield the pages that are there and go with guides of a config, each once."""
    found = {shown_in(config.folder, name): page for name, page in _named(config)}
    pairs = config.templates.pairs if config.templates else {}
    for guide in guides:
        if second := pairs.get(guide.rpartition("/")[2]):
            found.setdefault(shown_in(folder_of(guide), second), Page.PAIR)
    for path in found.keys() - set(guides):
        inner = below(config.folder, path)
        if inner and not matches(config.exclude, inner) and is_there(path):
            yield path, found[path]


def _named(config: Config) -> Iterator[tuple[str, Page]]:
    """Yield the pages that a config names, by their paths from its folder."""
    if templates := config.templates:
        order, prerequisites = data_path(templates.order), data_path(templates.prerequisites)
        if order.file and not order.is_data:
            yield order.file, Page.ORDER
        if prerequisites.file:
            yield prerequisites.file, Page.DATA
