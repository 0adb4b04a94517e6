"""The text of a line of Markdown as a reader sees it, without marks.

markdown-it reads what stands inside the line (CommonMark 0.31), if there is anything but text.
"""

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SYMBOLS = {"---": "—", "--": "–", "...": "…"}
_TYPESET = re.compile(r"---|--|\.\.\.")
_SIGNS = "\\`_[<&\n"  # without these, a line has no marks but asterisks, which stay
# With an ampersand and without these, there are no marks at all.
_MARK = re.compile(r"[\\`_\[<*\0\r\n]|&[^;]*+;")


class InlineKind(StrEnum):
    """What a part of a line is."""

    TEXT = "text"
    CODE = "code"
    IMAGE = "image"  # the text is what stands for the image
    HTML = "html"  # the text is one tag or comment
    BREAK = "break"


class InlinePart(NamedTuple):
    """A part of a line, and whether it stands in emphasis or in a link."""

    kind: InlineKind
    text: str
    is_nested: bool = False


_KINDS = {
    "text": InlineKind.TEXT,
    "code_inline": InlineKind.CODE,
    "html_inline": InlineKind.HTML,
    "softbreak": InlineKind.BREAK,
    "hardbreak": InlineKind.BREAK,
}


def inline_parts(text: str, definitions: Collection[str] = ()) -> Iterator[InlinePart]:
    """Yield the parts of the content of a heading or paragraph, without its marks.

    `definitions` are the labels of the link definitions of its guide.
    """
    if _is_plain(text):
        yield InlinePart(InlineKind.TEXT, text)
        return
    yield from _marked_parts(text, definitions)


def shown_text(
    text: str,
    definitions: Collection[str] = (),
    hidden: Collection[InlineKind] = (InlineKind.HTML, InlineKind.IMAGE),
    *,
    is_typeset: bool = False,
) -> str:
    """Return what a reader sees of the content of a heading or paragraph.

    Where it `is_typeset`, hyphens and dots that stand for a dash or an ellipsis become one.
    """
    parts = (part for part in inline_parts(text, definitions) if part.kind not in hidden)
    if is_typeset:
        return "".join(_typeset(part) for part in parts)
    return "".join(part.text for part in parts)


def _is_plain(text: str) -> bool:
    return not any(sign in text for sign in _SIGNS) or ("&" in text and not _MARK.search(text))


def _marked_parts(text: str, definitions: Collection[str]) -> Iterator[InlinePart]:
    from markdown_it.common.utils import normalizeReference

    link = {"href": "", "title": ""}
    references = {normalizeReference(label): link for label in definitions}
    for token in _markdown().parseInline(text, {"references": references}):
        yield from _parts(token.children or [])


def _typeset(part: InlinePart) -> str:
    if part.kind is InlineKind.CODE:
        return part.text
    return _TYPESET.sub(lambda match: _SYMBOLS[match.group()], part.text)


def _parts(tokens: "list[Token]") -> Iterator[InlinePart]:
    depth = 0
    for token in tokens:
        depth += token.nesting
        if token.type == "image":
            inner = _parts(token.children or [])
            yield InlinePart(InlineKind.IMAGE, "".join(part.text for part in inner), depth > 0)
        elif token.type in _KINDS:
            kind = _KINDS[token.type]
            text = "\n" if kind is InlineKind.BREAK else token.content
            yield InlinePart(kind, text, depth > 0)


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")
