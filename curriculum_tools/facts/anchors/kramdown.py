"""Anchors as kramdown makes them: letters and digits of ASCII in what is written, marks and all.

They begin at the first letter. A heading may name its own anchor: `{#id}`.
"""

import re
from collections.abc import Collection, Sequence

from curriculum_tools.facts.anchors.unique import around_own, counted

_OWN = re.compile(r"[\t ]\{#(?P<id>[^\W\d][\w:.-]*)\}$")
_FRONT = re.compile(r"\A[^a-zA-Z]+")
_DROPPED = re.compile(r"[^a-zA-Z0-9 -]")


def kramdown(headings: Sequence[str], _definitions: Collection[str] = ()) -> list[str]:
    """Return the anchor of each heading."""
    return around_own(headings, own_anchor, lambda texts: counted(map(_slug, texts)))


def own_anchor(heading: str) -> str | None:
    """Return the anchor that a heading names itself."""
    own = _OWN.search(heading)
    return own["id"] if own else None


def _slug(heading: str) -> str:
    return _DROPPED.sub("", _FRONT.sub("", heading)).replace(" ", "-").lower() or "section"
