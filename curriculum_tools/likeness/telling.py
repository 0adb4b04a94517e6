"""Small words that tell two questions apart although all their words of content are the same."""

import re

from curriculum_tools.likeness.stem import lemma
from curriculum_tools.likeness.vocabulary import (
    ABILITIES,
    ASPECTS,
    EARLY_TELLING_WORDS,
    FACET_NOUNS,
    FUNCTION_WORDS,
    LOOSE_PREPOSITIONS,
    TELLING_SYNONYMS,
    TELLING_WORDS,
)

_EARLY = 4  #: words into a question where a pronoun still points out of it
_TELLING_LEMMAS = frozenset(map(lemma, TELLING_SYNONYMS))

_KINDS = "|".join(sorted(FACET_NOUNS.union(ASPECTS["kinds"])))
_WORD = r"[^\W\d_]+"
#: One thing asked for, and several: "What is the type", "What are the types".
_ONE = rf"\bthe (?P<noun>{_KINDS})\b"
_SEVERAL = rf"\b(?P<noun>{_KINDS})e?s\b"
#: A name without article that is all a question is about: "What is throw?".
_BARE = rf"(?:what|who) (?:is|does) (?P<name>{_WORD})(?: (?:do|mean))?\W*"


def tells_the_same(a: str, b: str) -> bool:
    """Return whether the small words of two proses leave them one question.

    Tense, obligation and ability, what a pronoun points at, one thing or several, and whether
    "throws" is a plural or a name.
    """
    a, b = a.casefold(), b.casefold()
    if a == b:
        return True
    words_a, words_b = re.findall(_WORD, a), re.findall(_WORD, b)
    return (
        _told(words_a) == _told(words_b)
        and not _one_of_several(a, b)
        and not _one_of_several(b, a)
        and not _named_apart(a, b)
    )


def _told(words: list[str]) -> set[str]:
    found = {TELLING_WORDS[word] for word in words if word in TELLING_WORDS}
    found |= {
        EARLY_TELLING_WORDS[word]
        for place, word in enumerate(words)
        if word in EARLY_TELLING_WORDS and (place < _EARLY or _stands_alone(words, place))
    }
    found |= {lemma(word) for word in words} & _TELLING_LEMMAS
    if "how" not in words[:3]:
        found |= {ABILITIES[word] for word in words if word in ABILITIES}
    return found


def _stands_alone(words: list[str], place: int) -> bool:
    """Return whether no noun follows: "Explain this in Java"."""
    after = words[place + 1 : place + 2]
    return not after or after[0] in FUNCTION_WORDS or after[0] in LOOSE_PREPOSITIONS


def _one_of_several(a: str, b: str) -> bool:
    """Return whether one asks for a single thing of which the other asks for several."""
    return not {each["noun"] for each in re.finditer(_ONE, a)}.isdisjoint(
        each["noun"] for each in re.finditer(_SEVERAL, b)
    )


def _named_apart(a: str, b: str) -> bool:
    """Return whether both ask for nothing but a name, one of which has an s more."""
    one, other = re.fullmatch(_BARE, a), re.fullmatch(_BARE, b)
    if not one or not other:
        return False
    shorter, longer = sorted((one["name"], other["name"]), key=len)
    return longer in (shorter + "s", shorter + "es")
