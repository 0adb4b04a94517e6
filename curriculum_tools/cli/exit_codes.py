"""The exit codes, in one place."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a script may conclude from a run."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    CRASH = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141
