"""The command `curriculum`, also as `python -m curriculum_tools`."""

import gc
import os
import sys

TYPE_CHECKING = False  # as typing has it, which takes long to import
if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_INTERRUPTED = 130  # stands here too, for an interrupt may come before anything is imported


def main() -> None:
    """Run the command line and exit with its code; an interrupt at any time ends it quietly."""
    sys.unraisablehook = _unraisable
    try:
        code = _run()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    if code == _INTERRUPTED:
        _end_at_once()
    sys.exit(code)


def _run() -> int:
    from curriculum_tools.cli.replaying import replayed

    if (known := replayed(sys.argv[1:])) is not None:
        return known
    # Parsing makes many values and few cycles: looking for cycles less often saves a tenth.
    gc.set_threshold(100_000, 20, 50)
    from curriculum_tools.cli.main import run

    code = run()
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done, and the code says how it went
    return code


def _unraisable(error: "UnraisableHookArgs") -> None:
    """End where Python would lose an interrupt, as in what it calls back during an import."""
    if error.exc_type is KeyboardInterrupt:
        _end_at_once()
    sys.__unraisablehook__(error)


def _end_at_once() -> None:
    """End this process without waiting for others, which end with it."""
    import contextlib

    with contextlib.suppress(OSError, ValueError, AttributeError, KeyboardInterrupt):
        sys.stdout.flush()
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
