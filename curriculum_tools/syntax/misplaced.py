"""Questions whose indentation hides them: read as if they stood where their neighbours do.

A bullet too far to the right is part of the question above it, or code, or the end of a sentence;
one too far to the left stands in no field. Where it asks, and the field's other bullets stand
elsewhere, it is meant as one of them. Only its indentation is mended, so that every place in the
text stays as it was; `inconsistent-indent` reports it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curriculum_tools.model.dialect import Dialect
from curriculum_tools.syntax.blocks import is_blank
from curriculum_tools.syntax.body import Body, width
from curriculum_tools.syntax.labels import bold_label
from curriculum_tools.syntax.questions import asks

_BULLET = re.compile(r"(?P<margin>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?P<text>\S.*)")
#: So many of a guide's bullets that ask may stand below others before that is its own way.
RARE = 0.05
FEWEST = 2
#: A first bullet so many columns to the right of its label is code to Markdown.
DEEP = 6


@dataclass(slots=True)
class _Bullet:
    line: int
    column: int
    text: str


@dataclass(slots=True)
class _Region:
    """A questions label in `column`, the bullets up to the next field, and the line after them.

    What it `tells` beside the label is its question, where no bullets are below it.
    """

    column: int
    tells: bool = False
    bullets: list[_Bullet] = field(default_factory=list)
    end: int = 0


def misplaced_questions(
    body: Body, headings: Mapping[int, object], literal: set[int], dialect: Dialect
) -> dict[int, str]:
    """Return the lines, by their places, that are to be read with another indentation."""
    regions = list(_regions(body, headings, literal, dialect))
    columns = Counter(r.bullets[0].column - r.column for r in regions if r.bullets)
    usual = next((step for step, _ in columns.most_common() if 0 < step < DEEP), 2)
    mixed = [region for region in regions if not _is_all_deep(region)]
    deep = [b for region in mixed for b in region.bullets if _is_deep(region, b) and asks(b.text)]
    asking = sum(asks(bullet.text) for region in regions for bullet in region.bullets)
    is_slip = len(deep) <= max(FEWEST, RARE * asking)
    mended: dict[int, str] = {}
    for region in regions:
        home = region.column + usual
        if region.bullets and 0 < region.bullets[0].column - region.column < DEEP:
            home = region.bullets[0].column
        for place, bullet in enumerate(region.bullets):
            is_left = bullet.column <= region.column
            may_move = (is_slip or _is_all_deep(region)) and asks(bullet.text)
            if is_left or (may_move and _is_deep(region, bullet)):
                after = region.bullets[place + 1 :]
                end = after[0].line if after else region.end
                mended.update(_shifted(body, bullet.line, end, home - bullet.column))
    return mended


def _is_all_deep(region: _Region) -> bool:
    """Tell whether the first bullet is too deep already, with nothing that it could be below."""
    return bool(region.bullets) and region.bullets[0].column - region.column >= DEEP


def _is_deep(region: _Region, bullet: _Bullet) -> bool:
    """Tell whether a bullet stands so far to the right that it is no item of the field's list."""
    first = region.bullets[0].column
    if bullet.column - region.column >= DEEP:
        return True
    return region.column < first and bullet.column >= first + 2


def _regions(
    body: Body, headings: Mapping[int, object], literal: set[int], dialect: Dialect
) -> Iterator[_Region]:
    """Yield the questions fields of a guide with the bullets that are theirs, or meant to be."""
    region: _Region | None = None
    for number, line in enumerate(body.lines):
        if number in literal:
            continue
        match = _BULLET.match(line)
        ends = number in headings or (not match and line[:1] not in ("", " ", "\t", "<"))
        if ends or (region and match and _is_apart(body, number, region, match)):
            if region:
                yield _ended(region, number)
            region = None
        if not match:
            continue
        label = bold_label(match["text"])
        spec = dialect.field_labelled(label.text) if label else None
        column = width(match["margin"])
        if label and (spec or label.has_colon) and not (region and column > region.column):
            if region:
                yield _ended(region, number)
            holds = spec is not None and spec.holds_questions
            tells = bool(match["text"][label.value_start :].strip(" \t\\"))
            region = _Region(column, tells) if holds else None
        elif region and (column > region.column or _is_left(region, column, match["text"])):
            region.bullets.append(_Bullet(number, column, match["text"]))
    if region:
        yield _ended(region, len(body.lines))


def _is_apart(body: Body, number: int, region: _Region, match: re.Match[str]) -> bool:
    """Tell a list of its own from a field's questions: it stands left of them, below a blank."""
    is_left = width(match["margin"]) <= region.column
    is_full = region.tells or bool(region.bullets)
    return is_left and is_full and is_blank(body.lines[number - 1])


def _is_left(region: _Region, column: int, text: str) -> bool:
    """Tell a question that lost its indentation from another bullet of the topic."""
    return column == region.column and asks(text)


def _ended(region: _Region, end: int) -> _Region:
    region.end = end
    return region


def _shifted(body: Body, first: int, end: int, columns: int) -> Iterator[tuple[int, str]]:
    """Yield lines with so many columns more, or less, before them; blank lines stay."""
    for number in range(first, end):
        line = body.lines[number]
        if is_blank(line) or (number > first and not line[:1].isspace()):
            continue
        text = line.lstrip(" \t")
        yield number, " " * max(0, width(line[: len(line) - len(text)]) + columns) + text
