"""The units of three versions put side by side: what became of each, and where it goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from curriculum_tools.facts.increasing import heaviest_increasing
from curriculum_tools.versions.threeway.pairing import pair_additions, pair_versions
from curriculum_tools.versions.threeway.sides import CutVersion
from curriculum_tools.versions.threeway.units import Unit, UnitKind


class UnitFate(Enum):
    """What is made of a unit."""

    KEPT = auto()
    DELETED = auto()
    DISPUTED = auto()  # deleted by one side and changed by the other


@dataclass(eq=False, slots=True)
class Triple:
    """A unit as the versions have it that have it."""

    base: Unit | None = None
    ours: Unit | None = None
    theirs: Unit | None = None

    @property
    def units(self) -> tuple[Unit | None, Unit | None, Unit | None]:
        """The unit in the base, in ours and in theirs."""
        return self.base, self.ours, self.theirs

    @property
    def unit(self) -> Unit:
        """The unit of one of the versions: ours if it has it."""
        return next(unit for unit in (self.ours, self.theirs, self.base) if unit)

    @property
    def kind(self) -> UnitKind:
        """What it is."""
        return self.unit.kind


class Joined:
    """Three versions whose units are paired."""

    def __init__(self, base: CutVersion, ours: CutVersion, theirs: CutVersion) -> None:
        self.sides = (base, ours, theirs)
        self._node_of: dict[Unit, Triple] = {}
        self._fates: dict[Triple, UnitFate] = {}
        in_ours, in_theirs = pair_versions(base, ours), pair_versions(base, theirs)
        ours_of = {one: other for other, one in in_ours.items()}
        both = {t: ours_of[b] for t, b in in_theirs.items() if b in ours_of}
        additions = pair_additions(ours, theirs, both, (*in_ours, *in_theirs))
        for unit in base.units:
            self._node_of[unit] = Triple(base=unit)
        for unit in ours.units:
            node = self._node_of[in_ours[unit]] if unit in in_ours else Triple()
            node.ours = unit
            self._node_of[unit] = node
        for unit in theirs.units:
            same = in_theirs.get(unit) or additions.get(unit)
            node = self._node_of[same] if same else Triple()
            node.theirs = unit
            self._node_of[unit] = node

    @property
    def root(self) -> Triple:
        """The guide itself."""
        return self._node_of[self.sides[0].root]

    def node_of(self, unit: Unit) -> Triple:
        """Return the node of a unit."""
        return self._node_of[unit]

    def fate(self, node: Triple) -> UnitFate:
        """Return what is made of a node."""
        if node not in self._fates:
            self._fates[node] = self._judged(node)
        return self._fates[node]

    def _judged(self, node: Triple) -> UnitFate:
        if node.base is None or (node.ours and node.theirs):
            return UnitFate.KEPT
        left = 1 if node.ours else 2
        unit = node.units[left]
        if unit is None or not self._is_changed(unit, left):
            return UnitFate.DELETED
        return UnitFate.DISPUTED

    def _is_changed(self, unit: Unit, side: int) -> bool:
        """Tell whether a side has changed a unit that the other has deleted, or put something in.

        What the other side has moved elsewhere before is no part of it any more.
        """
        node = self._node_of[unit]
        if node.ours and node.theirs:
            return self._is_moved(node, side)
        if node.base is None or self._is_moved(node, side):
            return True
        if unit.is_leaf or node.base.is_leaf:
            return unit.content != node.base.content
        return any(self._is_changed(inner, side) for inner in unit.units)

    def _is_moved(self, node: Triple, side: int) -> bool:
        return self._parent(node, side) is not self._parent(node, 0)

    def _parent(self, node: Triple, side: int) -> Triple | None:
        """Return what holds a node in one of the versions."""
        unit = node.units[side]
        up = self.sides[side].parent.get(unit) if unit else None
        return self._node_of[up] if up else None

    def home(self, node: Triple) -> Triple | None:
        """Return what holds a node in the merged guide.

        None for the guide itself, and for what stands in something disputed.
        """
        base, ours, theirs = (self._parent(node, side) for side in range(3))
        first, second = (theirs, ours) if ours is base or not node.ours else (ours, theirs)
        for up in (first, second):
            if up and self.fate(up) is UnitFate.KEPT:
                return up
        return self.home(first) if first and node.ours and node.theirs else None

    @cached_property
    def children(self) -> dict[Triple, list[Triple]]:
        """What each node holds in the merged guide, in order."""
        held: dict[Triple, list[Triple]] = {}
        for node in dict.fromkeys(self._node_of[u] for side in self.sides for u in side.units):
            if self.fate(node) is not UnitFate.DELETED and (home := self.home(node)):
                held.setdefault(home, []).append(node)
        return {home: self._ordered(home, nodes) for home, nodes in held.items()}

    def _ordered(self, home: Triple, nodes: list[Triple]) -> list[Triple]:
        """Return nodes in the order of ours, but where only theirs has moved something.

        What only theirs has put there comes behind what stands before it in theirs.
        """
        members = set(nodes)
        base, ours, theirs = (
            [n for n in map(self._node_of.__getitem__, unit.units if unit else ()) if n in members]
            for unit in home.units
        )
        moved_by_ours = _moved(base, ours)
        moved = _moved(base, theirs) - moved_by_ours
        order = [node for node in ours if node not in moved]
        there = {node for node in theirs if node not in moved_by_ours}
        _insert(order, [node for node in theirs if node in there or node not in order], there)
        _insert(order, [node for node in nodes if node not in order], set(order))
        return order

    def deletions(self) -> Iterator[tuple[Triple, str]]:
        """Yield what one side has deleted, without what it holds, and which side it was."""
        for node in map(self._node_of.__getitem__, self.sides[0].units):
            up = self._parent(node, 0)
            is_top = up is not None and self.fate(up) is UnitFate.KEPT
            if is_top and self.fate(node) is UnitFate.DELETED and (node.ours or node.theirs):
                yield node, "theirs" if node.ours else "ours"


def _moved(before: list[Triple], after: list[Triple]) -> set[Triple]:
    """Return the fewest nodes that can have moved, for one order to become another."""
    place = {node: number for number, node in enumerate(before)}
    kept = heaviest_increasing([place.get(node) for node in after])
    return {node for number, node in enumerate(after) if node in place and number not in kept}


def _insert(order: list[Triple], others: list[Triple], fixed: set[Triple]) -> None:
    """Put what is missing behind what stands before it in another order.

    What is not fixed, because only the first order has it there, stays in front of it.
    """
    at = 0
    there = set(order)
    for node in others:
        if node in there:
            at = order.index(node) + 1
            continue
        while at < len(order) and order[at] in there and order[at] not in fixed:
            at += 1
        order.insert(at, node)
        at += 1
