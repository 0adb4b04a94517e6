"""Prerequisites from outside: what no topic of the guide teaches, and what is said to be so."""

import re
from collections.abc import Iterable
from fnmatch import translate

from curriculum_tools.syntax.labels import COLONS

_EXTERNAL = re.compile(rf"external\s*[{''.join(COLONS)}]\s*\S", re.IGNORECASE)


class Outside:
    """Tells which names are those of prerequisites from outside.

    A name says so itself ("external: some algebra"), or the config names it with a glob.
    """

    def __init__(self, globs: Iterable[str] = ()) -> None:
        """Take the globs of the config; case and blanks do not matter."""
        self._globs = [re.compile(translate(_folded(glob))) for glob in globs]

    def has(self, name: str) -> bool:
        """Tell whether a name is one from outside."""
        folded = _folded(name)
        return bool(_EXTERNAL.match(folded)) or any(glob.match(folded) for glob in self._globs)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
