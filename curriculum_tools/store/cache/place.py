"""Where the cache lies."""

import os

from curriculum_tools.store.config import CONFIG_FILE
from curriculum_tools.store.paths import CACHE_FOLDER


def cache_folder() -> str:
    """Give the folder of the cache: beside the nearest config or `.git` upward, else here."""
    here = folder = os.getcwd()
    above = ""
    while folder != above:
        if any(os.path.lexists(os.path.join(folder, name)) for name in (CONFIG_FILE, ".git")):
            return os.path.join(folder, CACHE_FOLDER)
        folder, above = os.path.dirname(folder), folder
    return os.path.join(here, CACHE_FOLDER)
