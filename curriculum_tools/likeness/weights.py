"""Word weights: a word that is rare in the corpus weighs more."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from math import log
from types import MappingProxyType
from typing import NamedTuple

from curriculum_tools.likeness.analysis import AGAIN, Abbreviations, Analysis, analyse
from curriculum_tools.likeness.normalise import Fragment
from curriculum_tools.likeness.tokens import canonical, tokens
from curriculum_tools.likeness.vocabulary import (
    AGAIN_WEIGHT,
    EMPHASIS_WEIGHT,
    EMPHASIS_WORDS,
    FACET_NOUNS,
    FUNCTION_WORDS,
    LIGHT_VERBS,
    LIGHT_WEIGHT,
    MILD_WORDS,
    NUMBER_WEIGHT,
    SUBJECT_SHARE,
)
from curriculum_tools.likeness.wording import Wording

_SHARE = {canonical(word): LIGHT_WEIGHT for word in (*LIGHT_VERBS, *FACET_NOUNS)} | {
    canonical(word): EMPHASIS_WEIGHT for word in (*EMPHASIS_WORDS, *MILD_WORDS)
}
#: Below this many questions no word is the subject of the whole guide.
_LEAST_FOR_SUBJECT = 20
_BRACKETED = r"\(([^()]{2,100})\)"
_ACRONYM = r"[A-Z][A-Za-z0-9]{1,7}"
_LETTERS = r"[^\W\d_]+"
_LEAST_PART = 3  #: letters of each of two words that may be one
_REACH = 100  #: characters before a bracket in which an expansion is looked for


class Prepared(NamedTuple):
    """A wording analysed and weighed, ready to be judged."""

    wording: Wording
    analysis: Analysis
    bag: dict[str, float]  #: canonical content word -> its weight, above 0
    total: float  #: the sum of the weights
    subjects: frozenset[str]  #: the words that are the subject of the whole corpus
    lone: frozenset[str]  #: its content words that no other question of the corpus has


class Weights:
    """The word weights of a corpus, and the acronyms it explains; immutable."""

    __slots__ = (
        "_abbreviations", "_analyses", "_cache", "_frequency", "_most", "_subjects", "questions"
    )  # fmt: skip

    def __init__(
        self,
        frequency: Counter[str],
        questions: int,
        given: Abbreviations,
        analyses: dict[Wording, Analysis],
    ) -> None:
        """Take the number of distinct questions that have each canonical word.

        `analyses` are those already made of the corpus.
        """
        self._analyses = analyses
        self._frequency = MappingProxyType(frequency)
        self._abbreviations = given
        self._cache: dict[str, float] = {}
        self._most = log(1 + 2 * (questions + 1))
        self.questions = questions
        least = max(SUBJECT_SHARE * questions, _LEAST_FOR_SUBJECT)
        self._subjects = frozenset(word for word, count in frequency.items() if count >= least)

    def of(self, word: str) -> float:
        """Return the weight of a canonical word in (0, 1]: IDF over the largest, by word class."""
        weight = self._cache.get(word)
        if weight is None and word.endswith(AGAIN):
            weight = self._cache[word] = AGAIN_WEIGHT * self.of(word[:-1])
        elif weight is None:
            count = self._frequency.get(word, 0) + 0.5
            weight = log(1 + (self.questions + 1) / count) / self._most
            weight *= _SHARE.get(word, NUMBER_WEIGHT if word[0].isdigit() else 1.0)
            self._cache[word] = weight
        return weight

    def prepare(self, wording: Wording) -> Prepared:
        """Analyse and weigh a wording, once for all the pairs it is judged in."""
        analysis = self._analyses.get(wording) or analyse(wording, self._abbreviations)
        of = self.of
        bag = {word: of(word) for word in analysis.content}
        lone = frozenset(word for word in bag if self._frequency.get(word, 0) <= 1)
        return Prepared(wording, analysis, bag, sum(bag.values()), self._subjects, lone)


def weigh(wordings: Iterable[Wording], prose: Iterable[str] = ()) -> Weights:
    """Return the weights of a corpus; each distinct question counts once.

    `prose` (descriptions, titles) has no influence on weights; it only explains acronyms.
    """
    distinct = dict.fromkeys(wordings)
    texts = [wording.text for wording in distinct]
    given = Abbreviations(_parted(texts) | expansions([*texts, *prose]))
    analyses = {wording: analyse(wording, given) for wording in distinct}
    once = {analysis.key: analysis.content for analysis in analyses.values()}
    frequency: Counter[str] = Counter()
    for content in once.values():
        frequency.update(set(content))
    return Weights(frequency, len(once), given, analyses)


def letter_words(text: str) -> list[str]:
    """Return the words of a text that are letters only, without case, in order."""
    return re.findall(_LETTERS, text.casefold())


def may_be_joined(word: str) -> bool:
    """Return whether a word is long enough to be two words that are written as one."""
    return len(word) >= 2 * _LEAST_PART


def parted(words: Iterable[str], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the neighbours among words that are one word, too, by those that are known."""
    for one, other in pairwise(words):
        if one + other in known and _may_be_parts(one, other):
            yield one, other


def joined_words(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, ...], str]:
    """Return the one word for two, all canonical, as Abbreviations take them."""
    return {(canonical(a), canonical(b)): canonical(a + b) for a, b in pairs}


def _parted(texts: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Find two words that the corpus also writes as one: "meta data", "metadata"."""
    split = [letter_words(text) for text in texts]
    known = {word for words in split for word in words if may_be_joined(word)}
    return joined_words(pair for words in split for pair in parted(words, known))


def _may_be_parts(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LEAST_PART and FUNCTION_WORDS.isdisjoint((one, other))


def expansions(texts: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Find acronyms in brackets after their expansion, or before it (Schwartz & Hearst 2003)."""
    found: dict[tuple[str, ...], str] = {}
    for text in texts:
        if "(" not in text:
            continue
        for bracket in re.finditer(_BRACKETED, text):
            inside = bracket[1].strip()
            before = text[max(0, bracket.start() - _REACH) : bracket.start()].rstrip()
            if re.fullmatch(_ACRONYM, inside):
                acronym, words = inside, before
            else:
                acronym, words = before.rpartition(" ")[2], inside
            expansion = _spelt_by(acronym, words) if re.fullmatch(_ACRONYM, acronym) else ()
            if expansion:
                found[expansion] = canonical(acronym.lower())
    return found


def _spelt_by(acronym: str, text: str) -> tuple[str, ...]:
    """Return the last words of a text, canonical, if their initials spell an acronym; else ()."""
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    words = [token for token in tokens([Fragment(text, False)]) if token.surface[0].isalnum()]
    if len(letters) < 2 or len(words) < len(letters):
        return ()
    last = words[-len(letters) :]
    if all(word.surface.startswith(letter) for word, letter in zip(last, letters, strict=True)):
        return tuple(word.canon for word in last)
    return ()
