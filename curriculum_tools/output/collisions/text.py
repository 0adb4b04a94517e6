"""The format `text`: what branches would give twice, and where in each it stands."""

from collections.abc import Iterator

from curriculum_tools.output.counted import counted
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text
from curriculum_tools.versions.collision_report import (
    BranchCollision,
    BranchSide,
    CollisionReport,
)
from curriculum_tools.versions.collisions import CollisionKind, Given

_INDENT = "  "


def render(report: CollisionReport, style: Style) -> Iterator[str]:
    """Yield each collision with its two places, then how many there are."""
    for found in report.collisions:
        yield from _collision(found, style)
    if not style.quiet:
        yield from wrap_text(_summary(report), style.width)


def _collision(found: BranchCollision, style: Style) -> Iterator[str]:
    kind, ours, theirs = found.collision
    if kind is CollisionKind.QUESTION:
        said = "a question is asked twice"
    elif kind is CollisionKind.NUMBER:
        said = f"{ours.what} number {ours.number} is given twice"
    else:
        said = f"two {ours.what}s have one title"
    yield f"{style.path(sanitize(found.ours.path))}: {sanitize(said)}\n"
    for side, given in ((found.ours, ours), (found.theirs, theirs)):
        yield from wrap_text(_place(side, given), style.width - len(_INDENT), _INDENT)


def _place(side: BranchSide, given: Given) -> str:
    name = " ".join(filter(None, (given.number, given.text)))
    return sanitize(f"{side.branch}:{side.path}:{given.line}  {name}")


def _summary(report: CollisionReport) -> str:
    branches = counted(len(report.branches), "branch", "branches")
    changed = f"{counted(report.guides, 'guide')} changed on two sides"
    found = counted(len(report.collisions), "collision") if report.collisions else "no collisions"
    return sanitize(f"{branches} into {report.into}: {changed}, {found}")
