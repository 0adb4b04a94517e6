"""The lock beside the guide that is merged, also where git has left conflicts in it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from curriculum_tools.app.guides import dialect_for
from curriculum_tools.app.merge_tasks import Task
from curriculum_tools.facts.line_ends import with_line_ends
from curriculum_tools.model.errors import LockError
from curriculum_tools.store.locks import lock_of
from curriculum_tools.store.paths import is_there
from curriculum_tools.store.reading import read_source
from curriculum_tools.versions.lock import Lock, read_lock
from curriculum_tools.versions.version import Versions

# No part reaches beyond where the next conflict begins, or each beginning would look to the end.
_CONFLICT = re.compile(
    r"^<{7}[^\n]*\n(?P<ours>(?:(?!<{7}|\|{7}|={7}\n)[^\n]*\n)*+)"
    r"(?:\|{7}[^\n]*\n(?:(?!<{7}|={7}\n)[^\n]*\n)*+)?={7}\n"
    r"(?P<theirs>(?:(?!<{7}|>{7})[^\n]*\n)*+)>{7}[^\n]*\n",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class StandingLock:
    """A lock as it stands there; two, those of both sides, where git could not merge it.

    Of a side that cannot be read by itself nothing is known.
    """

    locks: tuple[Lock, ...]
    is_conflicted: bool = False


def standing_lock(task: Task) -> StandingLock | None:
    """Read the lock of the guide that a task writes; None where there is none.

    Raises LockError where it is damaged otherwise than by conflicts, or where it is all that is
    left of the versions.
    """
    path = lock_of(task.output)
    if not is_there(path):
        return None
    text = with_line_ends(read_source(path).text)
    dialect = dialect_for(task.output, task.config)
    try:
        return StandingLock((read_lock(text, path, dialect),))
    except LockError:
        if not _CONFLICT.search(text) or not task.sources:
            raise
    sides = []
    for side in _sides(text):
        with suppress(LockError):
            sides.append(read_lock(side, path, dialect))
    known = tuple(sides) or (Lock(Versions((), in_order=task.declared)),)
    return StandingLock(known, is_conflicted=True)


def _sides(text: str) -> Iterator[str]:
    yield _CONFLICT.sub(lambda found: found["ours"], text)
    yield _CONFLICT.sub(lambda found: found["theirs"], text)
