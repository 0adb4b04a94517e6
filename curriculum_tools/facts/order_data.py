"""The order of guides as a data file gives it: the navigation of a site or book, or a list."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any, NamedTuple

from curriculum_tools.facts.lookup import join, steps_below
from curriculum_tools.model.data_path import DataPath
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.data_text import DataText, entries, read_data

#: The files of sites and books, and the keys at which they have their order: MkDocs, Jupyter Book
#: and Docusaurus, whose `sidebars.js` may be kept as data.
SITES = {
    **dict.fromkeys(("mkdocs.yml", "mkdocs.yaml"), ("nav",)),
    **dict.fromkeys(("_toc.yml", "_toc.yaml"), ()),
    **dict.fromkeys(("sidebars.json", "sidebars.yml", "sidebars.yaml"), ()),
}
#: The keys by which an entry names a file, the likeliest first; all files of a folder; and more.
NAMES = ("slug", "file", "path", "id", "root", "glob")
FOLDER = "dirName"
WITHIN = ("items", "chapters", "sections", "parts", "subtrees", "entries")
DOCS = "docs"  # the folder of a site's pages, if it has one and does not say which
MARKDOWN = (".md", ".markdown", ".mdx")


class Named(NamedTuple):
    """What a data file names, without case, and in which place each stands.

    That are paths from the top without endings, those of folders, and slugs.
    """

    files: dict[str, int]
    folders: dict[str, int]
    slugs: dict[str, int]

    def place(self, file: str) -> int | None:
        """Return the place of a file, or of a folder that it lies in; None where it has none."""
        stem = stem_of(file.casefold())
        parts = stem.split("/")
        above = ("/".join(parts[:count]) for count in range(len(parts)))
        found = [self.files.get(stem), *map(self.folders.get, above), *map(self.slugs.get, parts)]
        globs = (glob for glob in self.files if "*" in glob and fnmatchcase(stem, glob))
        places = [place for place in (*found, *map(self.files.get, globs)) if place is not None]
        return min(places, default=None)


def order_keys(path: DataPath) -> tuple[str, ...]:
    """Return the keys that lead to the order; a known file needs none in the config."""
    return path.keys or SITES.get(path.file.rpartition("/")[2], ())


@lru_cache(maxsize=4)  # all guides of a project ask for the same one
def named_in(text: str, file: str, path: DataPath, config_folder: str) -> Named:
    """Return what a data file names, which is read; `file` is its path from the top of the tree.

    The names in the file of a site are paths; others may be slugs, which are parts of paths.
    """
    data = read_data(Source(file, text))
    is_site = not path.keys and file.rpartition("/")[2] in SITES
    folder = file.rpartition("/")[0]
    folders = (folder, f"{folder}/{_docs(data)}", *(() if is_site else (config_folder,)))
    found: dict[str, bool] = {}
    for _, value in data.find(order_keys(path)):
        found.update(_names(value, set()))
    named = Named({}, {}, {})
    for place, (name, is_folder) in enumerate(found.items()):
        path_to = name.casefold().partition("#")[0]
        for way in _ways(folders, stem_of(path_to)):
            named.files.setdefault(way, place)
        for way in _ways(folders, path_to) if is_folder or not is_site else ():
            named.folders.setdefault(way, place)
        if path_to and not (is_site or "/" in path_to or path_to.endswith(MARKDOWN)):
            named.slugs.setdefault(path_to, place)
    return named


def stem_of(file: str) -> str:
    """Return a path without the ending of Markdown files."""
    ending = next((each for each in MARKDOWN if file.endswith(each)), "")
    return file.removesuffix(ending)


def _docs(data: DataText) -> str:
    return next((docs for _, docs in data.find(("docs_dir",)) if isinstance(docs, str)), DOCS)


def _ways(folders: tuple[str, ...], name: str) -> Iterator[str]:
    """Yield the paths from the top that a name may stand for."""
    if name:
        ways = (steps_below(folder, name) for folder in folders)
        yield from (join(way).casefold() for way in ways if way is not None)


def _names(value: Any, met: set[int]) -> Iterator[tuple[str, bool]]:
    """Yield the names in a value, and whether each is that of a folder.

    What was `met` before is a value of YAML that stands in itself.
    """
    if isinstance(value, str):
        yield value, False
        return
    if id(value) in met:
        return
    met.add(id(value))
    inner = dict(entries(value))
    if isinstance(value, dict):
        name = next((inner[key] for key in NAMES if isinstance(inner.get(key), str)), None)
        if name is not None:
            yield name, False
            inner = {key: inner[key] for key in WITHIN if key in inner}
        elif isinstance(inner.get(FOLDER), str):
            yield inner[FOLDER], True
        if len(value) > 1:  # of several texts none is known to name a file
            inner = {key: each for key, each in inner.items() if not isinstance(each, str)}
    for each in inner.values():
        yield from _names(each, met)
