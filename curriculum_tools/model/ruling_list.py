"""The rulings of decisions files, whatever kinds there are; a config has them, mostly none."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from curriculum_tools.model.rulings import Ruling

Kind = TypeVar("Kind", bound="Ruling")


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings of one or several decisions files, in their order."""

    all: "tuple[Ruling, ...]" = ()

    def __iter__(self) -> "Iterator[Ruling]":
        return iter(self.all)

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the rulings of one kind."""
        return tuple(ruling for ruling in self.all if isinstance(ruling, kind))
