"""Where something stands in a guide with templates: the headings, divs and details around it."""

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import NamedTuple

DETAILS = re.compile(r"<(?P<close>/?)details\b[^<>]*>", re.IGNORECASE)


class _Container(NamedTuple):
    """A heading or div in which something stands; `level` is 0 for a div."""

    level: int
    name: str


class Containers:
    """The headings and divs around a place, the innermost last, and how many details are open."""

    def __init__(self, unclosed: Iterable[int]) -> None:
        """Take the lines with details that have no end, which hold nothing."""
        self.details = 0
        self._unclosed = frozenset(unclosed)
        self._open: list[_Container] = []

    @property
    def depth(self) -> int:
        """How many headings and divs are open."""
        return len(self._open)

    def enter(self, level: int, name: str) -> None:
        """Enter a heading, which ends those that are no higher, and the divs within them."""
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        self._open.append(_Container(level, name))

    def enter_div(self, name: str) -> None:
        """Enter a div."""
        self._open.append(_Container(0, f":::{name}"))

    def leave_div(self) -> None:
        """Leave the innermost div, with the headings in it."""
        while self._open and self._open[-1].level:
            self._open.pop()
        if self._open:
            self._open.pop()

    def has_div_below(self, depth: int) -> bool:
        """Tell whether a div was opened after so many containers."""
        return any(not each.level for each in self._open[depth:])

    def is_within(self, names: Iterable[str]) -> bool:
        """Tell whether the innermost heading or div has one of some names, which are globs."""
        name = self._open[-1].name.casefold() if self._open else ""
        return any(fnmatchcase(name, glob.casefold()) for glob in names)

    def is_unclosed(self, line: int) -> bool:
        """Tell whether a line opens details that have no end."""
        return line in self._unclosed

    def count_details(self, tag: re.Match[str], line: int) -> bool:
        """Count the details that a tag opens or closes; tell whether it closed any."""
        if line in self._unclosed:
            return False
        self.details = max(0, self.details + (-1 if tag["close"] else 1))
        return bool(tag["close"])
