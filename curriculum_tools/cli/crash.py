"""A bug in the tool: a short message, and a log file to attach to a report."""

import platform
import sys
import tempfile
import traceback

from curriculum_tools import __version__
from curriculum_tools.cli.streams import say


def report_crash(error: Exception) -> None:
    """Write what happened to a file and say where it is."""
    lines = [
        f"curriculum {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
        f"arguments: {sys.argv[1:]!r}\n\n",
        *traceback.format_exception(error),
    ]
    say(f"internal error: {type(error).__name__}: {error}")
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            prefix="curriculum-crash-",
            suffix=".log",
            delete=False,
            encoding="utf-8",
            errors="backslashreplace",
        ) as log:
            log.writelines(lines)
    except OSError:
        say("".join(lines))
    else:
        say(f"This is a bug in curriculum-tools. Please report it with this file: {log.name}")
