"""Reading the sources that commands name: a file, standard input, or a file's past in git."""

import os

from curriculum_tools.model.source import Source
from curriculum_tools.store.git import path_of_revision, read_revision
from curriculum_tools.store.paths import folder_of
from curriculum_tools.store.reading import STANDARD_INPUT, read_guide, source_of, why_too_long

#: What git names where a file is not there yet, or no more; on Windows, too.
NO_FILE = {os.devnull, "/dev/null"}


def read_named_source(name: str) -> Source:
    """Read a source under the name it was given; raises UnreadableError or RevisionError.

    `HEAD~1:guides/a.md` is read out of git, unless a file is called that.
    """
    if name in NO_FILE:
        return Source(name, "")
    if not is_revision(name):
        return read_guide(name, "<stdin>" if name == STANDARD_INPUT else name)
    source = source_of(read_revision(name), name)
    if why := why_too_long(source):
        raise why
    return source


def is_revision(name: str) -> bool:
    """Tell whether a source is in git: it is called `REV:path`, and no file is."""
    return name != STANDARD_INPUT and ":" in name and not os.path.lexists(name)


def path_of_source(name: str) -> str:
    """Return the path at which a source lies, or lay in git's past."""
    return path_of_revision(name) if is_revision(name) else name


def folder_of_source(name: str) -> str:
    """Return the folder whose config tells how to read a source."""
    return folder_of(path_of_source(name))
