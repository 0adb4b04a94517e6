"""How far a long run is, for whoever waits at a terminal."""

import os
import sys
import time
from collections.abc import Callable

LINTING = "linting guides"
PATIENCE = 1.0  # seconds before anything is shown
PAUSE = 0.1  # seconds between two lines, so that showing takes no time

_REST_OF_LINE = "\x1b[K"


def progress_on_terminal(doing: str, *, quiet: bool = False) -> Callable[[int, int], None] | None:
    """Return what is to be told how much of all is done; None where nobody looks at a terminal.

    It writes to standard error, one line over the other, and takes away the last.
    """
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None
    shown = time.monotonic() + PATIENCE - PAUSE
    is_shown = False

    def show(done: int, total: int) -> None:
        nonlocal shown, is_shown
        if done == total:
            if is_shown:
                print(_REST_OF_LINE, end="", file=sys.stderr, flush=True)
            return
        now = time.monotonic()
        if now >= shown + PAUSE:
            line = f"{doing}: {done:,} of {total:,}{_REST_OF_LINE}\r"
            print(line, end="", file=sys.stderr, flush=True)
            shown, is_shown = now, True

    return show
