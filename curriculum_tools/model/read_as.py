"""In which dialect a guide was read, as reports say it."""

from typing import NamedTuple


class ReadAs(NamedTuple):
    """Where the dialect of a guide comes from, and the templates that it is read by.

    `origin` is "config", "detected" or "default"; the default dialect has no templates.
    """

    origin: str = "default"
    chapters: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def is_detected(self) -> bool:
        """Whether no config told of it."""
        return self.origin == "detected"


DEFAULT = ReadAs()
