"""What the tool is made of: results of another version of it are not used."""

import os
import sys

from curriculum_tools import __version__
from curriculum_tools.store.digest import digest

TYPE_CHECKING = False  # as typing has it, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LIBRARIES = ("jsonschema", "markdown_it", "yaml")  # on which findings depend


def tool_digest() -> str:
    """Return a digest of Python, the package's files and the libraries that it lints with.

    Files count by size and time of writing: reading them all would cost as much as a lint.
    """
    files = sorted(_sources(PACKAGE))
    return digest(__version__, sys.version, repr(files), repr([*map(_library, LIBRARIES)]))


def _sources(folder: str) -> "Iterator[tuple[str, int, int]]":
    with os.scandir(folder) as listing:
        for entry in listing:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _sources(entry.path)
            elif entry.name.endswith(".py"):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns


def _library(name: str) -> tuple[int, int] | None:
    """Return size and time of a library's first file, without importing it."""
    for folder in sys.path:
        try:
            status = os.stat(os.path.join(folder, name, "__init__.py"))
        except (OSError, ValueError):
            continue
        return status.st_size, status.st_mtime_ns
    return None
