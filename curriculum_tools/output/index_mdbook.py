"""The contents of a book made with mdBook: its SUMMARY.md.

mdBook takes one form only: a heading of level 1 for each part, and a list of links. A link that
leads nowhere is a draft: a chapter that is still to be written.
"""

import re
from collections.abc import Iterator

from curriculum_tools.output.harmless import harmless
from curriculum_tools.output.markdown import escaped, escaped_heading
from curriculum_tools.versions.index import Index
from curriculum_tools.versions.navigation import navigation

PAGES = (".md", ".markdown")
_PLAIN = re.compile(r"[\w./-]+")
_MARKS = re.compile(r"[\\<>&]")


def index_mdbook(index: Index) -> Iterator[str]:
    """Yield the file; its paths start at the folder of the notes, the book's `src`."""
    yield "# Summary\n"
    for part in navigation(index, PAGES).parts:
        name = part.chapter.name
        yield f"\n# {escaped_heading(harmless(name))}\n\n" if name else "\n"
        for entry in part.entries:
            yield f"- [{escaped(harmless(entry.name))}]({_link(entry.page)})\n"


def _link(page: str | None) -> str:
    """Give where a link leads, if it does: blanks and the like may stand in angle brackets."""
    if page is None or _PLAIN.fullmatch(page):
        return page or ""
    marked = _MARKS.sub(r"\\\g<0>", page)
    return f"<{marked}>"
