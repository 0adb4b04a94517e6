"""Blocks that go on to the end of their guide, because what ends them is missing."""

import re

from curriculum_tools.model.content import BlockKind

FENCE = re.compile(r"`{3,}|~{3,}")
#: HTML that goes on over blank lines, with what ends it.
_OPEN_HTML = (
    (re.compile("<!--"), "-->"),
    (re.compile(r"<\?"), "?>"),
    (re.compile(r"<!\[CDATA\["), "]]>"),
    (re.compile("<![a-z]", re.IGNORECASE), ">"),
    *(
        (re.compile(rf"<{tag}(?:[\s>]|$)", re.IGNORECASE), f"</{tag}>")
        for tag in ("script", "pre", "style", "textarea")
    ),
)


def missing_end(text: str, kind: BlockKind) -> str | None:
    """Return what would end a block that is open to the end of its guide; None where it ends."""
    if kind is BlockKind.CODE and (opening := FENCE.match(text)):
        fence = opening[0]
        closing = re.compile(rf" {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*")
        return None if any(map(closing.fullmatch, text.split("\n")[1:])) else fence
    if kind is BlockKind.HTML:
        for start, end in _OPEN_HTML:
            if start.match(text) and end not in text.lower():
                return end
    return None


def closed(text: str, kind: BlockKind) -> str:
    """Return a block in a form that says the same in another place, whatever follows it there.

    Indented code is fenced; a fence or comment that is open to the end of its guide is closed.
    """
    if kind is BlockKind.CODE and not FENCE.match(text):
        return _fenced(text)
    end = missing_end(text, kind)
    return f"{text}\n{end}" if end else text


def _fenced(code: str) -> str:
    fence = "```"
    while fence in code:
        fence += "`"
    return f"{fence}\n{code}\n{fence}"
