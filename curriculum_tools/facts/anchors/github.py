"""Anchors as GitHub makes them: letters, digits, - and _ of what is shown, blanks as hyphens.

The rules are those that github-slugger took from GitHub's own answers; what is shown of a heading
is what GitHub Flavored Markdown 0.29 says.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence

from curriculum_tools.facts.anchors.alphabetic import is_lettered
from curriculum_tools.facts.anchors.unique import numbered
from curriculum_tools.syntax.rendered import InlineKind, InlinePart, inline_parts

_DROPPED = re.compile(r"[^\w\- ]")
_WORD = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"}
# Tags that GitHub shows as they are written (GFM 6.11).
_SHOWN_TAG = re.compile(
    r"</?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[\s/>])",
    re.IGNORECASE,
)


def github(headings: Sequence[str], definitions: Collection[str] = ()) -> list[str]:
    """Return the anchor of each heading."""
    return numbered(slug(_shown(heading, definitions)) for heading in headings)


def slug(text: str) -> str:
    """Return the anchor of a heading that is shown as a text."""
    lower = text.lower()
    if lower.isascii():
        return _DROPPED.sub("", lower).replace(" ", "-")
    return "".join(filter(_is_kept, lower)).replace(" ", "-")


def _is_kept(character: str) -> bool:
    is_word = unicodedata.category(character) in _WORD
    return is_word or character in "- " or is_lettered(character)


def _shown(heading: str, definitions: Collection[str]) -> str:
    return "".join(part.text for part in inline_parts(heading, definitions) if _is_shown(part))


def _is_shown(part: InlinePart) -> bool:
    if part.kind is InlineKind.HTML:
        return bool(_SHOWN_TAG.match(part.text))
    return part.kind is not InlineKind.IMAGE
