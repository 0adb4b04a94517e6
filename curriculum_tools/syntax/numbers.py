"""Numbers at the head of a title, in whatever manner they are written.

`1.2 Joins`, `Chapter 2: Joins`, `Week 2`, `第2章`, `Q7.`, also behind an anchor, in bold type or in
a link. Whether words such as "3 Ways to join" begin with a number at all, only the headings around
can tell; see `outline`.
"""

import re
import unicodedata
from typing import NamedTuple

_TAG = re.compile(r"<[^<>]*>")
_EMPHASIS = re.compile(r"[*_~]{1,3}")
_NUMBER = re.compile(
    r"(?P<prefix>第|[^\W\d_]+\.?[ \t]+|[^\W\d_](?=\d))?"
    r"(?P<number>\d++(?:\.\d++)*+)"
    r"(?P<unit>[章节節回課课部講讲])?\\?(?P<mark>[.:)：、]?)"
    r"(?P<close>[*_~]{1,3}|(?:</[^<>]*>)+)?(?P<late>[.:)：、]?)"
    r"(?P<gap>(?:\s*[–—-])?(?:\s+|$))"
)
#: A number as slips leave it: other marks between its parts, or no blank behind it.
_RUN = re.compile(r"\d+(?:[\W_]{1,3}\d+)*")
_WORD = re.compile(r"[^\W\d_]+\.?[ \t]+")


class Manner(NamedTuple):
    """How a number is written: the word before it, and the mark behind it."""

    prefix: str
    mark: str


class Number(NamedTuple):
    """A number in the text of a heading; all places are offsets in that text, from 0.

    It begins with its word, if it has one, at `head`; the digits stand from `start` to `end`, and
    the title from `title` to `title_end`.
    """

    text: str
    manner: Manner
    head: int
    start: int
    end: int
    title: int
    title_end: int

    @property
    def parts(self) -> tuple[int, ...]:
        """The number as whole numbers; (1, 2) for 1.2 and for 01.02."""
        return parts_of(self.text)


def parts_of(number: str) -> tuple[int, ...]:
    """Return a printed number as whole numbers; of very long ones the first digits."""
    return tuple(int(part[:18]) for part in number.split("."))


def read_number(text: str) -> Number | None:
    """Read the number that a heading's text begins with, behind anchors, symbols and marks."""
    head, opened = _lead(text)
    match = _NUMBER.match(text, head)
    if not match:
        return None
    close = match["close"] or ""
    if close and not opened:
        return None
    prefix = (match["prefix"] or "").strip().casefold() + (match["unit"] or "")
    manner = Manner(prefix, match["mark"] or match["late"])
    title_end = len(text) if close else _title_end(text, opened)
    return Number(match["number"], manner, head, *match.span("number"), match.end(), title_end)


def misread_number(text: str, parts: tuple[int, ...]) -> Number | None:
    """Return the number that a text begins with, though not in its form; None where it has none.

    "12 Pears", "1,2 Pears", "1.2Pears" and "1.\u200b2 Pears" where 1.2 is expected. A word such as
    "3D" is no number without its blank.
    """
    head, _ = _lead(text)
    word = _WORD.match(text, head)
    start = word.end() if word else head
    run = _RUN.match(text, start)
    for digits in re.finditer(r"\d+", run.group()) if run else ():
        end = start + digits.end()
        if _are_digits_of(text[start:end], parts) and not _is_word(text[end:]):
            title = len(text) - len(text[end:].lstrip(" \t.:)：、–—-"))
            written = ".".join(map(str, parts))
            mark = text[end:title].strip()[:1]
            manner = Manner(word[0].strip().casefold() if word else "", mark)
            return Number(written, manner, head, start, end, title, len(text))
    return None


def _are_digits_of(text: str, parts: tuple[int, ...]) -> bool:
    """Tell whether a text has the digits of a number, with any marks or none between its parts."""
    found = re.findall(r"\d+", text)
    if len(found) > 1:
        return [int(digits[:18]) for digits in found] == [*parts]
    padded = "".join(f"{part:02}" for part in parts)
    return found[0] in ("".join(map(str, parts)), padded)


def _is_word(rest: str) -> bool:
    """Tell whether what follows some digits makes one word with them: D, rd, 000."""
    is_glued = bool(rest) and not rest[0].isspace()
    return is_glued and not re.match(r"[^\W\d_]{3}|[^\w\s]", rest)


def _lead(text: str) -> tuple[int, list[str]]:
    """Return where anchors, symbols and marks of emphasis or of a link end, and which are open."""
    at, opened = 0, list[str]()
    while at < len(text):
        if tag := _TAG.match(text, at):
            at = tag.end()
        elif emphasis := _EMPHASIS.match(text, at):
            opened.append(emphasis.group())
            at = emphasis.end()
        elif text[at] == "[":
            opened.append("[")
            at += 1
        elif text[at].isspace() or unicodedata.category(text[at]) in ("So", "Sk", "Cf", "Mn"):
            at += 1
        else:
            break
    return at, opened


def _title_end(text: str, opened: list[str]) -> int:
    """Return where the title ends: before the marks that close what was opened before it."""
    end = len(text)
    for mark in opened:
        if mark == "[":
            close = text.rfind("](", 0, end)
            end = close if close >= 0 else end
        elif text[:end].rstrip().endswith(mark):
            end = len(text[:end].rstrip()) - len(mark)
    return end
