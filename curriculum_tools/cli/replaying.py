"""Runs that are replayed: one that changes nothing is noted, and its like says the same.

A command says with `allow_replay` that what it says depends on nothing but its arguments and the
looks at the disk that are noted; only then is it kept.
"""

import sys

from curriculum_tools.cli.utf8 import utf8
from curriculum_tools.store import disk
from curriculum_tools.store.cache import replay

TYPE_CHECKING = False  # as typing has it, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("lint",)  # those of which some runs are noted
_said: "list[tuple[int, str]]" = []
_is_allowed = False


def replayed(arguments: "Sequence[str]") -> int | None:
    """Say what an earlier run said, and return its exit code; None where the run has to be made."""
    if not arguments or arguments[0] not in COMMANDS or sys.stdout is None or sys.stderr is None:
        return None
    known = replay.find(arguments)
    if known is None:
        return None
    said, code = known
    try:
        for number, text in said:
            utf8(sys.stdout if number == 1 else sys.stderr).write(text)
        sys.stdout.flush()
    except OSError:  # the run itself will tell
        return None
    return code


def note_run(arguments: "Sequence[str]") -> None:
    """Begin to note a run, if its like may be replayed."""
    global _is_allowed
    _said.clear()
    _is_allowed = False
    if arguments and arguments[0] in COMMANDS:
        disk.take_notes()


def note_said(stream: int, text: str) -> None:
    """Note what is said on standard output, 1, or standard error, 2."""
    if disk.takes_notes():
        _said.append((stream, text))


def allow_replay() -> None:
    """Say that a run depends on its arguments and the noted looks alone."""
    global _is_allowed
    _is_allowed = True


def keep_run(arguments: "Sequence[str]", code: int) -> None:
    """Keep what was noted of a run that has ended with a code, where its like may be replayed."""
    notes = disk.hand_over_notes()
    if notes is not None and _is_allowed:
        replay.keep(arguments, notes, _said, code)
