"""Anchors as kramdown makes them of GitHub's Markdown, for Jekyll: nearly as GitHub itself."""

import re
from collections.abc import Collection, Iterable, Sequence

from curriculum_tools.facts.anchors.github import slug
from curriculum_tools.facts.anchors.kramdown import own_anchor
from curriculum_tools.facts.anchors.unique import around_own, counted
from curriculum_tools.syntax.inline import code_spans
from curriculum_tools.syntax.rendered import shown_text

# Attributes of what stands before them, notes, and what is read as « and », and so as no tags.
_UNSEEN = re.compile(r"(?<=[)\]*_`>])\{:[^{}\n]*\}|\[\^[^\[\]\s]+\]|<<|>>")


def kramdown_gfm(headings: Sequence[str], definitions: Collection[str] = ()) -> list[str]:
    """Return the anchor of each heading."""

    def made(texts: Iterable[str]) -> list[str]:
        return counted(_slug(text, definitions) for text in texts)

    return around_own(headings, own_anchor, made)


def _slug(heading: str, definitions: Collection[str]) -> str:
    heading = _padded(_UNSEEN.sub("", heading))
    shown = shown_text(heading, definitions, is_typeset=True).replace("\t", " ")
    return slug("".join(character.lower() for character in shown))  # a last Σ becomes no ς


def _padded(heading: str) -> str:
    """Pad code between single back-ticks, of which kramdown takes no blanks off."""
    for code in reversed(list(code_spans(heading))):
        inner = heading[slice(*code.inner)]
        is_single = code.inner.start - code.outer.start == 1
        if is_single and inner.strip() and inner[0] == inner[-1] == " ":
            heading = f"{heading[: code.inner.start]} {inner} {heading[code.inner.end :]}"
    return heading
