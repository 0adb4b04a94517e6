"""Blocks that say the same in another place, whatever follows them there."""

import re

from curriculum_tools.model.content import BlockKind

_FENCE = re.compile(r"`{3,}|~{3,}")
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


def closed(text: str, kind: BlockKind) -> str:
    """Fence indented code, and close a fence or comment that is open to the end of its guide."""
    if kind is BlockKind.CODE:
        opening = _FENCE.match(text)
        return _with_end(text, opening[0]) if opening else _fenced(text)
    if kind is BlockKind.HTML:
        for start, end in _OPEN_HTML:
            if start.match(text) and end not in text.lower():
                return f"{text}\n{end}"
    return text


def _fenced(code: str) -> str:
    """Fence indented code, which would be read as something else in another place."""
    fence = "```"
    while fence in code:
        fence += "`"
    return f"{fence}\n{code}\n{fence}"


def _with_end(code: str, fence: str) -> str:
    marks = (line.strip() for line in code.split("\n")[1:])
    is_closed = any(len(mark) >= len(fence) and not mark.strip(fence[0]) for mark in marks)
    return code if is_closed else f"{code}\n{fence}"
