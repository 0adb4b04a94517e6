"""What branches would give twice, as paragraphs: what it is, and the two places."""

from collections.abc import Iterator, Set
from itertools import groupby
from typing import NamedTuple

from curriculum_tools.output.counted import counted
from curriculum_tools.versions.collision_report import (
    BranchCollision,
    BranchSide,
    CollisionReport,
)
from curriculum_tools.versions.collisions import Collision, CollisionKind, Given


class Paragraph(NamedTuple):
    """What two places give twice, in words of the tool; all else is as guides and git have it."""

    path: str
    said: str
    places: tuple["CollisionPlace", "CollisionPlace"]


class CollisionPlace(NamedTuple):
    """Where something stands, as `branch:path:line`, and its number and text."""

    where: str
    name: str


def paragraphs(report: CollisionReport) -> Iterator[Paragraph]:
    """Yield one for each pair of places, which may give a number and a title twice at once."""
    for (ours, theirs, *_), group in groupby(report.collisions, _lines):
        found = [each.collision for each in group]
        said = _said(found[0], {each.kind for each in found})
        places = _place(ours, found[0].ours), _place(theirs, found[0].theirs)
        yield Paragraph(ours.path, said, places)


def summary(report: CollisionReport) -> str:
    """Return how much was looked at, and how much was found."""
    branches = counted(len(report.branches), "branch", "branches")
    changed = f"{counted(report.guides, 'guide')} changed on two sides"
    found = counted(len(report.collisions), "collision") if report.collisions else "no collisions"
    return f"{branches} into {report.into}: {changed}, {found}"


def _lines(found: BranchCollision) -> tuple[BranchSide, BranchSide, int | None, int | None]:
    return found.ours, found.theirs, found.collision.ours.line, found.collision.theirs.line


def _place(side: BranchSide, given: Given) -> CollisionPlace:
    name = " ".join(filter(None, (given.number, given.text)))
    return CollisionPlace(f"{side.branch}:{side.path}:{given.line}", name)


def _said(collision: Collision, kinds: Set[CollisionKind]) -> str:
    ours = collision.ours
    if kinds == {CollisionKind.QUESTION}:
        return "a question is asked twice"
    if kinds == {CollisionKind.NUMBER}:
        return f"{ours.what} number {ours.number} is given twice"
    if kinds == {CollisionKind.TITLE}:
        return f"two {ours.what}s have one title"
    same = "text" if CollisionKind.QUESTION in kinds else "title"
    return f"{ours.what} number {ours.number} is given twice, with one {same}"
