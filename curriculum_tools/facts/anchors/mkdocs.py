"""Anchors as MkDocs makes them, by Python-Markdown's table of contents.

Letters and digits of ASCII, accents taken off, and _; blanks and hyphens are one hyphen.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

from curriculum_tools.syntax.inline import code_spans
from curriculum_tools.syntax.rendered import shown_text

_TAG = re.compile(r"(?<!\\)</?(?!https?:)[a-zA-Z][^<>@ ]*(?: [^<>]*)?>")  # "<string,string>" too
_ANY_TAG = "<b>"  # that all others are read as
_DROPPED = re.compile(r"[^\w\s-]")
_BLANKS = re.compile(r"[-\s]+")
_COUNTED = re.compile(r"(?P<stem>.*)_(?P<count>[0-9]+)$")


def mkdocs(headings: Sequence[str], definitions: Collection[str] = ()) -> list[str]:
    """Return the anchor of each heading."""
    return list(_told_apart(_slug(heading, definitions) for heading in headings))


def _slug(heading: str, definitions: Collection[str]) -> str:
    shown = shown_text(_with_tags(heading) if "<" in heading else heading, definitions)
    plain = unicodedata.normalize("NFKD", shown).encode("ascii", "ignore").decode()
    return _BLANKS.sub("-", _DROPPED.sub("", plain).strip().lower())


def _with_tags(heading: str) -> str:
    pieces = []
    last = 0
    for code in code_spans(heading):
        pieces += [
            _TAG.sub(_ANY_TAG, heading[last : code.outer.start]),
            heading[slice(*code.outer)],
        ]
        last = code.outer.end
    return "".join([*pieces, _TAG.sub(_ANY_TAG, heading[last:])])


def _told_apart(slugs: Iterable[str]) -> Iterator[str]:
    """Yield the slugs; one that is empty or was there before gets the next number."""
    used: set[str] = set()
    last: dict[str, str] = {}
    for slug in slugs:
        anchor = last.get(slug, slug)
        while not anchor or anchor in used:
            counted = _COUNTED.match(anchor)
            anchor = f"{counted['stem']}_{int(counted['count']) + 1}" if counted else f"{anchor}_1"
        used.add(anchor)
        last[slug] = anchor
        yield anchor
