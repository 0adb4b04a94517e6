"""How sure it is that two topics are the same: what each part says for or against it, added up.

The parts are independent witnesses, and each speaks in log-odds (Fellegi & Sunter 1969): for a
part that is equal so much, for one that has nothing in common so much, in between in proportion.
A part that one of the two topics lacks says nothing. What several topics of one version have in
common ("Introduction", one file of notes for two topics) says less (Winkler 1990).
"""

from math import exp
from typing import NamedTuple

from curriculum_tools.likeness.guards import guard_of
from curriculum_tools.likeness.tokens import canonical
from curriculum_tools.versions.profiles import Bag, Profile, Title


class Says(NamedTuple):
    """What a part says, in log-odds."""

    nothing: float  #: where nothing is common
    equal: float  #: where it is equal


#: Before anything is looked at: two topics that share a word are mostly different ones.
PRIOR = -1.0
TITLE = Says(-3.0, 4.0)
DESCRIPTION = Says(-1.5, 4.0)
QUESTIONS = Says(-1.5, 4.0)
PATH = Says(-0.5, 4.0)
CHAPTER = Says(-0.7, 0.7)
#: A title that a guard tells apart, or that has a number or a level which the other has not.
GUARDED = -2.0
#: Titles that are one but for what stands in brackets.
BRACKETS = 0.9


def confidence(log_odds: float) -> float:
    """Log-odds as a share of 1."""
    return 1 / (1 + exp(-log_odds))


class Likeness(NamedTuple):
    """How alike two titles are, in [0, 1], and whether something in them tells them apart."""

    share: float
    is_guarded: bool


_LEVELS = frozenset(
    map(canonical, "basic basics elementary beginner intermediate advanced expert further".split())
)


def title_likeness(a: Title, b: Title) -> Likeness:
    """How alike two titles are; a word that only one has counts against them by its weight."""
    if a.key == b.key:
        return Likeness(1.0, is_guarded=False)
    share = _share(a.bag, b.bag)
    if a.outside and a.inside and not b.outside:
        share = max(share, BRACKETS * max(_share(a.outside, b.bag), _share(a.inside, b.bag)))
    elif b.outside and b.inside and not a.outside:
        share = max(share, BRACKETS * max(_share(a.bag, b.outside), _share(a.bag, b.inside)))
    if not share:
        return Likeness(0.0, is_guarded=False)
    only_a = [word for word in a.bag.weights if word not in b.bag.weights]
    only_b = [word for word in b.bag.weights if word not in a.bag.weights]
    is_guarded = any(word[0].isdigit() or word in _LEVELS for word in (*only_a, *only_b)) or bool(
        guard_of(a.form, b.form, only_a, only_b)
    )
    return Likeness(share, is_guarded)


def topic_evidence(a: Profile, b: Profile, common: dict[str, float]) -> float:
    """The log-odds that two topics are the same, by all but their chapters.

    `common`: for titles and paths that several topics of a version have, how much less they say.
    """
    title, is_guarded = title_likeness(a.title, b.title)
    found = PRIOR + _said(TITLE, title) + (GUARDED if is_guarded else 0.0)
    if title == 1.0:
        found -= common.get(a.title.key, 0.0)
    if a.description and b.description:
        alike = (
            1.0 if a.description == b.description else _cosine(a.description_bag, b.description_bag)
        )
        found += _said(DESCRIPTION, alike)
    if a.questions and b.questions:
        equal = 2 * len(a.questions & b.questions) / (len(a.questions) + len(b.questions))
        found += _said(QUESTIONS, max(equal, _cosine(a.questions_bag, b.questions_bag)))
    if a.paths and b.paths:
        both = a.paths & b.paths
        less = min((common.get(path, 0.0) for path in both), default=0.0)
        found += _said(PATH, bool(both)) - less
    return found


def _said(part: Says, alike: float) -> float:
    return part.nothing + (part.equal - part.nothing) * alike


def _share(a: Bag, b: Bag) -> float:
    """What two texts share of all that they say."""
    if len(a.weights) > len(b.weights):
        a, b = b, a
    shared = sum([weight for word, weight in a.weights.items() if word in b.weights])
    return shared / (a.total + b.total - shared) if shared else 0.0


def _cosine(a: Bag, b: Bag) -> float:
    if len(a.weights) > len(b.weights):
        a, b = b, a
    shared = sum([weight * weight for word, weight in a.weights.items() if word in b.weights])
    return shared / (a.length * b.length) if shared else 0.0
