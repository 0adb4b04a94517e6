"""The analysis of a wording: its content words, intents, code, numbers and negations."""

import re
from functools import lru_cache
from typing import NamedTuple

from curriculum_tools.likeness.intent import Intents, read_intents
from curriculum_tools.likeness.normalise import blocks_key, fragments, key
from curriculum_tools.likeness.tokens import Token, TokenRole, canonical, tokens
from curriculum_tools.likeness.vocabulary import (
    ASPECTS,
    DIRECTED_PREPOSITIONS,
    FACET_NOUNS,
)
from curriculum_tools.likeness.wording import Wording
from curriculum_tools.likeness.wrappers import unwrap

_FACETS = frozenset(map(canonical, FACET_NOUNS))
_ASPECTS = frozenset(canonical(word) for words in ASPECTS.values() for word in words)

_FUNCTION, _PREPOSITION, _NEGATION = TokenRole.FUNCTION, TokenRole.PREPOSITION, TokenRole.NEGATION
_CODE, _CONTENT, _EMPHASIS = TokenRole.CODE, TokenRole.CONTENT, TokenRole.EMPHASIS
_SYMBOL = TokenRole.SYMBOL
_PARTICIPLE = ("ed", "en", "ed back", "ed up")
_BE = frozenset(("be", "been", "being", "is", "are", "was", "were"))

#: Marks a content word that the wording has used before.
AGAIN = "′"
_FIRST_SENTENCE = r"[^.?!]+[.?!](?=\s+[^\W\d_])"
#: Stands for a negation among the words of a phrase.
NOT = "¬"

#: A preposition ("" for the head of the question), and the content words that it governs.
Phrase = tuple[str, tuple[str, ...]]


class Lead(NamedTuple):
    """What the first of several sentences asks: "What is a pod? How does it work?"."""

    content: frozenset[str]
    intents: Intents


class Analysis(NamedTuple):
    """Everything a wording is judged by except word weights, which depend on the corpus."""

    key: str
    prose: str  #: prose in its own case, to recognise a copy in another case
    content: tuple[str, ...]  #: canonical content words, in order, each once (see AGAIN)
    written: tuple[str, ...]  #: the same words as they are written, without case
    phrases: tuple[Phrase, ...]
    intents: Intents
    numbers: frozenset[str]
    codes: tuple[str, ...]  #: code spans, exactly
    symbols: tuple[str, ...]  #: operators and other symbols of the prose, in order
    negations: int
    passive: bool  #: "is ... handled"
    participles: frozenset[str]  #: words like "handled", without inflection
    blocks: str  #: the key of the blocks, empty where there are none
    lead: Lead | None  #: where there are several sentences
    targets: tuple[str, ...]  #: what images show, and where links that ask nothing go


def analyse(wording: Wording, abbreviate: "Abbreviations | None" = None) -> Analysis:
    """Analyse a wording; `abbreviate` replaces the expansions of acronyms in the corpus."""
    return _analyse(wording, abbreviate) if abbreviate else _cached(wording)


#: Versions of a guide share most of their questions, and are linted one after another.
@lru_cache(maxsize=4096)
def _cached(wording: Wording) -> Analysis:
    return _analyse(wording, None)


def _analyse(wording: Wording, abbreviate: "Abbreviations | None") -> Analysis:
    bare = unwrap(wording.text)
    parts = fragments(bare.text)
    found = tokens(parts)
    if abbreviate:
        found = abbreviate.apply(found)
    surfaces = [token.surface for token in found]
    intents, used, start = read_intents(found, surfaces)
    content, written, phrases, negations = _content(found, used, start)
    participles = frozenset[str]()
    if not _BE.isdisjoint(surfaces):
        participles = frozenset(
            [
                token.exact
                for token in found
                if token.role is _CONTENT and token.surface.endswith(_PARTICIPLE)
            ]
        )
    blocks = blocks_key(wording)
    return Analysis(
        key=key(wording),
        prose="\x1f".join([part.text for part in parts if not part.is_code]),
        content=content,
        written=written,
        phrases=phrases,
        intents=intents,
        numbers=frozenset([word for word in content if word[0].isdigit() or word[-1].isdigit()]),
        codes=tuple([part.text for part in parts if part.is_code]),
        symbols=tuple([token.surface for token in found if token.role is _SYMBOL]),
        negations=negations,
        passive=bool(participles),
        participles=participles,
        blocks=blocks,
        lead=_lead(bare.text, abbreviate),
        targets=bare.targets,
    )


