"""What somebody probably meant to write."""

from collections.abc import Collection
from difflib import get_close_matches

MOST_WORDS = 1_000  # comparing is slow: about 10 µs a word
LEAST_LIKENESS = 0.75


class Speller:
    """Finds the known word that is most like an unknown one.

    It answers only so often: whoever has a thousand misspelt names is not helped by guesses.
    """

    def __init__(self, answers: int = 100) -> None:
        """Take the number of questions that are answered."""
        self._left = answers

    def closest(self, word: str, known: Collection[str]) -> str | None:
        """Give the known word that is most like a word, if any is like it at all."""
        self._left -= 1
        if self._left < 0 or len(known) > MOST_WORDS or len(word) > MOST_WORDS:
            return None
        close = get_close_matches(word, sorted(known), n=1, cutoff=LEAST_LIKENESS)
        return close[0] if close else None
