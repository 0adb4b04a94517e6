"""Changes of guides as a unified diff, which `git apply` and `patch` accept.

A file's name is quoted as git does it (quote.c): in double quotes, with escapes and octal bytes,
where it has quotes, backslashes, control characters or bytes beyond ASCII; one with a space in it
is followed by a tab, so that it is not taken for a name and a date.
"""

import re
from collections.abc import Iterator
from difflib import unified_diff

_ODD = re.compile(rb'[\x00-\x1f"\\\x7f-\xff]')
_ESCAPES = {7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 34: '"', 92: "\\"}
_NO_LINE_END = "\n\\ No newline at end of file\n"


def patch(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the diff of two texts of a file, a line at a time; nothing where they are equal."""
    rooted = path.lstrip("/")
    lines = unified_diff(
        _lines(before),
        _lines(after),
        _named(f"a/{rooted}"),
        _named(f"b/{rooted}"),
    )
    return (line if line.endswith("\n") else line + _NO_LINE_END for line in lines)


def _lines(text: str) -> list[str]:
    """Return the lines of a text as git divides it: at line feeds, and nowhere else."""
    lines = text.split("\n")
    last = lines.pop()
    return [f"{line}\n" for line in lines] + [last] * bool(last)


def _named(path: str) -> str:
    data = path.encode("utf-8", "surrogateescape")
    if not _ODD.search(data):
        return f"{path}\t" if " " in path else path
    return '"{}"'.format("".join(map(_escaped, data)))


def _escaped(byte: int) -> str:
    if byte in _ESCAPES:
        return f"\\{_ESCAPES[byte]}"
    return chr(byte) if 0x20 <= byte < 0x7F else f"\\{byte:03o}"
