"""What is wrapped around a question and asks nothing: links, tags, how hard it is, stars."""

import re
from typing import NamedTuple

# Patterns that few texts need are compiled by `re` on first use.
_CODE = r"(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
_LINK = (
    r"(?P<image>!?)\[(?P<label>(?:[^\[\]`]|`[^`]*`|\[[^\[\]]*\])*)\]"
    r"\(<?(?P<target>[^()\s<>]*)>?(?:\s+\"[^\"]*\")?\)"
)
#: Tags around words; `<b>` alone may be what is asked about.
_TAGGED = (
    r"<(?P<tag>a|b|big|center|code|em|font|i|kbd|mark|p|small|span|strong|summary|tt|u)"
    r"(?:\s[^<>]*)?>(?P<inside>[^<>]+)</(?P=tag)\s*>"
)
_TAGS_OF_CODE = frozenset(("code", "kbd", "tt"))
_BREAK = r"^(?:<br\s*/?>\s*)+|(?<=[.?!:;,])\s*<br\s*/?>|(?<!\s)(?:\s*<br\s*/?>){1,20}\s*$"
_COMMENT = r"<!--(?:(?!<!--).)*?-->"
_LEVEL = (
    r"(?:very |super )?(?:easy|medium|moderate|hard|difficult|tricky|basic|beginner|fundamental"
    r"|intermediate|advanced|expert|junior|middle|mid|senior|entry|optional|bonus|important)"
    r"(?:[ -]level)?"
)
_LEVELS = rf"[(\[]\s*{_LEVEL}(?:\s*[,/|-]\s*{_LEVEL})*\s*[)\]]"
#: Before the question, or behind the mark that ends it.
_RATED = rf"^{_LEVELS}[\s:.–-]*(?=\w)|(?<=[.?!])([*_]{{0,3}})\s*{_LEVELS}\s*$"
_STARS = "⭐★☆🌟🔥📌❗‼🆕"
_STARRED = rf"^[{_STARS}\s\u200d\ufe0f]+(?=\w)|(?<=[.?!])[{_STARS}\s\u200d\ufe0f]+$"


class Unwrapped(NamedTuple):
    """The text of a question without what is wrapped around it."""

    text: str
    #: What images show, and where links go that are no more than links: "[Part 3](part3.md)".
    targets: tuple[str, ...] = ()


def unwrap(text: str) -> Unwrapped:
    """Return what is left of a text to be compared.

    A link's target says where an answer stands, so it is no part of a question; but where nothing
    is asked, it is what the text is about.
    """
    if "<" in text:
        text = _without_tags(text)
    pictures: list[str] = []
    links: list[str] = []

    def label(found: re.Match[str]) -> str:
        if found["code"]:
            return found[0]
        (pictures if found["image"] else links).append(found["target"])
        return found["label"]

    if "](" in text:
        text = re.sub(f"{_CODE}|{_LINK}", label, text, flags=re.DOTALL)
    if "(" in text or "[" in text:
        text = re.sub(_RATED, r"\1", text, flags=re.IGNORECASE)
    if not text.isascii():
        text = re.sub(_STARRED, "", text)
    return Unwrapped(text, tuple(pictures if "?" in text else [*pictures, *links]))


def _without_tags(text: str) -> str:
    """Return a text without comments, breaks at its ends and the tags around its words."""
    text = re.sub(_COMMENT, "", text, flags=re.DOTALL)
    for _ in range(2):  # bold inside italics
        text = re.sub(f"{_CODE}|{_TAGGED}", _inside, text, flags=re.IGNORECASE | re.DOTALL)
    return re.sub(_BREAK, " ", text, flags=re.IGNORECASE).strip()


def _inside(found: re.Match[str]) -> str:
    if found["code"]:
        return found[0]
    is_code = found["tag"].casefold() in _TAGS_OF_CODE and "`" not in found["inside"]
    return f"`{found['inside']}`" if is_code else found["inside"]
