"""Reading a version of a guide: a file, standard input, or what git has of a file."""

import os

from curriculum_tools.model.source import Source
from curriculum_tools.store.git import read_revision
from curriculum_tools.store.reading import STANDARD_INPUT, read_source

#: What git names where a file is not there yet, or no more; on Windows, too.
NO_FILE = {os.devnull, "/dev/null"}


def read_version(name: str) -> Source:
    """Read a version under the name it was given; raises UnreadableError or RevisionError.

    `HEAD~1:guides/a.md` is read out of git, unless a file is called that.
    """
    if name in NO_FILE:
        return Source(name, "")
    if name == STANDARD_INPUT or ":" not in name or os.path.lexists(name):
        return read_source(name, "<stdin>" if name == STANDARD_INPUT else name)
    return Source(name, read_revision(name).decode("utf-8", "surrogateescape"))


def folder_of_version(name: str) -> str:
    """Give the folder whose config tells how to read a version."""
    path = name if os.path.lexists(name) else name.rpartition(":")[2]
    return os.path.dirname(path) or os.curdir
