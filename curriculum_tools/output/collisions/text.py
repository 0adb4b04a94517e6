"""The format `text`: what branches would give twice, and where in each it stands."""

from collections.abc import Iterator, Set
from itertools import groupby

from curriculum_tools.output.counted import counted
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text
from curriculum_tools.versions.collision_report import (
    BranchCollision,
    BranchSide,
    CollisionReport,
)
from curriculum_tools.versions.collisions import Collision, CollisionKind, Given

_INDENT = "  "


def render(report: CollisionReport, style: Style) -> Iterator[str]:
    """Yield each pair of places with what it gives twice, then how many collisions there are."""
    for (ours, theirs, *_lines), group in groupby(report.collisions, _places):
        found = [each.collision for each in group]
        path = style.path(sanitize(ours.path))
        yield f"{path}: {sanitize(_said(found[0], {each.kind for each in found}))}\n"
        for side, given in ((ours, found[0].ours), (theirs, found[0].theirs)):
            yield from wrap_text(_place(side, given), style.width, _INDENT)
    if not style.quiet:
        yield from wrap_text(_summary(report), style.width)


def _places(found: BranchCollision) -> tuple[BranchSide, BranchSide, int | None, int | None]:
    return found.ours, found.theirs, found.collision.ours.line, found.collision.theirs.line


def _said(collision: Collision, kinds: Set[CollisionKind]) -> str:
    """Return what one pair of places gives twice; a title and a number are told together."""
    ours = collision.ours
    if kinds == {CollisionKind.QUESTION}:
        return "a question is asked twice"
    if kinds == {CollisionKind.NUMBER}:
        return f"{ours.what} number {ours.number} is given twice"
    if kinds == {CollisionKind.TITLE}:
        return f"two {ours.what}s have one title"
    number = f"{ours.what} number {ours.number}"
    same = "question" if CollisionKind.QUESTION in kinds else "title"
    return f"{number} is given twice, with one {same}"


def _place(side: BranchSide, given: Given) -> str:
    name = " ".join(filter(None, (given.number, given.text)))
    return sanitize(f"{side.branch}:{side.path}:{given.line}  {name}")


def _summary(report: CollisionReport) -> str:
    branches = counted(len(report.branches), "branch", "branches")
    changed = f"{counted(report.guides, 'guide')} changed on two sides"
    found = counted(len(report.collisions), "collision") if report.collisions else "no collisions"
    return sanitize(f"{branches} into {report.into}: {changed}, {found}")
