"""Merging a guide three ways."""

from collections.abc import Callable
from typing import NamedTuple

from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.versions.threeway.joined import Joined
from curriculum_tools.versions.threeway.layout import Labels, write, write_ours
from curriculum_tools.versions.threeway.ledger import doubled_lines, lost_lines, unlike_parts
from curriculum_tools.versions.threeway.printing import name_of, pieces
from curriculum_tools.versions.threeway.sides import SECTIONS, Side
from curriculum_tools.versions.threeway.units import UnitKind

_COUNTED = (*SECTIONS, UnitKind.QUESTION)


class Told(NamedTuple):
    """Something that one side has deleted: what it is, and whose deletion it was."""

    what: str
    by: str


class ThreeWay(NamedTuple):
    """A merged guide.

    `text` has its conflicts between markers, `resolved` is without: ours stands there. `lost` is
    what the ledger does not find; where there is any, the text must not be used.
    """

    text: str
    resolved: Guide
    conflicts: tuple[str, ...]
    deletions: tuple[Told, ...]
    lost: tuple[str, ...]


def merge(
    base: Guide,
    ours: Guide,
    theirs: Guide,
    parse: Callable[[Source], Guide],
    labels: Labels = Labels(),  # noqa: B008 - a constant
) -> ThreeWay:
    """Merge what two sides made of a guide; never raises."""
    joined = Joined(Side(base), Side(ours), Side(theirs))
    found = pieces(joined)
    text = write(found, joined.sides, labels)
    resolved = parse(Source(ours.path, write_ours(found, joined.sides)))
    texts = [side.text for side in joined.sides]
    lost = lost_lines(texts, text)
    lost += doubled_lines(texts, resolved.source.text)
    disputed = "\n".join(part for piece in found for part in piece.conflict or ())
    lost += unlike_parts((base, ours, theirs), resolved, disputed)
    conflicts = tuple(piece.about for piece in found if piece.conflict)
    told = tuple(
        Told(name_of(node), by) for node, by in joined.deletions() if node.kind in _COUNTED
    )
    return ThreeWay(text, resolved, conflicts, told, tuple(lost))
