"""What git knows of guides: its settings, and the attributes of files."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class SettingState(StrEnum):
    """How a key stands: as `setup-git` sets it, not at all, or as somebody else has set it."""

    OURS = "ours"
    MISSING = "missing"
    OTHER = "other"


class GitSetting(NamedTuple):
    """A key of git's configuration, and the value that somebody else has given it."""

    key: str
    state: SettingState
    value: str = ""


class UnboundGuide(NamedTuple):
    """A guide that has another value of an attribute than `curriculum`, or none."""

    path: str
    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class GitSetup:
    """How git is set up: the settings as they were found, and guides that are not bound.

    `attributes` is the file of attributes where it was written, `guides` how many there are.
    """

    settings: tuple[GitSetting, ...]
    is_global: bool = False
    attributes: str | None = None
    unbound: tuple[UnboundGuide, ...] = ()
    guides: int = 0

    def of(self, state: SettingState) -> Iterator[GitSetting]:
        """Yield the settings of one state."""
        return (setting for setting in self.settings if setting.state is state)

    @property
    def is_bound(self) -> bool:
        """Whether git merges all guides as guides, or in a way that somebody else has chosen."""
        is_set = any(
            setting.key.startswith("merge.") and setting.key.endswith(".driver")
            for setting in self.settings
            if setting.state is not SettingState.MISSING
        )
        return is_set and not any(guide.attribute == "merge" for guide in self.unbound)
