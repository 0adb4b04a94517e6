"""Anchors as mdBook makes them: letters, digits, - and _ of what is shown, blanks as hyphens.

Behind a heading may stand attributes, and among them its own anchor: `{#id .class}`.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from curriculum_tools.facts.anchors.alphabetic import is_alphanumeric
from curriculum_tools.facts.anchors.unique import around_own, numbered
from curriculum_tools.syntax.rendered import shown_text

_ATTRIBUTES = re.compile(r"\{(?P<inner>[^{}\n]*)\}$")


def mdbook(headings: Sequence[str], definitions: Collection[str] = ()) -> list[str]:
    """Return the anchor of each heading."""

    def made(texts: Iterable[str]) -> list[str]:
        return numbered(_slug(_ATTRIBUTES.sub("", text), definitions) for text in texts)

    return around_own(headings, _own, made)


def _own(heading: str) -> str | None:
    attributes = _ATTRIBUTES.search(heading)
    words = attributes["inner"].split() if attributes else []
    return next((word[1:] for word in reversed(words) if word.startswith("#")), None)


def _slug(heading: str, definitions: Collection[str]) -> str:
    shown = shown_text(heading, definitions, is_typeset=True).strip().lower()
    return "".join(map(_written, shown))


def _written(character: str) -> str:
    if character.isspace():
        return "-"
    return character if character in "-_" or is_alphanumeric(character) else ""