def _lead(text: str, abbreviate: "Abbreviations | None") -> Lead | None:
    first = re.match(_FIRST_SENTENCE, text)
    if not first:
        return None
    analysis = analyse(Wording(first[0]), abbreviate)
    return Lead(frozenset(analysis.content), analysis.intents)


class Abbreviations:
    """What the corpus itself writes in two ways: acronyms, and one word as two."""

    __slots__ = ("_by_first",)

    def __init__(self, expansions: dict[tuple[str, ...], str]) -> None:
        """Take the canonical words of each expansion, mapped to its canonical acronym."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words, acronym in sorted(expansions.items(), key=lambda item: (-len(item[0]), item)):
            self._by_first.setdefault(words[0], []).append((words, acronym))

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self._by_first)

    def apply(self, found: list[Token]) -> list[Token]:
        """Return the tokens with each expansion replaced by one token, its acronym."""
        if self._by_first.keys().isdisjoint([token.canon for token in found]):
            return found
        result: list[Token] = []
        place = 0
        while place < len(found):
            for words, acronym in self._by_first.get(found[place].canon, ()):
                stretch = found[place : place + len(words)]
                if tuple(token.canon for token in stretch) == words:
                    surface = " ".join(token.surface for token in stretch)
                    # two words that may be written as one are alike, not the same
                    exact = surface if acronym == canonical(surface.replace(" ", "")) else acronym
                    if not (result and result[-1].canon == acronym):
                        result.append(Token(surface, acronym, exact, TokenRole.CONTENT))
                    place += len(words)
                    break
            else:
                token = found[place]
                place += 1
                if not (result and result[-1].canon == token.canon and " " in result[-1].surface):
                    result.append(token)
        return result


def _content(
    found: list[Token], used: set[int], start: int
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Phrase, ...], int]:
    """Return the content words, the same as written, their phrases, the number of negations."""
    content: list[str] = []
    written: list[str] = []
    seen: set[str] = set()
    phrases: list[Phrase] = []
    preposition, words = "", list[str]()
    negations = 0
    for place, (surface, canon, exact, role, governs) in enumerate(found):
        if role is _FUNCTION and place != start:
            continue
        if role is _PREPOSITION or (place == start and words):
            if words or preposition in DIRECTED_PREPOSITIONS:
                phrases.append((preposition, tuple(words)))
            preposition, words = governs, []
        if role is _NEGATION:
            negations += 1
            words.append(NOT)
        elif role is _CODE or (
            role is not _FUNCTION
            and role is not _PREPOSITION
            and place not in used
            and not (role is _EMPHASIS and _only_stresses(found, place))
        ):
            words.append(exact)
            if canon in seen:
                canon += AGAIN
            if canon not in seen:
                seen.add(canon)
                content.append(canon)
                written.append(surface)
    if words or preposition in DIRECTED_PREPOSITIONS:
        phrases.append((preposition, tuple(words)))
    return tuple(content), tuple(written), tuple(phrases), negations


def _only_stresses(found: list[Token], place: int) -> bool:
    """Return whether a kind of thing follows: "key features", "the main difference".

    Before one thing ("the main method"), and among other words of what is asked about ("a private
    key type"), it is a name.
    """
    if place and found[place - 1].role in (_CONTENT, _EMPHASIS, _CODE):
        return False
    for token in found[place + 1 : place + 3]:
        if token.canon in _ASPECTS:
            return True
        if token.canon in _FACETS:
            return token.surface.endswith("s")
        if token.role is _EMPHASIS:
            return False
    return False
