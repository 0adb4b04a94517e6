"""Anchors as Docusaurus makes them: GitHub's rules, over what stands for images too.

A heading may name its own anchor: `{#id}`, or a comment that begins with `#id`.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from curriculum_tools.facts.anchors.github import slug
from curriculum_tools.facts.anchors.unique import around_own, numbered
from curriculum_tools.syntax.rendered import InlineKind, inline_parts

_OWN = re.compile(
    r"(?:\{#(?P<braced>[^{}\n]+)\}"
    r"|<!--\s*+#(?P<html>(?:(?!-->)[^\s<>])++)(?:(?!-->)[^<>])*+-->"
    r"|\{/\*\s*+#(?P<mdx>[^\s{}]++)[^{}]*+\})$"
)
_NOTE = re.compile(r"\[\^[^\[\]\s]+\]")


def docusaurus(headings: Sequence[str], definitions: Collection[str] = ()) -> list[str]:
    """Return the anchor of each heading."""

    def made(texts: Iterable[str]) -> list[str]:
        return numbered(slug(_shown(_NOTE.sub("", text), definitions)) for text in texts)

    return around_own(headings, _own, made)


def _own(heading: str) -> str | None:
    match = _OWN.search(heading)
    return (match["braced"] or match["html"] or match["mdx"]).strip() if match else None


def _shown(heading: str, definitions: Collection[str]) -> str:
    """Return the text of a heading; tags belong to it in emphasis, and where there is no text."""
    parts = list(inline_parts(heading, definitions))
    shown = [part for part in parts if part.is_nested or part.kind is not InlineKind.HTML]
    return "".join(part.text for part in shown or parts)
