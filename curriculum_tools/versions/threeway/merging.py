"""Merging a guide three ways."""

from collections.abc import Callable
from typing import NamedTuple

from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.versions.threeway.joined import Joined
from curriculum_tools.versions.threeway.joined_text import (
    DEFAULT_LABELS,
    Labels,
    with_lines_of,
    write,
    write_ours,
)
from curriculum_tools.versions.threeway.ledger import doubled_lines, lost_lines, unlike_parts
from curriculum_tools.versions.threeway.pieces import MergedPiece, name_of, pieces
from curriculum_tools.versions.threeway.sides import SECTIONS, CutVersion
from curriculum_tools.versions.threeway.units import UnitKind

_COUNTED = (*SECTIONS, UnitKind.QUESTION)


class Told(NamedTuple):
    """Something that one side has deleted: what it is, and whose deletion it was."""

    what: str
    by: str


class ThreeWay(NamedTuple):
    """A merged guide.

    `resolved` is how it reads without markers: ours stands where the sides disagree. `lost` is what
    the ledger does not find; where there is any, the guide must not be used.
    """

    joined: Joined
    pieces: tuple[MergedPiece, ...]
    resolved: Guide
    deletions: tuple[Told, ...]
    lost: tuple[str, ...]

    @property
    def conflicts(self) -> tuple[str, ...]:
        """What the sides disagree about."""
        return tuple(piece.about for piece in self.pieces if piece.conflict)

    @property
    def is_deletion_alone(self) -> bool:
        """Whether all that the sides disagree about was deleted by one and changed by the other."""
        disputed = [piece.conflict for piece in self.pieces if piece.conflict]
        return bool(disputed) and not any(ours and theirs for _, ours, theirs in disputed)

    def write(self, resolved: str, labels: Labels = DEFAULT_LABELS) -> str:
        """Return the text with its conflicts between markers.

        `resolved` is the text without markers, whose lines may have got other numbers meanwhile.
        """
        sides = self.joined.sides
        return write(with_lines_of(resolved, self.pieces, sides), sides, labels)


def merge(base: Guide, ours: Guide, theirs: Guide, parse: Callable[[Source], Guide]) -> ThreeWay:
    """Merge what two sides made of a guide; never raises."""
    joined = Joined(CutVersion(base), CutVersion(ours), CutVersion(theirs))
    found = tuple(pieces(joined))
    resolved = parse(Source(ours.path, write_ours(found, joined.sides)))
    told = tuple(
        Told(name_of(node), by) for node, by in joined.deletions() if node.kind in _COUNTED
    )
    merged = ThreeWay(joined, found, resolved, told, ())
    return merged._replace(lost=tuple(_lost(merged, (base, ours, theirs))))


def _lost(merged: ThreeWay, guides: tuple[Guide, Guide, Guide]) -> list[str]:
    """Return what the result lacks, or has without a reason."""
    texts = [guide.source.text for guide in guides]
    text = merged.resolved.source.text
    disputed = "\n".join(part for piece in merged.pieces for part in piece.conflict or ())
    return [
        *lost_lines(texts, merged.write(text)),
        *doubled_lines(texts, text, is_disputed=bool(merged.conflicts)),
        *unlike_parts(guides, merged.resolved, disputed),
    ]
