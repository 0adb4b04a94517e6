"""How rare words are in English at large, whatever the guide is about."""

from functools import cache

#: The rarity of a word that is not among the common ones.
RARE = 1.0


def rarity(word: str) -> float:
    """Return how rare a canonical word is, from 0 for "the" to 1 for a name or a term."""
    return _rarities().get(word, RARE)


def is_common(word: str) -> bool:
    """Return whether a canonical word is an English word that most readers know."""
    return word in _rarities()


@cache
def _rarities() -> dict[str, float]:
    """Read the words on first use: few runs judge a pair that needs them."""
    from curriculum_tools.likeness.background_words import WORDS

    return {word: step / 10 for step, words in enumerate(WORDS) for word in words.split()}
