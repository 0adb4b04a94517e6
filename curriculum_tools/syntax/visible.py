"""A line without its inline marks, and where each visible character stands in it."""

import re
from typing import NamedTuple

_BOLD_TAG = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_MARKUP = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?P<inner>.+?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<escaped>\\(?P<sign>[!-/:-@\[-`{-~]))"
    r"|(?P<image>!\[[^\[\]]*\]\([^()]*\))"
    r"|(?P<link>\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\\]|\\.|\([^()]*\))*\))"
    r"|(?P<autolink><(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,64}@[^\s<>@]+)>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<bold>\*\*|__)"
    r"|(?P<emphasis>(?<![A-Za-z0-9])[*_]+(?=\S)|(?<=\S)[*_]+(?![A-Za-z0-9]))"
)
_EMPHASIS = re.compile(r"(?P<marks>\*{1,3})(?=[^\s*])[^*]+?(?<=[^\s*])(?P=marks)(?!\*)")
BOLD = "**"
_STAR_IN_CODE = "\ue000"  # of private use: a star in code is no mark of bold type


class Visible(NamedTuple):
    """What is seen of a line, and the offset in the line of each of its characters.

    `wholes` are the ranges of links and emphasis with their marks, none of which is cut in two, and
    `codes` those of code spans, whose marks are part of what is said.
    """

    text: str
    offsets: tuple[int, ...]
    wholes: tuple[tuple[int, int], ...]
    codes: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the line that shows a range of the visible text."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else 0
            return at, at
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        for begin, close in self.wholes:
            if first <= begin < last < close:
                last = close
            if begin < first < close <= last:
                first = begin
        for begin, close in self.codes:
            if begin < last and first < close:
                first, last = min(first, begin), max(last, close)
        return first, last


def visible(line: str, *, keeps_bold: bool = False) -> Visible:
    """Return a line without emphasis, links, tags and escapes; bold marks stay where asked."""
    text: list[str] = []
    offsets: list[int] = []
    wholes: list[tuple[int, int]] = []
    codes: list[tuple[int, int]] = []
    _read(line, 0, len(line), keeps_bold, text, offsets, wholes, codes)
    if "*" in line:
        prose = line
        for start, end in codes:
            prose = prose[:start] + "`" * (end - start) + prose[end:]
        wholes += [match.span() for match in _EMPHASIS.finditer(prose)]
    return Visible("".join(text), tuple(offsets), tuple(wholes), tuple(codes))


def _read(
    line: str,
    start: int,
    end: int,
    keeps_bold: bool,
    text: list[str],
    offsets: list[int],
    wholes: list[tuple[int, int]],
    codes: list[tuple[int, int]],
) -> None:
    last = start
    for match in _MARKUP.finditer(line, start, end):
        _put(line, last, match.start(), text, offsets)
        last = match.end()
        kind = match.lastgroup if match.lastgroup in _MARKS else _kind(match)
        if kind == "code":
            codes.append(match.span())
            _put(line, *match.span("inner"), text, offsets)
            if keeps_bold:
                text[-1] = text[-1].replace("*", _STAR_IN_CODE)
        elif kind == "escaped":
            _put(line, *match.span("sign"), text, offsets)
        elif kind == "autolink":
            wholes.append(match.span())
            _put(line, *match.span("address"), text, offsets)
        elif kind == "link":
            wholes.append(match.span())
            _read(line, *match.span("text"), keeps_bold, text, offsets, wholes, codes)
        elif keeps_bold and (kind == "bold" or _BOLD_TAG.fullmatch(match.group())):
            text.append(BOLD)
            offsets.extend([match.start(), match.end() - 1])
    _put(line, last, end, text, offsets)


_MARKS = ("code", "escaped", "image", "link", "autolink", "tag", "bold", "emphasis")


def _kind(match: re.Match[str]) -> str:
    return next(name for name in _MARKS if match[name] is not None)


def _put(line: str, start: int, end: int, text: list[str], offsets: list[int]) -> None:
    text.append(line[start:end])
    offsets.extend(range(start, end))
