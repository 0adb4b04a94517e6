"""The format `mdbook`: the contents of a book made with mdBook, its SUMMARY.md.

mdBook takes one form only: a heading of level 1 for each part, and a list of links. A link that
leads nowhere is a draft, a chapter that is still to be written.
"""

import re
from collections.abc import Iterator

from curriculum_tools.output.escape_markdown import escape_heading, escape_markdown
from curriculum_tools.output.index.left_out import left_out
from curriculum_tools.output.style import Style
from curriculum_tools.versions.index import Index
from curriculum_tools.versions.navigation import navigation

PAGES = (".md", ".markdown")
_PLAIN = re.compile(r"[\w./-]+")
_MARKS = re.compile(r"[\\<>&]")


def render(index: Index, _style: Style) -> Iterator[str]:
    """Yield the file; its paths start at the folder of the notes, the book's `src`."""
    yield "# Summary\n"
    for part in navigation(index, PAGES).parts:
        name = part.chapter.name
        yield f"\n# {escape_heading(name)}\n\n" if name else "\n"
        for entry in part.entries:
            yield f"- [{escape_markdown(entry.name)}]({_link(entry.page)})\n"


def remarks(index: Index) -> Iterator[str]:
    """Yield what the navigation leaves out."""
    return left_out(index, PAGES)


def _link(page: str | None) -> str:
    """Return where a link leads, if anywhere; blanks and the like may stand in angle brackets."""
    if page is None or _PLAIN.fullmatch(page):
        return page or ""
    marked = _MARKS.sub(r"\\\g<0>", page)
    return f"<{marked}>"
