"""What maintainers have ruled of questions, found among all that versions ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from curriculum_tools.likeness import key
from curriculum_tools.likeness.question_rulings import ruling_key, ruling_wording
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.rulings import (
    FromRuling,
    PresenceRuling,
    QuestionName,
    QuestionRuling,
    Ruling,
)
from curriculum_tools.versions.merge.joined_questions import AskedQuestion, KeyPair, QuestionRulings
from curriculum_tools.versions.merge.names import Names, version_named
from curriculum_tools.versions.version import Version


class RuledQuestions(NamedTuple):
    """What is ruled, and the rulings that have something to apply to."""

    rulings: QuestionRulings
    used: frozenset[Ruling]


class _Asked(NamedTuple):
    """The wordings, normalised, and the topics in which questions are asked, by their names."""

    wordings: dict[str, set[str]]
    topics: dict[str, set[int]]


def question_rulings(
    rulings: Rulings,
    asked: Sequence[AskedQuestion],
    names: Names,
    versions: Sequence[Version],
    own: str,
) -> RuledQuestions:
    """Return what is ruled of questions; `own` is the name of the merged guide."""
    known = _known(rulings, asked)
    pairs = {pair: _pairs(pair, known) for pair in rulings.of(QuestionRuling)}
    kept = {ruling: _places(ruling, known, names) for ruling in rulings.of(PresenceRuling)}
    answers = {ruling: _answered(ruling, known, versions, own) for ruling in rulings.of(FromRuling)}
    found = QuestionRulings(
        same=frozenset(each for pair, both in pairs.items() if pair.same for each in both),
        different=frozenset(each for pair, both in pairs.items() if not pair.same for each in both),
        worded={
            each: pair.wording
            for pair, both in pairs.items()
            if pair.same and pair.wording
            for each in both
        },
        present={place: ruling.is_kept for ruling, there in kept.items() for place in there},
        pinned=frozenset(
            place
            for ruling, there in kept.items()
            if ruling.is_kept and isinstance(ruling.what, QuestionName) and ruling.what.topic
            for place in there
        ),
        answered={name: version for there in answers.values() for name, version in there.items()},
    )
    used: set[Ruling] = {pair for pair, both in pairs.items() if both}
    used |= {ruling for ruling, there in kept.items() if there}
    used |= {ruling for ruling, there in answers.items() if there}
    return RuledQuestions(found, frozenset(used))


def _known(rulings: Rulings, asked: Sequence[AskedQuestion]) -> _Asked:
    known = _Asked({}, {})
    for name, each in _named(rulings, asked):
        known.wordings.setdefault(name, set()).add(key(wording_of(each.said)))
        known.topics.setdefault(name, set()).add(each.topic)
    return known


def _named(rulings: Rulings, asked: Sequence[AskedQuestion]) -> Iterator[tuple[str, AskedQuestion]]:
    """Yield questions by their names, also by the words that another ruling puts them into."""
    found: dict[str, list[AskedQuestion]] = {}
    for each in asked:
        found.setdefault(ruling_key(wording_of(each.said)), []).append(each)
    yield from ((name, each) for name, here in found.items() for each in here)
    for ruling in rulings.of(QuestionRuling):
        for each in (each for name in ruling.keys for each in found.get(name, ())):
            if ruling.same and ruling.wording:
                yield ruling_key(wording_of(replace(each.said, text=ruling.wording))), each


def _pairs(ruling: QuestionRuling, known: _Asked) -> frozenset[KeyPair]:
    a, b = (known.wordings.get(name, set()) for name in ruling.keys)
    return frozenset((min(pair), max(pair)) for pair in product(a, b))


def _places(ruling: PresenceRuling, known: _Asked, names: Names) -> frozenset[tuple[str, int]]:
    """Return the wordings and topics in which a question is ruled to be kept or dropped."""
    if not isinstance(ruling.what, QuestionName):
        return frozenset()
    name = ruling_key(ruling_wording(ruling.what.text))
    topics = known.topics.get(name, set())
    if ruling.what.topic:
        topics = topics & set(names.topics(ruling.what.topic))
    return frozenset(product(known.wordings.get(name, ()), topics))


def _answered(
    ruling: FromRuling, known: _Asked, versions: Sequence[Version], own: str
) -> dict[str, int]:
    """Return the wordings of a question whose answer is ruled to be that of a version.

    What was written by hand has the place after the last version's.
    """
    version = len(versions) if ruling.source == own else version_named(versions, ruling.source)
    if not isinstance(ruling.what, QuestionName) or ruling.field != "answer" or version is None:
        return {}
    name = ruling_key(ruling_wording(ruling.what.text))
    return dict.fromkeys(known.wordings.get(name, ()), version)
