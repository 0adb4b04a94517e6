"""One thing that a maintainer is asked, its sides, and what each answer rules."""

from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from curriculum_tools.model.rulings import PairRuling, QuestionRuling, Ruling
from curriculum_tools.versions.merge.result import MergedTopic


class ItemKind(StrEnum):
    """What is asked."""

    SAME_TOPIC = "same-topic"
    SAME_CHAPTER = "same-chapter"
    SAME_QUESTION = "same-question"
    REPEATED_QUESTION = "repeated-question"
    ABSENT_TOPIC = "absent-topic"
    TAKEN_OUT = "taken-out"
    TIE = "tie"
    CHANGED_UNDER_EDIT = "changed-under-edit"
    CHANGED_UNDER_RULING = "changed-under-ruling"
    STALE_RULING = "stale-ruling"


@dataclass(frozen=True, slots=True)
class ItemSide:
    """One of the things to choose from; `topic` is it, or the one that asks it, as printed.

    `label` says what it is; `source` and `line` (from 1) where to look, if there is a place.
    """

    text: str
    label: str = ""
    source: str | None = None
    line: int | None = None
    number: str | None = None
    topic: MergedTopic | None = None


@dataclass(frozen=True, slots=True)
class RulingChange:
    """What an answer does to a decisions file."""

    added: tuple[Ruling, ...]
    removed: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What can be answered by a key, one letter or figure.

    Where it `needs_reason`, its rulings are given one; where it `needs_wording`, the text that
    stays of what is the same.
    """

    key: str
    label: str
    rulings: tuple[Ruling, ...]
    removed: tuple[Ruling, ...] = ()
    needs_reason: bool = False
    needs_wording: bool = False

    def change(self, *, reason: str = "", wording: str | None = None) -> RulingChange:
        """Return what it does, for a reason and in a wording where it takes them."""
        rulings = self.rulings
        if reason:
            rulings = tuple(replace(each, reason=reason) for each in rulings)
        if self.needs_wording and wording is not None:
            rulings = tuple(
                replace(each, wording=wording)
                if isinstance(each, PairRuling | QuestionRuling)
                else each
                for each in rulings
            )
        return RulingChange(rulings, self.removed)


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing to decide; `chapter` is the one it stands in, for answers to all of a chapter."""

    kind: ItemKind
    title: str
    why: str
    sides: tuple[ItemSide, ...]
    answers: tuple[Reply, ...]
    chapter: str | None = None

    @property
    def id(self) -> str:
        """A name made of its content, which stays when other things are decided."""
        texts = [self.kind, self.title, *(side.text for side in self.sides)]
        texts += [str(ruling) for answer in self.answers for ruling in answer.rulings]
        return sha256("\n".join(texts).encode()).hexdigest()[:12]

    def answer(self, key: str) -> Reply | None:
        """Return the answer of a key; None where there is no such answer."""
        return next((answer for answer in self.answers if answer.key == key), None)
