"""How many columns of a terminal text takes."""

from unicodedata import category, east_asian_width

TAB = " " * 4
ELLIPSIS = "…"

_SOFT_HYPHEN = "\xad"
_HANGUL_MEDIALS_AND_FINALS = range(0x1160, 0x1200)  # drawn into the syllable before them


def display_width(text: str) -> int:
    """Return the number of columns that a sanitized text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if character != _SOFT_HYPHEN and category(character) in ("Mn", "Me", "Cf"):
        return 0
    if ord(character) in _HANGUL_MEDIALS_AND_FINALS:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
