"""Texts that make an expression try as many ways as it knows, made from the expression itself.

A backtracking matcher is slow where one text can be read in many ways, or where each place of a
text begins a try that goes far. So what an expression repeats is repeated here, behind what it
wants to see in front, and in front of what it does not want to see at the end.
"""

import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}
_ORDINARY = " \t\n\raA1_-.é、!\0"
_TAILS = ("", "\0")
_MOST = 12  # pieces and heads of one expression


def attacks(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    """Yield heads, pieces to repeat, and tails."""
    found = _Pieces()
    found.walk(parser.parse(pattern, flags), "")
    alone = sorted({"a", " ", "\n", "1", *found.characters})[:_MOST]
    pieces = dict.fromkeys([*alone, *sorted(found.pieces - {""}, key=len)[:_MOST]])
    for head in sorted(found.heads, key=len)[: _MOST // 6]:
        for piece in pieces:
            for tail in _TAILS:
                yield head, piece, tail


class _Pieces:
    """What an expression repeats, and what it wants to see in front of that."""

    def __init__(self) -> None:
        self.heads = {""}
        self.pieces: set[str] = set()
        self.characters: set[str] = set()
        self._groups: dict[int | None, str] = {}

    def walk(self, parts: Iterable[tuple[Any, Any]], head: str) -> None:
        for kind, value in parts:
            for inner in _inside(kind, value):
                self.walk(inner, head)
                self.pieces.add(self._sample(inner))
            if kind in _REPEATS:
                self.heads |= {head, head + self._sample(value[2])}
            if kind is op.LITERAL:
                self.characters.add(chr(value))
            if kind is op.IN:
                self.characters.update(_members(value)[:6])
            head += self._one(kind, value)
            self.pieces.add(head[-60:])

    def _sample(self, parts: Iterable[tuple[Any, Any]]) -> str:
        return "".join([self._one(kind, value) for kind, value in parts])

    def _one(self, kind: Any, value: Any) -> str:
        """Return a short text that a part of an expression matches."""
        if kind is op.LITERAL:
            return chr(value)
        if kind is op.IN:
            return _members(value)[0]
        if kind in (op.ANY, op.NOT_LITERAL):
            return "b" if value == ord("a") else "a"
        if kind in _REPEATS:
            return self._sample(value[2]) * int(value[0])
        if kind is op.GROUPREF:
            return self._groups.get(value, "")
        inner = [] if kind in (op.ASSERT, op.ASSERT_NOT) else _inside(kind, value)
        text = self._sample(inner[0]) if inner else ""
        if kind is op.SUBPATTERN:
            self._groups[value[0]] = text
        return text


def _inside(kind: Any, value: Any) -> list[Any]:
    """Return the expressions within a part of one."""
    if kind in _REPEATS:
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return list(value[1]) if kind is op.BRANCH else []


def _members(items: list[tuple[Any, Any]]) -> list[str]:
    """Return some characters of a class."""
    is_negated = items[0][0] is op.NEGATE
    listed = [chr(v if k is op.LITERAL else v[0]) for k, v in items if k in (op.LITERAL, op.RANGE)]
    candidates = _ORDINARY if is_negated else "".join(listed[:4]) + _ORDINARY
    fitting = [each for each in candidates if _is_in(items, each) != is_negated]
    return fitting or ["\u4e00"]


def _is_in(items: list[tuple[Any, Any]], character: str) -> bool:
    code = ord(character)
    return any(
        (kind is op.LITERAL and value == code)
        or (kind is op.RANGE and value[0] <= code <= value[1])
        or (kind is op.CATEGORY and re.match(_CATEGORIES[value], character) is not None)
        for kind, value in items
    )
