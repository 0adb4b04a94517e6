"""The format `mkdocs`: the navigation of a site made with MkDocs, the key `nav` of mkdocs.yml.

MkDocs puts titles into pages as they stand, so that < and & in them are written as HTML.
"""

from collections.abc import Iterator
from html import escape

from curriculum_tools.output.index.left_out import left_out
from curriculum_tools.output.sanitize import sanitize, sanitize_json
from curriculum_tools.output.style import Style
from curriculum_tools.output.yaml_writer import yaml_string
from curriculum_tools.versions.index import Index
from curriculum_tools.versions.navigation import navigation

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_LONGEST_KEY = 1000  # code points; YAML wants a longer one to be marked as a key


def render(index: Index, _style: Style) -> Iterator[str]:
    """Yield YAML: the notes that are there by chapter, as paths from `docs_dir`."""
    parts = [part for part in navigation(index, PAGES).parts if part.pages]
    if not parts:
        yield "nav: []\n"
        return
    yield f"# docs_dir: {sanitize(index.folder or '.')}\nnav:\n"
    for part in parts:
        name = part.chapter.name
        if name:
            yield _item(name, 2)
        for entry, page in part.pages:
            yield _item(entry.name, 6 if name else 2, f" {sanitize_json(yaml_string(page))}")


def remarks(index: Index) -> Iterator[str]:
    """Yield what the navigation leaves out."""
    return left_out(index, PAGES)


def _item(title: str, indent: int, value: str = "") -> str:
    """Return an item of a list whose key is a title; what stands below it follows."""
    key = yaml_string(escape(sanitize(title), quote=False))
    blank = " " * indent
    if len(key) > _LONGEST_KEY:
        return f"{blank}- ? {key}\n{blank}  :{value}\n"
    return f"{blank}- {key}:{value}\n"
