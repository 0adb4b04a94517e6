"""Which characters are letters or digits, by Unicode's property Alphabetic and not by category."""

import re
import unicodedata

# Lettered symbols are alphabetic too (UAX 44, Other_Alphabetic).
_LETTERED = re.compile(
    "[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]"
)
# Of the marks, vowel signs and points are alphabetic, which their combining classes tell but for
# these: variation selectors, and signs that shorten or silence.
_NO_LETTER_MARK = re.compile(
    "[\u034f\u0e47\u0e4c\u0e4e\u0ecc\u17b4\u17b5\u17c9-\u17d3\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)


def is_lettered(character: str) -> bool:
    """Tell whether a character is a letter in a circle or a square."""
    return bool(_LETTERED.match(character))


def is_alphanumeric(character: str) -> bool:
    """Tell whether a character is alphabetic or a number."""
    if character.isalnum() or is_lettered(character):
        return True
    if unicodedata.category(character) not in ("Mn", "Mc") or _NO_LETTER_MARK.match(character):
        return False
    combining = unicodedata.combining(character)
    return combining == 0 or 10 <= combining < 107 or combining == 118 or 129 <= combining <= 132
