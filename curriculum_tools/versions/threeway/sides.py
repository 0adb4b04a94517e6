"""A version in a merge: its units, what holds each, and the blanks before them."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from curriculum_tools.model.guide import Guide
from curriculum_tools.versions.threeway.cutting import cut
from curriculum_tools.versions.threeway.units import Unit, UnitKind, gaps

SECTIONS = (UnitKind.CHAPTER, UnitKind.TOPIC)


class CutVersion:
    """One of the three versions of a guide."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.text = guide.source.text
        self.root = cut(guide)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All units, each before those that it holds."""
        return tuple(self.root.walk())

    @cached_property
    def parent(self) -> Mapping[Unit, Unit]:
        """What holds each unit; the guide itself has none."""
        return {inner: unit for unit in self.units for inner in unit.units}

    @cached_property
    def leaves(self) -> tuple[Unit, ...]:
        """The leaves that have a text, in their order."""
        return tuple(leaf for leaf in self.root.leaves if leaf.text)

    @cached_property
    def place(self) -> Mapping[Unit, int]:
        """Where each leaf stands among the leaves, from 0."""
        return {leaf: place for place, leaf in enumerate(self.leaves)}

    @cached_property
    def gaps(self) -> list[str]:
        """The blanks before each leaf, and last those behind all."""
        return gaps(self.text, self.root)

    def section_of(self, unit: Unit) -> Unit:
        """Return the chapter or topic that holds a unit, else the guide."""
        return next((up for up in self.above(unit) if up.kind in SECTIONS), self.root)

    def above(self, unit: Unit) -> Iterator[Unit]:
        """Yield what holds a unit, the nearest first."""
        while unit is not self.root:
            unit = self.parent[unit]
            yield unit

    def raw(self, unit: Unit) -> str:
        """Return the text of a unit, without blanks around it."""
        leaves = [leaf for leaf in unit.leaves if leaf.text]
        return self.text[leaves[0].span.start : leaves[-1].span.end] if leaves else ""

    def ends(self, unit: Unit) -> tuple[Unit, Unit] | None:
        """Return the first and the last leaf of a unit that have a text."""
        leaves = [leaf for leaf in unit.leaves if leaf.text]
        return (leaves[0], leaves[-1]) if leaves else None
