"""The bounds of a tree of files: what lies outside is neither read nor written unless asked for.

A tree is a git work tree, else the folder of a config, else the current folder. Whoever gives
somebody a tree can put links into it, and paths into its config, that lead anywhere.
"""

import os

from curriculum_tools.store import disk
from curriculum_tools.store.git import work_tree
from curriculum_tools.store.paths import CONFIG_FILE


def link_out(path: str) -> str | None:
    """Return the link on the way to a path that leads out of the tree it lies in; None for none.

    The path need not be there. A link that lies in no tree, such as `/tmp` may be one, leads out of
    none.
    """
    drive, rest = os.path.splitdrive(os.path.join(os.getcwd(), path))
    here = drive + os.sep
    for name in rest.replace(os.altsep or os.sep, os.sep).split(os.sep):
        step = os.path.dirname(here) if name == os.pardir else os.path.join(here, name)
        if name in ("", os.curdir) or not disk.islink(step):
            here = here if name in ("", os.curdir) else step
            continue
        target = disk.realpath(step)
        top = _top_of(here)
        if top is not None and not is_below(top, target):
            return step
        here = target
    return None


def is_below(folder: str, path: str) -> bool:
    """Tell whether a path leads to a folder or to something below it, by whatever links."""
    real, top = disk.realpath(path), disk.realpath(folder)
    return real == top or real.startswith(os.path.join(top, ""))


def is_in_tree(folder: str, path: str) -> bool:
    """Tell whether a path leads to something in the tree that a folder lies in."""
    return is_below(_top_of(disk.realpath(folder)) or folder, path)


def is_in_work_tree(folder: str, path: str) -> bool:
    """Tell whether a path leads to something in the git work tree of a folder; without one, yes."""
    top = work_tree(disk.realpath(folder))
    return top is None or is_below(top, path)


def _top_of(folder: str) -> str | None:
    """Return the top of the tree that a folder lies in; None where it lies in none."""
    config = None
    above = folder
    while True:
        if disk.lexists(os.path.join(above, ".git")):
            return above
        if config is None and disk.lexists(os.path.join(above, CONFIG_FILE)):
            config = above
        if above == os.path.dirname(above):
            break
        above = os.path.dirname(above)
    here = disk.realpath(os.curdir)
    return config or (here if is_below(here, folder) else None)
