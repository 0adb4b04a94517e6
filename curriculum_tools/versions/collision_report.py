"""What branches would give twice once they are merged, guide by guide."""

from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.versions.collisions import Collision


class BranchSide(NamedTuple):
    """A branch and the path that a guide has there."""

    branch: str
    path: str


class BranchCollision(NamedTuple):
    """A collision, and the two branches that would be merged."""

    collision: Collision
    ours: BranchSide
    theirs: BranchSide


@dataclass(frozen=True, slots=True)
class CollisionReport:
    """The branch that all are merged into, the branches, and what they collide in.

    `guides` is how many guides two of them have changed.
    """

    into: str
    branches: tuple[str, ...]
    guides: int
    collisions: tuple[BranchCollision, ...]
