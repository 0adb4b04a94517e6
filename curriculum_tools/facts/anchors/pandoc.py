"""Anchors as pandoc makes them: letters, digits, -, _ and . of what is shown, from a letter on.

Blanks are one hyphen. Behind a heading may stand attributes, and among them its own anchor.
"""

import re
from collections.abc import Collection, Sequence
from itertools import dropwhile

from curriculum_tools.facts.anchors.unique import Anchors
from curriculum_tools.syntax.rendered import InlineKind, shown_text

_ATTRIBUTE = r"\#(?P<id>[\w:.-]++)|\.[\w-]++|[\w-]++=(?:\"[^\"{}]*+\"|[^\s\"{}]++)|-++(?!\w)"
_ATTRIBUTES = rf"\{{(?:[ \t]*+(?:{_ATTRIBUTE}))++[ \t]*+\}}"
_AT_END = re.compile(rf"{_ATTRIBUTES}$")
_UNSEEN = re.compile(
    rf"(?<=[\])`]){_ATTRIBUTES}|(?<!\\)\\[A-Za-z]+(?:\{{[^{{}}\n]*\}})*[ \t]*"
)  # TeX


def pandoc(headings: Sequence[str], _definitions: Collection[str] = ()) -> list[str]:
    """Return the anchor of each heading, which pandoc makes before it knows where links lead."""
    anchors = Anchors()
    found = []
    for heading in headings:
        attributes = _AT_END.search(heading)
        if attributes and attributes["id"]:
            found.append(anchors.take(attributes["id"]))
        else:
            found.append(anchors.next(_slug(heading[: attributes.start() if attributes else None])))
    return found


def _slug(heading: str) -> str:
    shown = shown_text(_UNSEEN.sub("", heading), (), (InlineKind.HTML,), is_typeset=True)
    lower = "".join(character.lower() for character in shown)  # a last Σ becomes no ς
    kept = "".join(c for c in lower if c.isalnum() or c.isspace() or c in "-_.")
    anchor = "-".join(kept.split())
    return "".join(dropwhile(lambda c: not c.isalpha(), anchor)) or "section"
