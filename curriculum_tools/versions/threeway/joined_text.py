"""The merged text: pieces with the blanks that stand between them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from curriculum_tools.versions.threeway.pieces import Ends, MergedPiece
from curriculum_tools.versions.threeway.sides import CutVersion

_BASE, _OURS, _THEIRS = 0, 1, 2


class Labels(NamedTuple):
    """How long conflict markers are, and what the versions are called in them."""

    size: int = 7
    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"


DEFAULT_LABELS = Labels()


def write(pieces: Sequence[MergedPiece], sides: Sequence[CutVersion], labels: Labels) -> str:
    """Return the merged text with its conflicts between markers, in diff3's manner."""
    return _written([_marked(piece, labels) for piece in pieces], sides)


def write_ours(pieces: Sequence[MergedPiece], sides: Sequence[CutVersion]) -> str:
    """Return the merged text with all conflicts resolved to ours."""
    return _written([piece for piece in pieces if piece.text], sides)


def with_lines_of(
    text: str, pieces: Sequence[MergedPiece], sides: Sequence[CutVersion]
) -> list[MergedPiece]:
    """Return pieces with the lines of a text that is as long; in conflicts those of ours.

    A text of another length changes nothing.
    """
    before = write_ours(pieces, sides)
    lines = text.split("\n")
    if text == before or len(lines) != before.count("\n") + 1:
        return list(pieces)
    changed = []
    at, last = 0, None
    for piece in pieces:
        if piece.text:
            first = at + _gap(last, piece, sides).count("\n")
            at = first + piece.text.count("\n")
            own = "\n".join(lines[first : at + 1])
            base, _, theirs = piece.conflict or ("", "", "")
            conflict = (base, own, theirs) if piece.conflict else None
            last, piece = piece, replace(piece, text=own, conflict=conflict)
        changed.append(piece)
    return changed


def _written(pieces: Sequence[MergedPiece], sides: Sequence[CutVersion]) -> str:
    text = ""
    last: MergedPiece | None = None
    for piece in pieces:
        text += _gap(last, piece, sides) + piece.text
        last = piece
    tail = _chosen(*(side.gaps[-1] for side in sides))
    is_marked = last is not None and last.conflict is not None
    return text + ("\n" if is_marked and "\n" not in tail else tail)


def _marked(piece: MergedPiece, labels: Labels) -> MergedPiece:
    if piece.conflict is None:
        return piece
    base, ours, theirs = piece.conflict
    about = f" ({piece.about})" if piece.about else ""
    lines = [
        f"{'<' * labels.size} {labels.ours}{about}",
        *([ours] if ours else []),
        f"{'|' * labels.size} {labels.base}",
        *([base] if base else []),
        "=" * labels.size,
        *([theirs] if theirs else []),
        f"{'>' * labels.size} {labels.theirs}",
    ]
    return replace(piece, text="\n".join(lines))


def _chosen(base: str, ours: str, theirs: str) -> str:
    return theirs if base == ours else ours


def _gap(last: MergedPiece | None, piece: MergedPiece, sides: Sequence[CutVersion]) -> str:
    """Return the blanks between two pieces: those that a version has there, else the widest."""
    found: list[str | None] = [
        _between(side, last.ends[n] if last else None, piece.ends[n], is_first=last is None)
        for n, side in enumerate(sides)
    ]
    base, ours, theirs = found
    if ours is not None and theirs is not None:
        gap = theirs if base == ours else ours
    else:
        gap = next((each for each in (ours, theirs) if each is not None), None) or _widest(
            last, piece, sides
        )
    needs_line = last is not None and "\n" not in gap
    return "\n" + gap if needs_line else gap


def _between(
    side: CutVersion, one: Ends | None, other: Ends | None, *, is_first: bool
) -> str | None:
    """Return the blanks between two pieces that are neighbours in a version."""
    if other is None:
        return None
    place = side.place[other[0]]
    before = side.place[one[1]] if one else None
    is_next = place == 0 if is_first else before is not None and before + 1 == place
    return side.gaps[place] if is_next else None


def _widest(last: MergedPiece | None, piece: MergedPiece, sides: Sequence[CutVersion]) -> str:
    """Return the blanks before a piece, or behind the last, where it stands: the longer ones.

    Those before it will do where something of the same kind stands before it there.
    """
    if last is None:
        return ""
    gaps = []
    kinds = {ends[1].kind for ends in last.ends if ends}
    for n in (_OURS, _THEIRS):
        side = sides[n]
        if (ends := piece.ends[n]) and (place := side.place[ends[0]]):
            if side.leaves[place - 1].kind in kinds:
                return side.gaps[place]
            gaps.append(side.gaps[place])
        if (ends := last.ends[n]) and (place := side.place[ends[1]] + 1) < len(side.leaves):
            gaps.append(side.gaps[place])
    return max(gaps, key=len, default="\n\n")
