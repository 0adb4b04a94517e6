"""How a guide writes the numbers of one kind of heading, so that a new one is written alike."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from curriculum_tools.model.content import Role
from curriculum_tools.syntax.numbers import Number

Parts = tuple[int, ...]

_CLOSING = re.compile(r"[*_~<]")  # marks that were opened before the number


class NumberStyle(NamedTuple):
    """What stands before and after a number, and how many digits each of its parts has at least.

    `Week 03: ` has "Week " before it, ": " after it, and two digits.
    """

    before: str = ""
    after: str = " "
    widths: tuple[int, ...] = ()

    def number(self, parts: Parts) -> str:
        """Write a number by itself, with leading zeros."""
        widths = (*self.widths, *(1 for _ in parts[len(self.widths) :]))
        return ".".join(str(part).zfill(n) for part, n in zip(parts, widths, strict=False))

    def head(self, parts: Parts) -> str:
        """Write a number with what parts it from a title behind it."""
        return f"{self.before}{self.number(parts)}{self.after}"


#: How a number is written where nothing in the guide shows another style.
USUAL = {Role.CHAPTER: NumberStyle(after=". "), Role.TOPIC: NumberStyle()}


def style_of(headings: Sequence[tuple[str, Number]], usual: NumberStyle) -> NumberStyle:
    """Return the style of most numbers, given with the texts of their headings.

    `usual` is the style where nothing shows another.
    """
    widths = _widths([_digits(text, number) for text, number in headings])
    frames = Counter(_frames(headings))
    before, after = frames.most_common(1)[0][0] if frames else (usual.before, usual.after)
    return NumberStyle(before, after, widths)


def _digits(text: str, number: Number) -> Sequence[str]:
    """Return the digits of each part as they are printed; none where they stand in one run."""
    printed = re.findall(r"\d+", text[number.start : number.end])
    return printed if len(printed) == len(number.parts) else []


def _frames(headings: Iterable[tuple[str, Number]]) -> Iterable[tuple[str, str]]:
    for text, number in headings:
        after = text[number.end : number.title]
        is_parted = number.end < number.title < len(text)
        if is_parted and not _CLOSING.search(after):
            yield text[number.head : number.start], after if after[-1].isspace() else f"{after} "


def _widths(numbers: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the least digits of each part: more than one where leading zeros are usual."""
    return tuple(
        _width([number[place] for number in numbers if len(number) > place])
        for place in range(max(map(len, numbers), default=0))
    )


def _width(parts: Sequence[str]) -> int:
    padded = Counter(len(part) for part in parts if len(part) > 1 and part.startswith("0"))
    if not padded:
        return 1
    (width, count), *_ = padded.most_common(1)
    bare = sum(len(part) < width for part in parts)
    return width if count >= bare else 1
