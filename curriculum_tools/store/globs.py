"""Which paths a list of globs means.

They read as in `.gitignore`: `*` and `?` stay within a name, `**` crosses folders, a folder means
all below it, and a later `!pattern` takes back. Unlike there, every pattern starts at the folder
of the config, as all its paths do: `*.md` is a file beside the config, `**/*.md` one at any depth.
(The library for this costs more time to import than a guide takes to lint.)
"""

import re
from collections.abc import Sequence
from functools import cache

_PIECE = re.compile(
    r"\\(?P<escaped>.)|(?P<stars>\*+)|\[(?P<not>[!^]?)(?P<set>\]?[^\]]{1,999})\]|.", re.DOTALL
)


def matches(patterns: Sequence[str], path: str) -> bool:
    """Tell whether globs mean a path; the last that matches decides."""
    for pattern in reversed(patterns):
        if _compiled(pattern.removeprefix("!")).fullmatch(path):
            return not pattern.startswith("!")
    return False


def escape(path: str) -> str:
    """Return the glob that means a path and no other; a line end becomes `?`."""
    escaped = re.sub(r"([*?\[\\])|^(?=!)", r"\\\1", path)
    return re.sub(r"[\r\n]|[\ud800-\udfff]", "?", escaped)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = pattern.removeprefix("./").removeprefix("/").split("/")
    if parts[-2:] == ["**", ""]:  # any folder, and what is in it
        parts[-1:] = ["*", ""]
    *folders, last = parts
    ways = [""]
    for part in folders:
        if part == "**":
            ways.append("")
        else:
            ways[-1] += f"{_name(part)}/"
    regex = _joined(ways, "(?:[^/]+/)*")
    if last in ("", "**"):
        return re.compile(f"{regex}.+", re.DOTALL)
    return re.compile(f"{regex}{_name(last)}(?:/.*)?", re.DOTALL)


def _name(part: str) -> str:
    pieces: list[str] = [""]
    for piece in _PIECE.finditer(part):
        if piece["stars"]:
            pieces.append("")
        else:
            pieces[-1] += _piece(piece)
    return _joined(pieces, "[^/]*")


def _joined(parts: Sequence[str], between: str) -> str:
    """Return parts of an expression with anything of a kind between them.

    Of all but the last the first match is as good as any: what is behind has most room then. So no
    other is tried, which with many parts would take for ever.
    """
    first, *rest = parts
    if not rest:
        return first
    *others, last = rest
    return first + "".join(f"(?>{between}?{each})" for each in others) + between + last


def _piece(piece: re.Match[str]) -> str:
    if piece["escaped"]:
        return re.escape(piece["escaped"])
    if piece["set"]:
        members = re.sub(r"([\\\[\]^&~|])", r"\\\1", piece["set"])
        try:
            return re.compile(f"(?!/)[{'^' if piece['not'] else ''}{members}]").pattern
        except re.error:  # a range that runs backwards
            return re.escape(piece[0])
    return "[^/]" if piece[0] == "?" else re.escape(piece[0])
