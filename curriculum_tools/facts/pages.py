"""Pages of a site and the files that they are made of, where links are written to pages."""

from collections.abc import Iterator

MARKDOWN = ".md"
#: Files that are published as the page of their folder.
OF_FOLDERS = ("README.md", "index.md")
INDEX = "index"


def sources_of(path: str, ending: str) -> Iterator[str]:
    """Yield the files that may be published as a page: `x.html` is made of `x.md`.

    `ending` is that of links to pages; nothing is yielded for a path that ends otherwise.
    """
    if not ending or not path.endswith(ending):
        return
    stem = path.removesuffix(ending)
    yield stem + MARKDOWN
    folder, slash, name = stem.rpartition("/")
    if name == INDEX:  # mdBook and Jekyll make the index of a folder of its README
        yield f"{folder}{slash}{OF_FOLDERS[0]}"


def page_of(path: str, ending: str) -> str:
    """Return a path to a Markdown file as links with an ending write it."""
    return path.removesuffix(MARKDOWN) + ending if path.endswith(MARKDOWN) else path


def names_of(file: str, ending: str) -> Iterator[str]:
    """Yield the paths by which a page may link to a Markdown file.

    Those are the file itself, the page that is made of it, and the folder whose page it is.
    """
    yield file
    stem = file.rpartition(".")[0] or file
    yield stem
    folder, slash, name = file.rpartition("/")
    is_of_folder = name in OF_FOLDERS
    if is_of_folder:
        yield folder
    if ending:
        yield stem + ending
        if is_of_folder:
            yield f"{folder}{slash}{INDEX}{ending}"
