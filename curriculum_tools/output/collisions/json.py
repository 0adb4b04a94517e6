"""The format `json`: what branches would give twice, as schemas/collisions.schema.json has it."""

from collections.abc import Iterator

from curriculum_tools.output.json_writer import Object, write_json
from curriculum_tools.output.style import Style
from curriculum_tools.versions.collision_report import (
    BranchCollision,
    BranchSide,
    CollisionReport,
)
from curriculum_tools.versions.collisions import Given

VERSION = 1


def render(report: CollisionReport, _style: Style) -> Iterator[str]:
    """Yield all collisions, pair of branches by pair."""
    return write_json(
        {
            "version": VERSION,
            "into": report.into,
            "branches": list(report.branches),
            "guides": report.guides,
            "collisions": [_collision(each) for each in report.collisions],
        }
    )


def _collision(found: BranchCollision) -> Object:
    kind, ours, theirs = found.collision
    return {
        "kind": kind.value,
        "what": ours.what,
        "places": [_place(found.ours, ours), _place(found.theirs, theirs)],
    }


def _place(side: BranchSide, given: Given) -> Object:
    return {
        "branch": side.branch,
        "path": side.path,
        "line": given.line,
        "number": given.number,
        "text": given.text,
    }
