"""From paired units to the pieces of the merged text, and from these to the text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from curriculum_tools.versions.threeway.choosing import choose_text
from curriculum_tools.versions.threeway.joined import Joined, Triple, UnitFate
from curriculum_tools.versions.threeway.units import Unit, UnitKind

_LONGEST_LABEL = 60
Ends: TypeAlias = tuple[Unit, Unit]


@dataclass(frozen=True, slots=True)
class MergedPiece:
    """A part of the merged text: the ends of it in each version that has it.

    A conflict has three texts, in the order of the versions, and says what it is about.
    """

    ends: tuple[Ends | None, ...]
    text: str
    conflict: tuple[str, str, str] | None = None
    about: str = ""


def pieces(joined: Joined) -> list[MergedPiece]:
    """Return the pieces of the merged text."""
    return [piece for piece in _Printer(joined).pieces(joined.root) if piece.text or piece.conflict]


class _Printer:
    def __init__(self, joined: Joined) -> None:
        self._joined = joined

    def pieces(self, node: Triple) -> Iterator[MergedPiece]:
        """Yield the pieces of a node."""
        units = [unit for unit in node.units if unit]
        if self._joined.fate(node) is UnitFate.DISPUTED:
            yield self._conflict(node)
        elif any(unit.is_leaf for unit in units) and node.kind is not UnitKind.GUIDE:
            yield self._leaf(node)
        else:
            held = [p for n in self._joined.children.get(node, ()) for p in self.pieces(n)]
            if node.kind is not UnitKind.QUESTION:
                yield from held
            elif self._is_disputed(node, held):
                yield self._conflict(node)
            else:
                about = name_of(node)
                yield from (replace(p, about=about) if p.conflict else p for p in held)

    def _is_disputed(self, node: Triple, held: list[MergedPiece]) -> bool:
        """Tell whether both sides changed what is asked, or what a question offers, as a whole.

        A disagreement about a part of an answer is one of that part alone.
        """
        if not (node.ours and node.theirs):
            return False
        if self._adds_in_one_place(node):
            return True
        has_options = any(
            inner.kind is UnitKind.OPTIONS for unit in node.units if unit for inner in unit.units
        )
        if not has_options:
            return any(piece.conflict and _begins(node, piece) for piece in held)
        bodies = [_body(unit) for unit in node.units]
        return any(piece.conflict for piece in held) or len({*bodies}) == len(bodies)

    def _adds_in_one_place(self, node: Triple) -> bool:
        """Tell whether both sides put something behind one part of a question."""
        last: Triple | None = None
        for child in self._joined.children.get(node, ()):
            if last and _is_new(last) and _is_new(child) and bool(last.ours) != bool(child.ours):
                return True
            last = child
        return False

    def _leaf(self, node: Triple) -> MergedPiece:
        base, ours, theirs = node.units
        if not (ours and theirs):
            side = 1 if ours else 2
            return self._piece(node, self._raw(node, side))
        if ours.is_leaf and theirs.is_leaf and (base is None or base.is_leaf):
            text = choose_text(base, ours, theirs)
            return self._conflict(node) if text is None else self._piece(node, text)
        raw = [self._raw(node, side) for side in range(3)]
        if raw[1] == raw[2] or (base and raw[0] == raw[2]):
            return self._piece(node, raw[1])
        return self._piece(node, raw[2]) if base and raw[0] == raw[1] else self._conflict(node)

    def _piece(self, node: Triple, text: str) -> MergedPiece:
        return MergedPiece(self._ends(node), text)

    def _conflict(self, node: Triple) -> MergedPiece:
        texts = (self._raw(node, 0), self._raw(node, 1), self._raw(node, 2))
        return MergedPiece(self._ends(node), texts[1], texts, name_of(node))

    def _raw(self, node: Triple, side: int) -> str:
        unit = node.units[side]
        return self._joined.sides[side].raw(unit) if unit else ""

    def _ends(self, node: Triple) -> tuple[Ends | None, ...]:
        return tuple(
            side.ends(unit) if unit else None
            for side, unit in zip(self._joined.sides, node.units, strict=True)
        )


def name_of(node: Triple) -> str:
    """Name a unit in a few words."""
    unit = node.unit
    name = " ".join(unit.name.split()) if unit.kind is not UnitKind.FIELD else ""
    if unit.kind is UnitKind.FIELD:
        return unit.name.rpartition(" ")[0] or unit.name
    name = name or " ".join(unit.content.split())
    short = name if len(name) <= _LONGEST_LABEL else name[: _LONGEST_LABEL - 1].rstrip() + "…"
    return f"{unit.kind} {short!r}" if short else str(unit.kind)


def _begins(node: Triple, piece: MergedPiece) -> bool:
    """Tell whether a piece is what a unit begins with."""
    return any(
        unit is not None and ends is not None and unit.leaves[0] is ends[0]
        for unit, ends in zip(node.units, piece.ends, strict=True)
    )


def _is_new(node: Triple) -> bool:
    return node.base is None and not (node.ours and node.theirs)


def _body(unit: Unit | None) -> str:
    """Return what a question says beside what it begins with."""
    if unit is None:
        return ""
    return "\n".join(each.content for each in unit.units if each.kind is not UnitKind.HEAD)
