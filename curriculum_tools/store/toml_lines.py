"""On which line of a TOML text something stands; the standard library's reader does not say.

Lines are found by reading the text up to them: the first line is sought with which something is
there. A value that goes over several lines and is no plain list has one line, that of its key.
"""

import tomllib
from bisect import bisect_left
from typing import Any

from curriculum_tools.syntax.json_schema import KeyPath


def line_of(text: str, path: KeyPath) -> int | None:
    """Return the line, from 1, on which a key or a list item of a TOML text begins, if it does."""
    lines = text.replace("\r\n", "\n").split("\n")
    before = bisect_left(range(len(lines)), True, key=lambda last: _is_in(lines, last, path))
    return before + 1 if before < len(lines) else None


def _is_in(lines: list[str], last: int, path: KeyPath) -> bool:
    """Tell whether something is in the lines up to one, with those that end what it begins."""
    for end in range(last + 1, len(lines) + 1):
        for bracket in ("", "\n]"):
            try:
                table = tomllib.loads("\n".join(lines[:end]) + bracket)
            except tomllib.TOMLDecodeError:
                continue
            return _leads_somewhere(path, table)
    return False


def _leads_somewhere(path: KeyPath, value: Any) -> bool:
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError):
            return False
    return True
