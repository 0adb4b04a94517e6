"""Streams that write UTF-8, whatever the locale says."""

TYPE_CHECKING = False  # as typing has it, which takes long to import
if TYPE_CHECKING:
    from typing import TextIO


def utf8(stream: "TextIO") -> "TextIO":
    """Make a stream write UTF-8 with plain line ends, if it does not; return it."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure and (stream.encoding or "").lower() != "utf-8":
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream
