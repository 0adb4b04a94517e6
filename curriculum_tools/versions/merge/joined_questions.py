"""Questions as versions ask them and as they are joined, and what was decided about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import NO_ANSWER, Answer, Question
from curriculum_tools.versions.choice import Choice
from curriculum_tools.versions.hand_edits.store import Place

KeyPair = tuple[str, str]


class Fold(StrEnum):
    """How a question of a version stands in the merged guide."""

    KEPT = "kept"
    EXACT = "exact"
    SAME = "same"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class QuestionRulings:
    """What is ruled of questions, by their wordings, normalised; pairs are sorted.

    Of the `same`, those `worded` have a text that stays. `present` tells of a wording in a joined
    topic whether it is kept (True) or dropped; those of `pinned` are kept in a topic that their
    ruling names. Those `answered` have the answer of a version, by its place.
    """

    same: frozenset[KeyPair] = frozenset()
    different: frozenset[KeyPair] = frozenset()
    worded: Mapping[KeyPair, str] = field(default_factory=dict)
    present: Mapping[tuple[str, int], bool] = field(default_factory=dict)
    pinned: frozenset[tuple[str, int]] = frozenset()
    answered: Mapping[str, int] = field(default_factory=dict)

    def text_of(self, names: frozenset[str]) -> str | None:
        """Return the text that stays of wordings that are one; None where none is ruled."""
        ruled = (text for pair, text in self.worded.items() if names.issuperset(pair))
        return min(ruled, default=None)


@dataclass(frozen=True, slots=True)
class MovedQuestion:
    """A question, by its key, that was put elsewhere in a topic; `was` is None if it is new."""

    topic: int
    name: str
    was: Place | None
    now: Place


@dataclass(frozen=True, slots=True)
class QuestionEdits:
    """What was done by hand to the questions of joined topics, by the topics' places.

    `reworded` are pairs of what a question was and is; the questions of `gone` are named by
    their normalised wordings.
    """

    reworded: tuple[tuple[int, Question, Question], ...] = ()
    added: tuple[tuple[int, Question], ...] = ()
    gone: frozenset[tuple[str, int]] = frozenset()
    moved: tuple[MovedQuestion, ...] = ()

    @property
    def pairs(self) -> Iterator[KeyPair]:
        """The normalised wordings of what was reworded, before and after."""
        return ((key(wording_of(was)), key(wording_of(now))) for _, was, now in self.reworded)

    @property
    def asked(self) -> Iterator[tuple[int, Question]]:
        """What was written by hand, each with its topic."""
        yield from ((topic, now) for topic, _, now in self.reworded)
        yield from self.added

    @property
    def worded(self) -> frozenset[Question]:
        """The questions whose wording was written by hand."""
        changed = (now for _, was, now in self.reworded if _unanswered(was) != _unanswered(now))
        return frozenset([*changed, *(question for _, question in self.added)])

    @property
    def answered(self) -> frozenset[Question]:
        """The questions whose answer was written, or taken out, by hand."""
        changed = (now for _, was, now in self.reworded if was.answer != now.answer)
        added = (question for _, question in self.added if question.answer != NO_ANSWER)
        return frozenset([*changed, *added])


def _unanswered(question: Question) -> Question:
    return replace(question, answer=NO_ANSWER)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question where a version asks it; `topic` is the joined topic, by its place.

    What was written by hand has the place after the last version's.
    """

    version: int
    topic: int
    number: str | None
    said: Question


@dataclass(frozen=True)
class JoinedQuestion:
    """Everywhere that one question is asked; `keys` are its wordings, normalised.

    `homes` are the topics it is printed in: one, but for a topic that would have none without;
    none where it was taken out by hand. `printed` has the answer that was chosen.
    """

    asked: tuple[AskedQuestion, ...]
    keys: frozenset[str]
    homes: tuple[int, ...]
    printed: Question
    answer: Choice[Answer] | None
    ruled: bool

    @cached_property
    def versions(self) -> frozenset[int]:
        """The places of the versions that ask it."""
        return frozenset(each.version for each in self.asked)

    @cached_property
    def sorted_keys(self) -> list[str]:
        """Its wordings, as a key to sort by."""
        return sorted(self.keys)

    def is_asked_in(self, version: int) -> bool:
        """Tell whether a version asks it."""
        return version in self.versions

    def fold(self, asked: AskedQuestion) -> Fold:
        """Tell how a question is folded into the printed one."""
        if key(wording_of(asked.said)) == key(wording_of(self.printed)):
            return Fold.EXACT
        return Fold.DECISION if self.ruled else Fold.SAME


@dataclass(frozen=True)
class JoinedQuestions:
    """All questions, and the wordings of what is dropped.

    A question that is dropped in one topic may be asked in another all the same: `dropped_in` has
    wordings with the topics. `gone` are those that were taken out by hand, by their places, each
    with the topic.
    """

    joined: tuple[JoinedQuestion, ...]
    dropped: frozenset[str]
    dropped_in: frozenset[tuple[str, int]]
    gone: tuple[tuple[int, int], ...]

    @cached_property
    def place_of(self) -> dict[str, int]:
        """For each wording, normalised, the place of its question."""
        return {name: place for place, each in enumerate(self.joined) for name in each.keys}
