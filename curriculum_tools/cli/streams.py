"""What goes to which stream, and how."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterable
from typing import TextIO

from curriculum_tools.cli.replaying import note_said
from curriculum_tools.cli.utf8 import utf8
from curriculum_tools.output.style import Style

NARROWEST = 40
WIDEST = 120
USUAL = 100  # where there is no terminal
_STREAM_ERRORS = (errno.EBADF, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC, errno.ENXIO)


def emit(
    chunks: Iterable[str], output_file: str | None = None, stream: TextIO | None = None
) -> None:
    """Write a result to a file, whole or not at all, or else to a stream, as UTF-8.

    The stream is standard output, unless another is given.
    """
    if output_file:
        from curriculum_tools.store.writing import write_made

        write_made([(output_file, "".join(chunks))])
        return
    written = utf8(stream or sys.stdout)
    for chunk in chunks:
        written.write(chunk)
        if written is sys.stdout:
            note_said(1, chunk)


def emit_exactly(text: str, output_file: str | None = None) -> None:
    """Write the text of a guide with the line ends and the odd bytes that were read."""
    if output_file:
        from curriculum_tools.store.writing import write_text

        write_text(output_file, text)
    else:
        sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))


def emit_patch(patch: str, output_file: str | None = None) -> None:
    """Write a patch as it is to a file; to a stream, where people and CI look, without harm."""
    from curriculum_tools.output.sanitize import sanitize_patch

    shown = patch if output_file else sanitize_patch(patch)
    emit_exactly(shown, output_file)
    if shown != patch:
        say("control characters or commands are shown, not printed: --output-file has the patch")


def say(text: str) -> None:
    """Write a remark to standard error, where it disturbs no result; nor does it if that fails."""
    note_said(2, f"{text}\n")
    with contextlib.suppress(OSError, ValueError):
        print(text, file=utf8(sys.stderr))


def complain(message: str) -> None:
    """Write an error to standard error."""
    from curriculum_tools.output.sanitize import sanitize

    lines = [sanitize(line) for line in message.split("\n")]
    say("error: " + "\n".join(lines))


def style(color: str, verbosity: int, quiet: bool, output_file: str | None = None) -> Style:
    """Return how text is shown: colour, width, and how much of it."""
    return Style(_width(), _has_color(color, output_file), verbosity > 0, quiet)


def open_streams() -> None:
    """Open the standard streams that are closed, so that no file of ours takes their place.

    Writing a result to one fails; remarks go nowhere.
    """
    while (place := os.open(os.devnull, os.O_RDONLY if sys.stdout is None else os.O_RDWR)) <= 2:
        pass
    os.close(place)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def is_of_stream(error: OSError) -> bool:
    """Tell an error of writing to a stream from others, which name a file."""
    return error.filename is None and error.errno in _STREAM_ERRORS


def let_go_of_streams() -> None:
    """Keep the interpreter from writing to what nobody reads, or has no room, when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _has_color(color: str, output_file: str | None) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return not output_file and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _width() -> int:
    """Return the columns of the terminal (as shutil does, which is slow to import)."""
    written = os.environ.get("COLUMNS", "")
    columns = int(written) if written.isdecimal() else 0
    if not columns:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
        except (AttributeError, ValueError, OSError):
            columns = 0
    return max(NARROWEST, min(WIDEST, columns or USUAL))
