"""The format `fumadocs`: the order of a site made with Fumadocs, a meta.json for each folder.

`pages` lists a folder's pages and folders in the order of the curriculum. What no topic names
follows as `...`, so that nothing of the site is hidden.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from posixpath import basename, dirname, splitext

from curriculum_tools.output.index.left_out import left_out
from curriculum_tools.output.json_writer import Object, write_json
from curriculum_tools.output.style import Style
from curriculum_tools.versions.index import Index
from curriculum_tools.versions.navigation import navigation

PAGES = (".md", ".mdx")
META = "meta.json"
REST = "..."
INDEX = "index"  # the page of a folder itself; Fumadocs shows it with the folder

_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class _Folder:
    """The pages and folders in a folder, by path, in their order; `has_more` that none names."""

    entries: dict[str, None] = field(default_factory=dict)
    has_more: bool = False


def render(index: Index, _style: Style) -> Iterator[str]:
    """Yield one JSON object that holds all the files by path."""
    return write_json({**meta_files(index)})


def remarks(index: Index) -> Iterator[str]:
    """Yield what the navigation leaves out."""
    return left_out(index, PAGES)


def meta_files(index: Index) -> dict[str, Object]:
    """Return what each meta.json is to hold, by its path from the folder of the notes."""
    pages = list(navigation(index, PAGES).pages)
    if not pages:
        return {}
    folders = _folders(pages, (file for file in index.files if file.lower().endswith(PAGES)))
    spelling = _spelling(index)
    return {
        f"{path}/{META}" if path else META: {
            "title": _title(basename(path), spelling) if path else index.title or "Index",
            "pages": list(_names(folder)),
        }
        for path, folder in sorted(folders.items())
    }


def _folders(pages: Iterable[str], files: Iterable[str]) -> dict[str, _Folder]:
    """Return the folders that hold pages, by path; `files` are all pages there are."""
    folders: dict[str, _Folder] = {}
    for page in pages:
        entry = page
        while entry:
            folders.setdefault(dirname(entry), _Folder()).entries[entry] = None
            entry = dirname(entry)
    for file in files:
        entry = file
        while dirname(entry) not in folders:
            entry = dirname(entry)
        folder = folders[dirname(entry)]
        if entry in folder.entries:
            continue
        if _stem(entry) != INDEX:
            folder.has_more = True
        elif not dirname(entry):  # the first page of the site
            folder.entries = {entry: None, **folder.entries}
    return folders


def _names(folder: _Folder) -> Iterator[str]:
    """Yield what stands in `pages`: a page without its ending, unless that names another."""
    stems = Counter(map(_stem, folder.entries))
    for entry in folder.entries:
        yield _stem(entry) if stems[_stem(entry)] == 1 else basename(entry)
    if folder.has_more:
        yield REST


def _stem(entry: str) -> str:
    name = basename(entry)
    return splitext(name)[0] if name.lower().endswith(PAGES) else name


def _spelling(index: Index) -> dict[str, str]:
    """Return each word of the titles as most of them spell it: fastapi as FastAPI."""
    counts: dict[str, Counter[str]] = {}
    titles = [index.title or ""]
    for chapter in index.chapters:
        titles += [chapter.title, *(topic.title for topic in chapter.topics)]
    for title in titles:
        for word in _WORD.findall(title):
            counts.setdefault(word.lower(), Counter())[word] += 1
    return {word: spelt.most_common(1)[0][0] for word, spelt in counts.items()}


def _title(name: str, spelling: dict[str, str]) -> str:
    """Return a title for the name of a folder."""
    words = _WORD.findall(name)
    title = " ".join(spelling.get(word.lower(), word) for word in words)
    return title[:1].upper() + title[1:] if title else name
