"""Suppressions: comments in a guide that switch rules off."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.spelling import closest

_COMMENT = re.compile(
    r"<!--\s*curriculum-(?P<scope>disable-next-line|disable-file|disable|enable)(?=\s|-->)"
    r"(?P<rules>(?:(?!-->)[^<>])*)-->"
)
_SCOPES = ("disable-next-line", "disable-file", "disable", "enable")
_DIRECTIVES = tuple(f"curriculum-{scope}" for scope in _SCOPES)
# What begins a comment as a directive might that was written from memory.
_LIKE_A_DIRECTIVE = re.compile(
    rf"<!--\s*(?P<name>curriculum\s+(?:{'|'.join(_SCOPES)})|c\w{{2,14}}[-_:]\s{{0,2}}[\w-]{{1,24}})(?=\s|-->)",
    re.IGNORECASE,
)
_LIKE_ENOUGH = 0.8  # authors and other tools have comments of their own
_NAME = re.compile(r"[A-Za-z][\w-]*")


class Misspelt(NamedTuple):
    """What begins a comment and is no directive, and the one that is probably meant."""

    name: str
    meant: str
    span: Span


class Suppression(NamedTuple):
    """A rule or group that a comment switches off for a range of lines; None means all rules.

    `first` and `last` are lines counted from 1. The span is that of the name in the comment, or of
    the whole comment if it names none.
    """

    name: str | None
    first: int
    last: int
    span: Span

    def hides(self, rule: str, group: str, line: int) -> bool:
        """Return whether a finding of a rule on a line is hidden."""
        return self.first <= line <= self.last and self.name in (None, rule, group)


def suppressions(guide: Guide) -> tuple[Suppression, ...]:
    """Return the suppressions of a guide, in the order of their comments."""
    if "curriculum-" not in guide.source.text:
        return ()
    return tuple(sorted(_read(guide), key=lambda found: (found.span, found.name or "")))


def misspelt_directives(guide: Guide) -> Iterator[Misspelt]:
    """Yield what was meant as a suppression and is read as none, since its name is misspelt."""
    for match, offset in _comments(guide, _LIKE_A_DIRECTIVE):
        name = match["name"]
        written = re.sub(r"[\s:_]+", "-", name.lower())
        meant = closest(written, _DIRECTIVES, _LIKE_ENOUGH)
        if meant and meant != name:
            start = offset + match.start("name") - match.start()
            yield Misspelt(name, meant, Span(start, start + len(name)))


def _read(guide: Guide) -> Iterator[Suppression]:
    source = guide.source
    last_line = source.line_count
    opened: dict[str | None, tuple[int, Span]] = {}
    for match, offset in _comments(guide, _COMMENT):
        line = source.line_of(offset)
        names = _names(match, offset - match.start())
        match match["scope"]:
            case "disable-file":
                yield from (Suppression(name, 1, last_line, span) for name, span in names)
            case "disable-next-line":
                target = _next_filled(guide, line)
                yield from (Suppression(name, target, target, span) for name, span in names)
            case "disable":
                for name, span in names:
                    opened.setdefault(name, (line, span))
            case _:
                for name, _span in names:
                    closed = list(opened) if name is None else [name]
                    for key in closed:
                        if key in opened:
                            first, span = opened.pop(key)
                            yield Suppression(key, first, line, span)
    for name, (first, span) in opened.items():
        yield Suppression(name, first, last_line, span)


def _comments(guide: Guide, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the comments of a pattern outside code, each with its offset in the source."""
    for leaf in guide.leaves:
        if leaf.kind is not LeafKind.CODE and "<!--" in leaf.text:
            for match in pattern.finditer(leaf.text):
                yield match, leaf.start + match.start()


def _names(comment: re.Match[str], shift: int) -> list[tuple[str | None, Span]]:
    start = comment.start("rules")
    found: list[tuple[str | None, Span]] = [
        (name.group(), Span(shift + start + name.start(), shift + start + name.end()))
        for name in _NAME.finditer(comment["rules"])
    ]
    return found or [(None, Span(shift + comment.start(), shift + comment.end()))]


def _next_filled(guide: Guide, line: int) -> int:
    """Return the next line that is not blank, since formatters put one after a comment."""
    source = guide.source
    number = line + 1
    while number < source.line_count and not source.line(number).strip():
        number += 1
    return number
