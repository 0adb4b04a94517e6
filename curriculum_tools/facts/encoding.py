"""What can be seen of the encoding of a file that was read as UTF-8."""

_UTF16_MARKS = ("\udcff\udcfe", "\udcfe\udcff")  # the byte order mark, read as UTF-8 (PEP 383)


def is_utf16(text: str) -> bool:
    """Tell whether a text begins with the byte order mark of UTF-16."""
    return text.startswith(_UTF16_MARKS)


def decoded_utf16(text: str) -> str:
    """Return what a text says that is UTF-16 and was read as UTF-8 (PEP 383)."""
    return text.encode("utf-8", "surrogateescape").decode("utf-16", "replace")
