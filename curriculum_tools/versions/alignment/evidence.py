"""How sure it is that two topics are the same: the evidence of each part, added up.

The parts are independent witnesses, and each has its log-odds (Fellegi & Sunter 1969): one figure
if it is equal, another if it has nothing in common, and in proportion in between. A part that one
of the topics lacks is no evidence. What several topics of one version have in common
("Introduction", one file of notes for two topics) counts less (Winkler 1990).
"""

import re
from collections.abc import Iterable, Mapping
from math import exp
from typing import NamedTuple

from curriculum_tools.likeness.guards import guard_of
from curriculum_tools.likeness.vocabulary import (
    DIRECTED_PREPOSITIONS,
    FUNCTION_WORDS,
    LOOSE_PREPOSITIONS,
)
from curriculum_tools.versions.alignment.profiles import Bag, Profile, Title, words_of


class Evidence(NamedTuple):
    """The log-odds by one part that two topics or chapters are the same."""

    nothing: float  #: if it has nothing in common
    equal: float  #: if it is equal

    def at(self, share: float) -> float:
        """Return the log-odds if it has so much in common, in [0, 1]."""
        return self.nothing + (self.equal - self.nothing) * share


#: Before they are compared: two topics that share a word are mostly different ones.
PRIOR = -1.0
TITLE = Evidence(-3.0, 4.0)
DESCRIPTION = Evidence(-1.5, 4.0)
QUESTIONS = Evidence(-1.5, 4.0)
PATH = Evidence(-0.5, 4.0)
CHAPTER = Evidence(-0.7, 0.7)
#: Added if titles are equal to the letter, and not only in the words that count.
SAME_TITLE = 0.5
#: At least this where a title is equal that no other topic of either version has, whatever the
#: rest says: a topic is what its title says, and all else of it may be written anew. In a chapter
#: of another subject that is a doubt.
UNIQUE_TITLE = 1.9
#: At most this where titles differ by a name: a doubt, which a maintainer may settle.
NAMED_APART = 0.0
#: A word of less weight is what the whole guide is about.
SUBJECT = 0.5
#: Added if titles are equal but for a number, a level, an opposite.
GUARDED = -3.0
#: The share in common of titles that are equal but for what stands in brackets.
BRACKETS = 0.9
#: In a title of more words, no single word tells it from another.
LONGEST = 12

_MEANS = r"\b(?:with|using)\b"
_SMALL = FUNCTION_WORDS.union(LOOSE_PREPOSITIONS, DIRECTED_PREPOSITIONS)
_LEVELS = frozenset(words_of("basic basics elementary beginner intermediate advanced expert"))


class DistinctiveWords:
    """Words that alone tell two titles of one version apart.

    Where a version has both "Middleware" and "Async Middleware", "async" makes another topic.
    """

    def __init__(self, titles: Iterable[tuple[int, Title]]) -> None:
        """Find them in titles, each given with its version."""
        words_of_slot: dict[tuple[int, frozenset[str]], set[str]] = {}
        for version, title in titles:
            words = frozenset(title.bag.weights)
            if len(words) > LONGEST:
                continue
            words_of_slot.setdefault((version, words), set()).add("")
            for word in words:
                words_of_slot.setdefault((version, words - {word}), set()).add(word)
        self._slots_of: dict[str, set[int]] = {}
        for slot, ((_, rest), found) in enumerate(words_of_slot.items()):
            if rest and len(found) > 1:
                for word in found:
                    self._slots_of.setdefault(word, set()).add(slot)

    def tell_apart(self, word: str, other: str) -> bool:
        """Return whether titles differ by these words alone; "" stands for no word."""
        if word == other:
            return False
        return not self._slots_of.get(word, set()).isdisjoint(self._slots_of.get(other, ()))


def confidence(log_odds: float) -> float:
    """Return log-odds as a probability."""
    return 1 / (1 + exp(-log_odds))


