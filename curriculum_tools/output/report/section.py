"""A section of a report, before it is text: what its template is given."""

from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section: `name` is that of its template and its anchor.

    `lead` says in a sentence what there is, or that there is nothing. The template is rendered
    once for each of the parts, between which a long report may be divided. `count` stands beside
    the title in the table of contents.
    """

    name: str
    title: str
    lead: str
    parts: tuple[object, ...] = ()
    count: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much a list leaves out, and where all of it is."""

    count: int
    where: str


def limited(
    items: tuple[Item, ...], most: int, where: str
) -> tuple[tuple[Item, ...], LeftOut | None]:
    """Return the first items, and how many are left out, which `where` shows."""
    if len(items) <= most:
        return items, None
    return items[:most], LeftOut(len(items) - most, where)
