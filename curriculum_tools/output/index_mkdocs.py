"""The navigation of a site made with MkDocs: the key `nav` of its mkdocs.yml.

Titles are put into pages as they stand, so that < and & in them are written as HTML has them.
"""

from collections.abc import Iterator
from html import escape

from curriculum_tools.output.decisions_yaml import quoted
from curriculum_tools.output.harmless import harmless, harmless_json
from curriculum_tools.versions.index import Index
from curriculum_tools.versions.navigation import navigation

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_LONGEST_KEY = 1000  # code points; YAML wants a longer one to be marked as a key


def index_mkdocs(index: Index) -> Iterator[str]:
    """Yield YAML: the notes that are there by chapter, as paths from `docs_dir`."""
    parts = [part for part in navigation(index, PAGES).parts if part.pages]
    if not parts:
        yield "nav: []\n"
        return
    yield f"# docs_dir: {harmless(index.folder or '.')}\nnav:\n"
    for part in parts:
        name = part.chapter.name
        if name:
            yield _item(name, 2)
        for entry, page in part.pages:
            yield _item(entry.name, 6 if name else 2, f" {harmless_json(quoted(page))}")


def _item(title: str, indent: int, value: str = "") -> str:
    """Give an item of a list whose key is a title; what stands below it follows."""
    key = quoted(escape(harmless(title), quote=False))
    blank = " " * indent
    if len(key) > _LONGEST_KEY:
        return f"{blank}- ? {key}\n{blank}  :{value}\n"
    return f"{blank}- {key}:{value}\n"
