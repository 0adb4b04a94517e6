"""One spelling for texts that read the same: Unicode, quotes, Markdown, list numbers, case."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from curriculum_tools.likeness.wording import Wording

#: Soft hyphens, zero-width characters, direction marks, variation selectors: never read.
_INVISIBLE = dict.fromkeys(
    map(ord, "\xad\u200b\u200c\u200e\u200f\u2060\ufeff\ufe0e\ufe0f")
) | dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_CURLY = {
    **dict.fromkeys(map(ord, "‘’‚‛′´ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»＂"), '"'),
}
# NFKC turns 2⁵ into 25, so raised digits are marked with ^.
_RAISED = {ord(digit): f"^{value}" for value, digit in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}

_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_LIST_MARK = re.compile(
    r"(?:[-*+•]\s+)?(?:\[[ xX]\]\s+)?"
    r"(?:(?:q(?:uestion)?\s*)?\d{1,3}(?:\.\d{1,3})*[.):]\s+|\(\d{1,3}\)\s+|[a-zA-Z]\)\s+)?",
    re.IGNORECASE,
)
# Patterns that few texts need are compiled by `re` on first use.
_LINK = r"(!?)\[([^\[\]]*)\]\(<?([^()\s<>]*)>?(?:\s+\"[^\"]*\")?\)"
_EMPHASIS = (
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?![\w*])"
    r"|(?<!\w)(_)(?=[^\s_])([^_]*[^\s_])_(?!\w)"
    r"|(?<!\w)(__)(?=[^\s_])([^_]*[^\s_])__(?!\w)"
    r"|(~~)(?=\S)([^~]*)~~"
)
_ESCAPE = r"\\(?=[!-/:-@\[-`{-~])"
_NAMES = r"(?<=\w )(IT|US|WHO)\b"
_FINAL_MARKS = " \t\n.?!…:;,。？！؟；：।\\"


class Fragment(NamedTuple):
    """A part of a text: prose, or the inside of a code span."""

    text: str
    is_code: bool


def fragments(text: str) -> list[Fragment]:
    """Return the prose (in its own case, without its marks) and code spans of a text, in order."""
    text = _unicode(text).strip()
    mark = _LIST_MARK.match(text)
    text = text[mark.end() :] if mark else text
    text = _whole_emphasis(text)
    if "`" not in text:
        return [Fragment(_prose(text).rstrip(_FINAL_MARKS), False)]
    found: list[Fragment] = []
    start = 0
    for span in _CODE_SPAN.finditer(text):
        found.append(Fragment(_prose(text[start : span.start()]), False))
        found.append(Fragment(_code(span[2]), True))
        start = span.end()
    found.append(Fragment(_prose(text[start:]).rstrip(_FINAL_MARKS), False))
    return [fragment for fragment in found if fragment.text]


def normalise(text: str) -> str:
    """Return the text as an equality key: texts with equal keys are the same question.

    Prose loses case, marks, list number and final punctuation. The inside of a code span keeps its
    case and operators; curly quotes become straight ones, since no language has them.
    """
    return joined_key(text, fragments(text))


def joined_key(text: str, parts: list[Fragment]) -> str:
    """Return the equality key of a text from its fragments."""
    joined = "".join(
        [part.text if part.is_code else _folded(part.text).replace('"', "'") for part in parts]
    )
    joined = " ".join(joined.split())
    return joined.strip("¿¡ ") or " ".join(text.split())  # nothing but "?" or "!"


def _folded(prose: str) -> str:
    """Return prose without case, but for names that are pronouns in small letters: "IT", "US"."""
    if (" IT" not in prose and " US" not in prose and " WHO" not in prose) or prose.isupper():
        return prose.casefold()
    parts = re.split(_NAMES, prose)
    return "".join(part if place % 2 else part.casefold() for place, part in enumerate(parts))


def blocks_key(wording: Wording) -> str:
    """Return the blocks of a question as an equality key, "" for none."""
    return "".join(["\x1e" + block_key(block) for block in wording.compared or wording.blocks])


def block_key(block: str) -> str:
    """Return a block as an equality key; whitespace at line ends does not count."""
    return "\n".join([line.rstrip() for line in _unicode(block).strip("\n").split("\n")])


@lru_cache(maxsize=4096)  # versions of a guide share most of their questions
def key(wording: Wording) -> str:
    """Return the equality key of a question: its normalised text and its blocks."""
    return normalise(wording.text) + blocks_key(wording)


def _unicode(text: str) -> str:
    if text.isascii():
        return text
    text = text.translate(_RAISED).translate(_CURLY).translate(_INVISIBLE)
    return unicodedata.normalize("NFKC", text)


def _whole_emphasis(text: str) -> str:
    """Remove emphasis that spans the whole text, so that code spans inside stay whole."""
    if text[:1] not in ("*", "_"):
        return text
    bare = text.rstrip(_FINAL_MARKS)
    for mark in ("***", "**", "__", "*", "_"):
        inner = bare[len(mark) : -len(mark)]
        is_marked = bare.startswith(mark) and bare.endswith(mark) and " " in inner
        if is_marked and mark not in inner and mark[0] not in (inner[0], inner[-1]):
            return inner
    return text


def _prose(text: str) -> str:
    """Return prose without its Markdown marks."""
    if "](" in text:
        text = re.sub(_LINK, _link, text)
    if "\\" in text:
        text = re.sub(_ESCAPE, "", text).rstrip("\\")
    if "*" in text or "_" in text or "~" in text:
        for _ in range(2):  # bold inside italics
            text = re.sub(_EMPHASIS, _inner, text)
    if "&" in text and ";" in text:
        from html import unescape  # its table is large and seldom needed

        text = unescape(text)
    return text


def _link(match: re.Match[str]) -> str:
    """Return the text of a link with its target, so that two images stay different."""
    _, label, target = match.groups()
    return f"{label} <{target}>" if target else label


def _inner(match: re.Match[str]) -> str:
    if match[5] and match[6].isalnum():
        return match[0]  # __init__ is a name, not bold
    return match[2] or match[4] or match[6] or match[8] or ""


def _code(text: str) -> str:
    """Return the inside of a code span: single spaces between words, quotes not escaped."""
    for quote in "\"'":
        if "\\" + quote in text and text.count(quote) == text.count("\\" + quote):
            text = text.replace("\\" + quote, quote)
    return " ".join(text.split())
