"""What `decide --list` shows: the open items of each guide that is merged."""

from dataclasses import dataclass

from curriculum_tools.versions.deciding.open_item import OpenItem


@dataclass(frozen=True, slots=True)
class OpenInGuide:
    """A merged guide, its decisions file, and what is open."""

    guide: str
    decisions: str
    items: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True)
class OpenList:
    """What is open in all guides that are merged."""

    guides: tuple[OpenInGuide, ...]