def title_evidence(evidence: Evidence, a: Title, b: Title, distinctive: DistinctiveWords) -> float:
    """Return the log-odds by two titles; a word that only one has counts against them."""
    if a.key == b.key:
        return (evidence.equal + SAME_TITLE) if a.key else 0.0
    if not a.key or not b.key:
        return 0.0
    share = _share(a.bag, b.bag)
    for bracketed, plain in ((a, b), (b, a)):
        if not plain.readings:
            alike = [_share(reading, plain.bag) for reading in bracketed.readings]
            share = max([share, *(BRACKETS * each for each in alike)])
    guarded = GUARDED * share if share and _is_guarded(a, b, distinctive) else 0.0
    return evidence.at(share) + guarded


def topic_evidence(
    a: Profile, b: Profile, common: Mapping[str, float], distinctive: DistinctiveWords
) -> float:
    """Return the log-odds that two topics are the same, by all but their chapters.

    `common` has titles and paths of several topics in a version, and by how much they count less.
    """
    found = PRIOR + title_evidence(TITLE, a.title, b.title, distinctive)
    if a.title.key and a.title.key == b.title.key:
        found -= common.get(a.title.key, 0.0)
    if a.description and b.description:
        is_equal = a.description == b.description
        found += DESCRIPTION.at(is_equal or _cosine(a.description_bag, b.description_bag))
    if a.questions and b.questions:
        equal = 2 * len(a.questions & b.questions) / (len(a.questions) + len(b.questions))
        found += QUESTIONS.at(max(equal, _cosine(a.questions_bag, b.questions_bag)))
    if a.paths and b.paths:
        both = a.paths & b.paths
        found += PATH.at(bool(both)) - min((common.get(path, 0.0) for path in both), default=0.0)
    if a.title.key and a.title.key == b.title.key and a.title.key not in common:
        return max(found, UNIQUE_TITLE)
    return min(found, NAMED_APART) if _are_named_apart(a.title, b.title) else found


def _are_named_apart(a: Title, b: Title) -> bool:
    """Return whether a word of only one title makes another topic, however alike the rest is.

    A small word that is a name ("The WHERE Clause", "Vitamin A"), a number or a level; or what
    something is done with ("with Celery"), unless half the guide is about it.
    """
    only_a, only_b = _only(a, b), _only(b, a)
    if any(map(_is_protected, (*only_a, *only_b))):
        return True
    return (not only_a and _is_done_with(b, only_b)) or (not only_b and _is_done_with(a, only_a))


def _only(a: Title, b: Title) -> list[str]:
    return [word for word in a.bag.weights if word not in b.bag.weights][:LONGEST]


def _is_protected(word: str) -> bool:
    return word in _SMALL or len(word) == 1 or word[0].isdigit() or word in _LEVELS


def _is_done_with(title: Title, only: list[str]) -> bool:
    """Return whether the words that only this title has are those after "with" or "using"."""
    if not only or any(title.bag.weights[word] < SUBJECT for word in only):
        return False
    _, _, means = re.sub(_MEANS, "\n", title.form.prose.casefold(), count=1).partition("\n")
    return set(words_of(means)) == set(only)


def _is_guarded(a: Title, b: Title, distinctive: DistinctiveWords) -> bool:
    """Return whether a small difference makes another title."""
    only_a = [word for word in a.bag.weights if word not in b.bag.weights]
    only_b = [word for word in b.bag.weights if word not in a.bag.weights]
    if any(word[0].isdigit() or word in _LEVELS for word in (*only_a, *only_b)):
        return True
    few_a, few_b = only_a[:LONGEST] or [""], only_b[:LONGEST] or [""]
    if any(distinctive.tell_apart(one, other) for one in few_a for other in few_b):
        return True
    return guard_of(a.form, b.form, only_a, only_b) is not None


def _share(a: Bag, b: Bag) -> float:
    """Return what two texts have in common, by weight, as a share of all their words."""
    if len(a.weights) > len(b.weights):
        a, b = b, a
    shared = sum([weight for word, weight in a.weights.items() if word in b.weights])
    return shared / (a.total + b.total - shared) if shared else 0.0


def _cosine(a: Bag, b: Bag) -> float:
    if len(a.weights) > len(b.weights):
        a, b = b, a
    shared = sum([weight * weight for word, weight in a.weights.items() if word in b.weights])
    return shared / (a.length * b.length) if shared else 0.0
