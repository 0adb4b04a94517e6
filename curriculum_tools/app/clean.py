"""Removing the cache."""

from collections.abc import Iterator

from curriculum_tools.store.cache.database import remove
from curriculum_tools.store.cache.place import cache_folder
from curriculum_tools.store.paths import shown_from_here


def clean() -> Iterator[str]:
    """Remove the cache; say what was removed, a line each. Raises UnreadableError."""
    folder = cache_folder()
    removed = remove(folder)
    for path in removed:
        yield f"removed {shown_from_here(path)}\n"
    if not removed:
        yield f"nothing to remove: there is no {shown_from_here(folder)}\n"
