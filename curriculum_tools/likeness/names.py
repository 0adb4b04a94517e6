"""Function words that are names: "the WHERE clause", "an if statement", "vitamin A", "has-a".

A question keeps such a word as content, because it is what the question is about.
"""

from collections.abc import Sequence

from curriculum_tools.likeness.vocabulary import (
    FUNCTION_WORDS,
    LOOSE_PREPOSITIONS,
    NAMED_KINDS,
    NAMES_OF_KINDS,
    NEVER_NAMES,
    NEVER_PLURAL_NAMES,
)

ARTICLES = frozenset(("a", "an", "the"))
#: Marks after which a sentence, or a stretch of its own, begins with a capital.
_BEGINS = frozenset(".?!:;([{\"'“‘–—-/|")
_QUOTES = frozenset("\"'“”‘’`")
#: Between an article and its noun these are no names: "the very first", "a such".
_AFTER_ARTICLE = frozenset(("very", "so", "both", "above", "below", "such", "or", "and", "like"))
_LEAST_SHOUTED = 5  #: letters of a word in capitals that is a name and no acronym


def is_mixed(words: Sequence[str]) -> bool:
    """Return whether words are written in both cases, so that capitals say something."""
    return any(word.islower() for word in words) and any(word[0].isupper() for word in words)


def is_name(words: Sequence[str], place: int, *, mixed: bool, goes_on: bool) -> bool:
    """Return whether the function word at a place is a name there.

    `words` are those of the text as written, with punctuation; `mixed` as `is_mixed` says;
    `goes_on` tells that code follows them.
    """
    word = words[place]
    low = word.casefold()
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if low == "i":
        return word == "I" and before[:1].isalpha() and not _is_function(before)
    if low == "a":
        return _is_letter_a(words, place, before, after or "`" * goes_on)
    if low in NEVER_NAMES:
        return False
    if mixed and word.isupper() and place and before[-1] not in _BEGINS:
        return True
    if before and before[-1] in _QUOTES and after and after[0] in _QUOTES:
        return True
    if before == "-" or after == "-":
        return _is_end_of_compound(words, place)
    if before.casefold() in ARTICLES:
        return low not in _AFTER_ARTICLE and after[:1].isalnum()
    return low in NAMES_OF_KINDS and _is_kind(after.casefold(), low)


def is_quoted_or_kind(words: Sequence[str], place: int, *, mixed: bool) -> bool:
    """Return whether a word is taken by its letters, so that it has no synonyms.

    In quotes, in capitals, or before a kind of thing: "the remove command".
    """
    word = words[place]
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if mixed and len(word) >= _LEAST_SHOUTED and word.isupper():
        return True
    if before and before[-1] in _QUOTES and after and after[0] in _QUOTES:
        return True
    return after.casefold() in NAMED_KINDS


def _is_letter_a(words: Sequence[str], place: int, before: str, after: str) -> bool:
    """Return whether "a" is a letter and no article: "hepatitis A", "from a to b"."""
    if not before or before[-1] in "'’(" or (after and after[0] in _QUOTES):
        return before[-1:] in _QUOTES and after[:1] in _QUOTES
    if not after or not after[0].isalnum() or _is_function(after):
        return True
    # In a title the article has a capital, too, as other small words show.
    others = (word for word in words[1:] if word != "A" and word[0].isupper())
    return words[place] == "A" and before[-1] not in _BEGINS and not any(map(_is_function, others))


def _is_function(word: str) -> bool:
    low = word.casefold()
    return low in FUNCTION_WORDS or low in LOOSE_PREPOSITIONS


def _is_end_of_compound(words: Sequence[str], place: int) -> bool:
    """Return whether a word begins or ends a compound: "do-while", "is-a", not "end-to-end"."""
    left = place > 1 and words[place - 1] == "-"
    right = place + 2 < len(words) and words[place + 1] == "-"
    return left != right


def _is_kind(after: str, word: str) -> bool:
    """Return whether a kind of thing follows; after a preposition a plural may be its object."""
    if after in NAMED_KINDS:
        return not after.endswith("s") or word not in NEVER_PLURAL_NAMES or after == "loops"
    return False
