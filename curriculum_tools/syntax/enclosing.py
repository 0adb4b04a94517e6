"""The lines that open and close what questions stand in: details, divs, anchors."""

import re
from collections.abc import Iterator

_TAG = r"(?:details|div|section|table|center|blockquote)"
_OPEN = re.compile(rf"<{_TAG}\b[^<>]*>|^[ \t]*:{{3,}}[ \t]*+\{{?[ \t]*\.?[A-Za-z]", re.I | re.M)
_CLOSE = re.compile(rf"</{_TAG}[ \t]*>|^[ \t]*:{{3,}}[ \t]*$", re.I | re.M)
_FENCE = re.compile(r"[ \t>]*(?P<marks>`{3,}|~{3,})")
_CODE = re.compile(r"`[^`\n]+`")
_CLOSING_LINE = re.compile(r"(?:\s|&nbsp;|</[A-Za-z]+[ \t]*>|<br\b[^<>]*>|:{3,}[ \t]*$)*")
_ANCHOR_LINE = re.compile(r"[ \t]*<a\b(?=[^<>]*(?:id|name)=)[^<>]*>(?:</a>)?[ \t]*")
_OPENING_LINE = re.compile(
    rf"[ \t]*(?:<{_TAG}\b[^<>]*>[ \t]*)+|[ \t]*:{{3,}}[ \t]*+\{{?[ \t]*\.?[A-Za-z].*"
)


def count_open(text: str) -> int:
    """Count the containers that a text opens, less those that it closes; code has none."""
    plain = "\n".join(_outside_code(text))
    return len(_OPEN.findall(plain)) - len(_CLOSE.findall(plain))


def _outside_code(text: str) -> Iterator[str]:
    fence = ""
    for line in text.splitlines():
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark["marks"]
        elif mark and mark["marks"].startswith(fence):
            fence = ""
        elif not fence:
            yield _CODE.sub("", line)


def leads(text: str) -> str:
    """Return the end of a text that belongs to what follows it: what opens, and anchors."""
    lines = text.splitlines(keepends=True)
    first = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place].rstrip("\r\n")
        if _ANCHOR_LINE.fullmatch(line) or _OPENING_LINE.fullmatch(line):
            first = place
        elif line.strip():
            break
    return "".join(lines[first:])


def follows(text: str, opened: int) -> str:
    """Return the beginning of a text that closes what is still open, and blank lines around it."""
    taken = ""
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if not _CLOSING_LINE.fullmatch(bare) or opened + count_open(bare) < 0:
            break
        opened += count_open(bare)
        taken += line
    return taken
