"""On which line of a TOML text something stands; the standard library's reader does not say.

Lines are found by reading the text up to them: the first line is sought with which something is
there. A value that goes over several lines and is no plain list has one line, that of its key.
"""

import tomllib
from bisect import bisect_left
from typing import Any

from curriculum_tools.syntax.json_schema import KeyPath


class TomlLines:
    """The lines of a TOML text; what is read up to each is read once."""

    def __init__(self, text: str) -> None:
        """Take a text."""
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._tables: dict[int, dict[str, Any]] = {}  # by the line that they are read up to

    def line_of(self, path: KeyPath) -> int | None:
        """Return the line, from 1, on which a key or a list item begins, if it does."""
        count = len(self._lines)
        before = bisect_left(
            range(count), True, key=lambda last: _leads_somewhere(path, self._up_to(last))
        )
        return before + 1 if before < count else None

    def _up_to(self, last: int) -> dict[str, Any]:
        """Return what the lines up to one say, with those that end what it begins."""
        if last not in self._tables:
            self._tables[last] = self._read_up_to(last)
        return self._tables[last]

    def _read_up_to(self, last: int) -> dict[str, Any]:
        for end in range(last + 1, len(self._lines) + 1):
            for bracket in ("", "\n]"):
                try:
                    return tomllib.loads("\n".join(self._lines[:end]) + bracket)
                except tomllib.TOMLDecodeError:
                    continue
        return {}


def _leads_somewhere(path: KeyPath, value: Any) -> bool:
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError):
            return False
    return True
