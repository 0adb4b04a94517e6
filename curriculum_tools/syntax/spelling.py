"""What somebody probably meant to write: the known word that is most like an unknown one.

Likeness is in [0, 1], as difflib measures it.
"""

from collections.abc import Collection, Iterable

LIKE_ENOUGH = 0.6  # in a short list, as of keys or rules
LIKE_ENOUGH_AMONG_MANY = 0.75  # in what a whole guide or folder holds
MOST_WORDS = 1_000  # comparing is slow: about 10 µs a word


def closest(word: str, known: Iterable[str], least: float = LIKE_ENOUGH) -> str | None:
    """Return the known word that is most like a word; None where the likeness is below `least`."""
    from difflib import get_close_matches  # seldom needed, and slow to import

    return next(iter(get_close_matches(word, known, n=1, cutoff=least)), None)


class Speller:
    """Finds the closest word among many.

    It answers only so often: whoever has a thousand misspelt names is not helped by guesses.
    """

    def __init__(self, answers: int = 100) -> None:
        """Take the number of questions that are answered."""
        self._left = answers

    def closest(self, word: str, known: Collection[str]) -> str | None:
        """Return the known word that is most like a word, if one is like it at all."""
        self._left -= 1
        if self._left < 0 or len(known) > MOST_WORDS or len(word) > MOST_WORDS:
            return None
        return closest(word, known, LIKE_ENOUGH_AMONG_MANY)
